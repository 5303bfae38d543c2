using KnowledgeApi.Knowledge.Texts;

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

    /// <summary>The folder of the bases built from the seeds, which are derived and may be deleted at any time, or the address of a PostgreSQL database for them.</summary>
    public required string Database { get; init; }

    private const string Section = "Knowledge";
    private const string Prefix = "KNOWLEDGE_";

    private static readonly string[] Names = [nameof(Seeds), nameof(Documents), nameof(Database)];

    /// <summary>The settings of a configuration, with defaults where it has none.</summary>
    /// <exception cref="UnusableSettingException">One has a name that is near to these, and is none.</exception>
    public static KnowledgeSettings Read(IConfiguration configuration)
    {
        CheckNames(configuration);
        var defaults = DefaultPaths.Find(Directory.GetCurrentDirectory(), AppContext.BaseDirectory);
        return new KnowledgeSettings
        {
            Seeds = Setting(nameof(Seeds)) ?? defaults.Seeds,
            Documents = Setting(nameof(Documents)),
            Database = Setting(nameof(Database)) ?? defaults.Database,
        };

        string? Setting(string name)
        {
            var value = configuration[Variable(name)] ?? configuration[$"{Section}:{name}"];
            return string.IsNullOrWhiteSpace(value) ? null : value;
        }
    }

    private static string Variable(string name) => Prefix + name.ToUpperInvariant();

    /// <summary>Refuses what was meant for this program and would be ignored.</summary>
    private static void CheckNames(IConfiguration configuration)
    {
        LimitSettings.CheckNames(configuration, Section, Names);
        string[] variables = [.. Names.Select(Variable), ListenAddresses.Variable];
        foreach (var given in configuration.GetChildren())
        {
            var name = given.Key;
            // The environment has much that is none of ours; what begins as ours or is one or two letters away is.
            if (variables.Contains(name, StringComparer.OrdinalIgnoreCase))
                continue;
            if (name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || variables.Any(variable => Nearest.Distance(name, variable) <= 2))
                throw new UnusableSettingException($"There is no setting {name}.{Nearest.Hint(name, variables)}", $"The environment can have {string.Join(", ", variables)}.");
        }

        string[] sections = [Section, .. LimitSettings.Sections.Keys.Select(section => section.Split(':')[0]).Distinct()];
        foreach (var section in configuration.GetChildren().Where(each => each.Value is null && !sections.Contains(each.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (sections.FirstOrDefault(known => Nearest.Distance(section.Key, known) <= 2) is { } meant)
                throw new UnusableSettingException($"There is no group of settings {section.Key}. Did you mean \"{meant}\"?", $"There are {string.Join(", ", sections)}.");
        }
    }
}
