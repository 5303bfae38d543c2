namespace KnowledgeApi.Hosting;

/// <summary>Where things are. Each is an option of the commands, a setting `Knowledge:...` or an environment variable `KNOWLEDGE_...`.</summary>
public sealed record KnowledgeSettings
{
    /// <summary>The folder of the seeds: by default <c>seeds</c> here, or else beside the program.</summary>
    public required string Seeds { get; init; }

    /// <summary>The folder of the documents' texts; null if the operator has none.</summary>
    public string? Documents { get; init; }

    /// <summary>The file of the database, which is derived and may be deleted at any time.</summary>
    public required string Database { get; init; }

    /// <summary>The settings of a configuration, with defaults where it has none.</summary>
    public static KnowledgeSettings Read(IConfiguration configuration)
    {
        return new KnowledgeSettings
        {
            Seeds = Setting("Seeds") ?? DefaultSeeds(),
            Documents = Setting("Documents"),
            Database = Setting("Database") ?? Path.Combine("data", "knowledge.db"),
        };

        string? Setting(string name)
        {
            var value = configuration[$"KNOWLEDGE_{name.ToUpperInvariant()}"] ?? configuration[$"Knowledge:{name}"];
            return string.IsNullOrWhiteSpace(value) ? null : value;
        }
    }

    private static string DefaultSeeds() => Directory.Exists("seeds") ? "seeds" : Path.Combine(AppContext.BaseDirectory, "seeds");
}
