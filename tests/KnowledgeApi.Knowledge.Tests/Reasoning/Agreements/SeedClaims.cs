using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Agreements;

namespace KnowledgeApi.Knowledge.Tests.Reasoning.Agreements;

/// <summary>Claims as seeds on the entities of <see cref="TempFolder.Base"/>: what a test varies is given, the rest is filled in.</summary>
internal static class SeedClaims
{
    public static string Stake(string id, string share, string keys = "", string owner = "alpha", string? cited = null) =>
        Claim("shareholdings", id, $"owner: {owner}, company: beta, share: {share}", keys, cited);

    public static string Money(string id, string millions, string keys = "") => Claim(
        "fundings",
        id,
        $"{Unless(keys, "funder: state", "role: FUNDER")}{Unless(keys, "recipient: beta")}amount: {{ exactly: \"{millions}000000\", printed-to: \"1000000\", currency: EUR }}",
        keys);

    public static string Euros(string millions) => $"{{ exactly: \"{millions}000000\", printed-to: \"1000000\", currency: EUR }}";

    public static string Figure(string id, string amount, string keys = "") =>
        Claim("financial-figures", id, $"{Unless(keys, "company: beta")}{Unless(keys, "concept: REVENUE")}amount: {amount}", keys);

    public static string Measured(string id, string number, string keys, string unit = "persons") =>
        Claim("measurements", id, $"subject: beta, quantity: {{ exactly: \"{number}\", printed-to: \"1\", unit: {unit} }}", keys);

    public static string Happening(string id, string kind, string participants, string keys) =>
        Claim("events", id, $"kind: {kind}, summary: It happens, participants: {participants}", keys);

    public static string Founding(string id, string keys) => Happening(id, "FOUNDING", "[{ entity: beta, role: SUBJECT }]", keys);

    public static string Roled(string id, string title) => Claim("roles", id, $"person: ada, organisation: beta, job-title: {title}", "");

    public static string Said(string id, string keys = "") => Claim("statements", id, "speaker: ada, about: [beta], summary: All is well.", keys);

    /// <summary>A citation of the article.</summary>
    public static string Citation(string more = "") => TempFolder.Citation(more);

    /// <summary>A citation of a reader's comment of a day.</summary>
    public static string Comment(string day) => TempFolder.Citation($"section: COMMENT, posted: {day}T10:00, attribution: READER_COMMENT");

    /// <summary>The one group the claims are in.</summary>
    public static ClaimGroup Group(params string[] claims) => Groups(claims).ShouldHaveSingleItem();

    /// <summary>The groups the claims are in.</summary>
    public static IReadOnlyList<ClaimGroup> Groups(params string[] claims) => AgreementFinder.Find(Read(claims).Claims);

    /// <summary>A base of the claims.</summary>
    public static KnowledgeBase Read(params string[] seeds)
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base);
        for (var i = 0; i < seeds.Length; i++)
            folder.Seed($"it{i:00}.yaml", seeds[i]);
        var result = folder.Read();
        result.Problems.ShouldBeEmpty();
        return result.Base!;
    }

    private static string Claim(string section, string id, string own, string keys, string? cited = null) =>
        $"{section}:\n  - {{ id: {id}, {Unless(keys, "status: ACTUAL")}{own}{(keys.Length > 0 ? ", " : "")}{keys}, citations: [{cited ?? Citation()}] }}\n";

    // The key with its usual value, unless the test gives that key or another that stands for it.
    private static string Unless(string keys, string usual, string? other = null) =>
        keys.Contains(usual[..(usual.IndexOf(':', StringComparison.Ordinal) + 1)], StringComparison.Ordinal) || other is not null && keys.Contains(other, StringComparison.Ordinal) ? "" : $"{usual}, ";
}
