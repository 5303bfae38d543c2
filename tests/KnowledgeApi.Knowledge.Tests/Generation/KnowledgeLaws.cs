using System.Text.Json.Nodes;
using KnowledgeApi.Knowledge.Generation;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;

namespace KnowledgeApi.Knowledge.Tests.Generation;

/// <summary>A base of what had been published by a day answers as the whole base does as of that day's knowledge.</summary>
public sealed class KnowledgeLaws
{
    private static readonly DateOnly[] Days = [new(1950, 1, 1), new(2005, 6, 1), new(2012, 3, 31), new(2014, 1, 1), new(2016, 7, 15), new(2020, 1, 1), new(2030, 1, 1)];

    [Theory]
    [InlineData(2008)]
    [InlineData(2012)]
    [InlineData(2016)]
    [InlineData(2020)]
    public void What_was_published_later_changes_nothing_of_what_was_known(int year)
    {
        var known = new DateOnly(year, 6, 30);
        using var whole = new TempFolder();
        using var part = new TempFolder();
        SeedGenerator.Write(60, 5, whole.Seeds);
        LeaveOutAfter(known, whole.Seeds, part.Seeds);
        var (all, before) = (whole.Read().Base!, part.Read().Base!);
        var then = before.Claims.Where(claim => claim.FirstReported <= known).ToDictionary(claim => claim.Slug);

        all.Claims.Where(claim => claim.FirstReported <= known).Select(claim => claim.Slug).ShouldBe(then.Keys, ignoreOrder: true);
        then.Count.ShouldBeInRange(1, all.Claims.Count - 1);
        foreach (var claim in all.Claims.Where(claim => then.ContainsKey(claim.Slug)))
        {
            foreach (var day in Days)
                claim.CertaintyOn(day, new(known)).ShouldBe(then[claim.Slug].CertaintyOn(day, new(known)), $"{claim.Slug} on {day:O} by {known:O}");
        }

        foreach (var day in Days)
            OwnersOf(all, day, known).ShouldBe(OwnersOf(before, day, known));
    }

    private static List<string> OwnersOf(KnowledgeBase knowledge, DateOnly day, DateOnly known)
    {
        var question = new OwnershipQuestion { AsOf = new() { ValidOn = day, KnownOn = known } };
        return
        [
            .. from company in knowledge.Entities.OfType<Organisation>()
               from stake in Holders.Of(company.Key, company.Shareholders.Select(StakeClaim.Of), question).Stakes
               orderby company.Slug, knowledge.Entities.Single(entity => entity.Key == stake.Owner).Slug
               select $"{knowledge.Entities.Single(entity => entity.Key == stake.Owner).Slug} {stake.Share.Text} of {company.Slug}, {stake.Certainty}",
        ];
    }

    // The same seeds without the documents dated later, and without what only these state.
    private static void LeaveOutAfter(DateOnly day, string from, string to)
    {
        Directory.CreateDirectory(to);
        var later = new HashSet<string>();
        foreach (var file in Directory.GetFiles(from, "*.jsonl").Order(StringComparer.Ordinal).ToList())
        {
            var lines = File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
            foreach (var document in lines.Select(line => line["documents"]).OfType<JsonObject>().Where(document => IsLater(document, day)))
                later.Add((string)document["id"]!);
        }

        foreach (var file in Directory.GetFiles(from, "*.jsonl").Order(StringComparer.Ordinal))
        {
            using var writer = new StreamWriter(Path.Combine(to, Path.GetFileName(file)));
            foreach (var line in File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!.AsObject()))
            {
                var (section, item) = (line.First().Key, line.First().Value!.AsObject());
                if (section == "documents" && later.Contains((string)item["id"]!))
                    continue;
                foreach (var name in item["names"]?.AsArray() ?? [])
                    Strip(name!.AsObject(), later);
                if (item["names"] is JsonArray names)
                    item["names"] = new JsonArray([.. names.Where(name => name!["citations"]!.AsArray().Count > 0).Select(name => name!.DeepClone())]);
                if (item["citations"] is JsonArray && !Strip(item, later))
                    continue;
                if (item["cause"] is not null)
                    item.Remove("cause");
                writer.WriteLine(line.ToJsonString());
            }
        }
    }

    // False if nothing is left that states it.
    private static bool Strip(JsonObject item, HashSet<string> later)
    {
        var citations = item["citations"]!.AsArray();
        var left = citations.Where(citation => !later.Contains((string)citation!["document"]!)).Select(citation => citation!.DeepClone()).ToList();
        if (left.Count < citations.Count && citations.Any(citation => citation!["states-end"] is not null) && !left.Any(citation => citation["states-end"] is not null))
            item["validity"]!.AsObject().Remove("end");
        if (item["validity"] is JsonObject validity && validity["end"] is null && (string?)validity["ongoing"] == "NO" && citations.Count > left.Count)
            validity["ongoing"] = "YES";
        item["citations"] = new JsonArray([.. left]);
        return left.Exists(citation => (string?)citation["stance"] is null or "SUPPORTS");
    }

    private static bool IsLater(JsonObject document, DateOnly day) =>
        new[] { "published", "updated" }.Select(key => document[key]?["date"]).OfType<JsonNode>().Select(date => PartialDate.Parse(date.ToString()).Latest).Max() > day;
}
