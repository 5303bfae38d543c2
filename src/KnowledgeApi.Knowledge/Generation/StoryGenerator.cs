using System.Text.Json;

namespace KnowledgeApi.Knowledge.Generation;

/// <summary>Writes who did what: roles, events and statements.</summary>
/// <param name="world">What there is.</param>
/// <param name="citations">Where it is said.</param>
internal sealed class StoryGenerator(GeneratedWorld world, CitationGenerator citations)
{
    private static readonly string[] JobTitles = ["Chief executive", "Chair of the board", "Chief financial officer", "Founder", "Director of research", "Spokesperson"];
    private static readonly string[] OwnKinds = ["ANNOUNCEMENT", "DECISION", "MIGRATION", "PROFITABILITY", "DISCLOSURE", "WITHDRAWAL"];
    private static readonly string[] Sayings = ["Sales will grow faster than the market", "The company needs no new partner", "Jobs will be kept", "The price of the shares was too high", "Its customers are leaving", "The next year decides"];
    private static readonly string[] SayingStatuses = ["FORECAST", "ACTUAL", "PLANNED", "ACTUAL", "REPORTED", "FORECAST"];

    public void WriteRoles(int company, SeedItemWriter writer)
    {
        var numbers = world.NumbersOf(GeneratedStream.Roles, company);
        var roles = numbers.Percent(35) ? 2 : 1;
        for (var i = 0; i < roles; i++)
        {
            var period = ClaimPeriod.Of(ref numbers, world.FoundedIn(company));
            var json = writer.Begin();
            json.WriteString("id", $"role-{world.CompanySlug(company)}-{(i + 1).Digits()}");
            json.WriteString("person", world.PersonSlug(world.PersonNear(company, ref numbers)));
            json.WriteString("organisation", world.CompanySlug(company));
            json.WriteString("job-title", numbers.OneOf<string>(JobTitles));
            json.WriteString("status", numbers.Percent(92) ? "ACTUAL" : "ANNOUNCED");
            period.Write(json);
            citations.Write(json, ref numbers, company, period.LastYear, period.HasEnd);
            writer.End();
        }
    }

    public void WriteEvents(int company, SeedItemWriter writer)
    {
        var numbers = world.NumbersOf(GeneratedStream.Events, company);
        var (slug, name, founded) = (world.CompanySlug(company), world.NameOf(company), world.FoundedIn(company));
        var founding = $"founding-{slug}";
        var founder = world.PersonSlug(world.PersonNear(company, ref numbers));
        WriteEvent(writer, ref numbers, new(founding, "FOUNDING", $"{name} is founded", company, founded, founder, "FOUNDER", null));
        // Another year for what happened once is a rival.
        if (numbers.Percent(15))
            WriteEvent(writer, ref numbers, new($"{founding}-other", "FOUNDING", $"{name} is founded", company, founded + numbers.Between(-2, 2), founder, "FOUNDER", null));
        var later = numbers.Between(founded + 2, 2020);
        if (numbers.Percent(50))
        {
            var other = (company + 1 + numbers.Below(GeneratedWorld.Block)) % world.Companies;
            var acquired = numbers.Percent(40);
            WriteEvent(writer, ref numbers, new($"{(acquired ? "acquisition" : "partnership")}-{slug}", acquired ? "ACQUISITION" : "PARTNERSHIP",
                acquired ? $"{name} is bought" : $"{name} finds a partner", company, later, other == company ? null : world.CompanySlug(other), acquired ? "BUYER" : "PARTNER", null));
        }
        if (numbers.Percent(40))
            WriteEvent(writer, ref numbers, new($"news-{slug}", numbers.OneOf<string>(OwnKinds), $"{name} makes news", company, Math.Min(later + 1, 2021), null, "", numbers.Percent(40) ? founding : null));
    }

    public void WriteStatements(int company, SeedItemWriter writer)
    {
        var numbers = world.NumbersOf(GeneratedStream.Statements, company);
        if (!numbers.Percent(65))
            return;
        var year = numbers.Between(2009, 2021);
        var saying = numbers.Below(Sayings.Length);
        var json = writer.Begin();
        json.WriteString("id", $"saying-{world.CompanySlug(company)}");
        if (numbers.Percent(85))
            json.WriteString("speaker", world.PersonSlug(world.PersonNear(company, ref numbers)));
        else
            json.WriteString("speaker-described", "an investor who is not named");
        json.WriteStartArray("about");
        json.WriteStringValue(world.CompanySlug(company));
        json.WriteEndArray();
        json.WriteString("summary", $"{Sayings[saying]}.");
        if (numbers.Percent(60))
            json.WriteString("date", numbers.DateIn(year));
        json.WriteString("status", SayingStatuses[saying]);
        citations.Write(json, ref numbers, company, year);
        writer.End();
    }

    private void WriteEvent(SeedItemWriter writer, ref SplitMix64 numbers, GeneratedEvent what)
    {
        var json = writer.Begin();
        json.WriteString("id", what.Id);
        json.WriteString("kind", what.Kind);
        json.WriteString("summary", what.Summary);
        json.WriteString("date", numbers.DateIn(what.Year));
        json.WriteStartArray("participants");
        WriteParticipant(json, world.CompanySlug(what.Company), what.Role == "BUYER" ? "TARGET" : "SUBJECT");
        if (what.Other is { } other)
            WriteParticipant(json, other, what.Role);
        json.WriteEndArray();
        if (what.Cause is { } cause)
            json.WriteString("cause", cause);
        json.WriteString("status", numbers.Percent(93) ? "ACTUAL" : "REPORTED");
        citations.Write(json, ref numbers, what.Company, what.Year);
        writer.End();
    }

    private static void WriteParticipant(Utf8JsonWriter json, string entity, string role)
    {
        json.WriteStartObject();
        json.WriteString("entity", entity);
        json.WriteString("role", role);
        json.WriteEndObject();
    }

    private sealed record GeneratedEvent(string Id, string Kind, string Summary, int Company, int Year, string? Other, string Role, string? Cause);
}
