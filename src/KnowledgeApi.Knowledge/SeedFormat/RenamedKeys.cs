namespace KnowledgeApi.Knowledge.SeedFormat;

/// <summary>The keys that seeds once wrote in another way. An old key is an error that names the new one.</summary>
internal static class RenamedKeys
{
    private static readonly Dictionary<(string Mapping, string Old), string> Names = new()
    {
        [("seed file", "figures")] = "financial-figures",
        [("financial figure", "metric")] = "concept",
        [("financial figure", "period")] = "fiscal-period",
        [("event", "event")] = "kind",
        [("event", "title")] = "summary",
        [("role", "title")] = "job-title",
        [("participant", "part")] = "role",
        [("validity", "from")] = "start",
        [("validity", "to")] = "end",
        [("citation", "tells-end")] = "states-end",
    };

    /// <summary>All renamed keys, for the test that each is reported.</summary>
    public static IReadOnlyCollection<(string Mapping, string Old)> All => Names.Keys;

    /// <summary>The new name of an old key of a mapping; null if the mapping never had such a key.</summary>
    public static string? NewName(string mapping, string key) => Names.GetValueOrDefault((mapping, key));
}
