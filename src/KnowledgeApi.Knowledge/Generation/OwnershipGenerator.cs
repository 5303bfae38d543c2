using System.Text.Json;

namespace KnowledgeApi.Knowledge.Generation;

/// <summary>
/// Writes who owns a company: holdings own groups, groups own companies, companies a few others; in some blocks a group owns a part of its own holding, and two holdings parts of each
/// other. What is stated as a fact makes at most the whole; hearsay may make more.
/// </summary>
/// <param name="world">What there is.</param>
/// <param name="citations">Where it is said.</param>
internal sealed class OwnershipGenerator(GeneratedWorld world, CitationGenerator citations)
{
    // Shares are in tenths of a percent.
    private const int Whole = 1_000;

    // Forms are numbers below a hundred, so that some are more frequent than others.
    private const int Printed = 0;
    private const int Rounded = 70;

    public void Write(int company, SeedItemWriter writer)
    {
        var numbers = world.NumbersOf(GeneratedStream.Shareholdings, company);
        var owners = OwnersOf(company, ref numbers);
        var left = numbers.Percent(25) ? Whole : numbers.Between(600, Whole);
        for (var i = 0; i < owners.Count; i++)
        {
            var others = owners.Count - 1 - i;
            var share = others == 0 ? left : i == 0 ? left * numbers.Between(45, 80) / 100 : Math.Max(1, left * numbers.Between(20, 60) / 100);
            left -= share;
            WriteStake(writer, ref numbers, company, owners[i], share);
        }
    }

    private List<string> OwnersOf(int company, ref SplitMix64 numbers)
    {
        var wanted = numbers.Below(100) switch
        {
            < 30 => 1,
            < 65 => 2,
            < 88 => 3,
            _ => 4,
        };
        var block = company / GeneratedWorld.Block;
        var owners = new List<string> { FirstOwner(company, ref numbers) };
        if (GeneratedWorld.IsHolding(company))
        {
            // Parts of a circle come second: the first owner keeps most.
            if (block % 5 == 0 && company + 1 < world.Companies)
                owners.Add(world.CompanySlug(company + 1));
            if (block % 7 == 0 && block + 1 < world.Blocks)
                owners.Add(world.CompanySlug(company + GeneratedWorld.Block));
            if (block % 7 == 1)
                owners.Add(world.CompanySlug(company - GeneratedWorld.Block));
        }
        for (var attempt = 0; attempt < 4 && owners.Count < wanted; attempt++)
            if (OtherOwner(company, ref numbers) is var owner && !owners.Contains(owner))
                owners.Add(owner);
        return owners;
    }

    private string FirstOwner(int company, ref SplitMix64 numbers)
    {
        var holding = company / GeneratedWorld.Block * GeneratedWorld.Block;
        if (GeneratedWorld.IsHolding(company))
            return PersonOrBody(company, ref numbers);
        if (GeneratedWorld.IsGroup(company))
            return world.CompanySlug(holding);
        var first = holding + GeneratedWorld.Groups + 1;
        return company > first && numbers.Percent(15) ? world.CompanySlug(numbers.Between(first, company - 1)) : world.CompanySlug(holding + numbers.Between(1, GeneratedWorld.Groups));
    }

    private string OtherOwner(int company, ref SplitMix64 numbers)
    {
        var holding = company / GeneratedWorld.Block * GeneratedWorld.Block;
        var kind = numbers.Below(100);
        if (kind < 35 && !GeneratedWorld.IsHolding(company) && !GeneratedWorld.IsGroup(company))
            return world.CompanySlug(holding + numbers.Between(1, GeneratedWorld.Groups));
        // Holdings above holdings only upwards, so that the circles there are are those that are meant.
        if (kind < 50 && !GeneratedWorld.IsHolding(company) && holding + GeneratedWorld.Block < world.Companies)
            return world.CompanySlug(holding + GeneratedWorld.Block);
        return PersonOrBody(company, ref numbers);
    }

    private string PersonOrBody(int company, ref SplitMix64 numbers) =>
        numbers.Percent(75) ? world.PersonSlug(world.PersonNear(company, ref numbers)) : GeneratedWorld.PublicBodySlug(numbers.Below(world.PublicBodies));

    private void WriteStake(SeedItemWriter writer, ref SplitMix64 numbers, int company, string owner, int share)
    {
        var id = $"{world.CompanySlug(company)}-{owner}";
        var status = numbers.Percent(90) ? "ACTUAL" : numbers.Percent(70) ? "REPORTED" : "PLANNED";
        var stake = new Stake(id, owner, company, share, status, ClaimPeriod.Of(ref numbers, world.FoundedIn(company)));
        WriteClaim(writer, ref numbers, stake, form: numbers.Below(100));
        // Rivals: a coarser print of the same, less, or more by hearsay.
        switch (numbers.Below(100))
        {
            case < 6:
                WriteClaim(writer, ref numbers, stake with { Id = $"{id}-rounded" }, Rounded);
                break;
            case < 9:
                WriteClaim(writer, ref numbers, stake with { Id = $"{id}-less", Tenths = Math.Max(1, share * numbers.Between(60, 95) / 100) }, Printed);
                break;
            case < 12:
                WriteClaim(writer, ref numbers, stake with { Id = $"{id}-more", Tenths = Math.Min(Whole, share + numbers.Between(10, 90)), Status = "REPORTED" }, Printed);
                break;
        }
    }

    private void WriteClaim(SeedItemWriter writer, ref SplitMix64 numbers, Stake stake, int form)
    {
        var json = writer.Begin();
        json.WriteString("id", stake.Id);
        json.WriteString("owner", stake.Owner);
        json.WriteString("company", world.CompanySlug(stake.Company));
        WriteShare(json, stake.Tenths, form);
        if (numbers.Percent(15))
            json.WriteString("basis", numbers.Percent(66) ? "CAPITAL" : "VOTES");
        json.WriteString("status", stake.Status);
        stake.Period.Write(json);
        if (form < Rounded)
            json.WriteString("wording", $"{(stake.Tenths / 10).Digits()},{(stake.Tenths % 10).Digits()} %");
        citations.Write(json, ref numbers, stake.Company, stake.Period.LastYear, stake.Period.HasEnd);
        writer.End();
    }

    // None of these has a lower bound above the share, so that stakes that make at most the whole never certainly make more.
    private static void WriteShare(Utf8JsonWriter json, int tenths, int form)
    {
        var percent = tenths / 10;
        switch (form)
        {
            case < Rounded:
                json.WriteString("share", tenths.Tenths());
                break;
            case < 78:
                json.WriteString("share", ((tenths + 5) / 10).Digits());
                break;
            case < 84:
                json.WriteMap("share", ("about", percent.Digits()));
                break;
            case < 90:
                json.WriteMap("share", (percent > 0 ? "more-than" : "at-least", Math.Max(0, percent - 1).Digits()));
                break;
            case < 95:
                json.WriteBetween("share", percent, Math.Min(100, percent + 2), unit: null);
                break;
            case < 97 when tenths > 10:
                json.WriteMap("share", ("fraction", $"1/{((Whole + tenths - 1) / tenths).Digits()}"));
                break;
            default:
                json.WriteNull("share");
                break;
        }
    }

    private sealed record Stake(string Id, string Owner, int Company, int Tenths, string Status, ClaimPeriod Period);
}
