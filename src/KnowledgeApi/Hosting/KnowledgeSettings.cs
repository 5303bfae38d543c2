namespace KnowledgeApi.Hosting;

/// <summary>
/// Where things are. Each is an option of the commands, a setting <c>Knowledge:...</c> or an environment variable <c>KNOWLEDGE_...</c>. A relative path means the
/// folder the program is called from.
/// </summary>
public sealed record KnowledgeSettings
{
    /// <summary>The folder of the seeds: by default <c>seeds</c> here, or else in the clone the program was built in.</summary>
    public required string Seeds { get; init; }

    /// <summary>The folder of the documents' texts; null if the operator has none.</summary>
    public string? Documents { get; init; }

    /// <summary>The file of the database, which is derived and may be deleted at any time.</summary>
    public required string Database { get; init; }

    /// <summary>The settings of a configuration, with defaults where it has none.</summary>
    public static KnowledgeSettings Read(IConfiguration configuration)
    {
        var defaults = DefaultPaths.Find(Directory.GetCurrentDirectory(), AppContext.BaseDirectory);
        return new KnowledgeSettings
        {
            Seeds = Setting("Seeds") ?? defaults.Seeds,
            Documents = Setting("Documents"),
            Database = Setting("Database") ?? defaults.Database,
        };

        string? Setting(string name)
        {
            var value = configuration[$"KNOWLEDGE_{name.ToUpperInvariant()}"] ?? configuration[$"Knowledge:{name}"];
            return string.IsNullOrWhiteSpace(value) ? null : value;
        }
    }
}
