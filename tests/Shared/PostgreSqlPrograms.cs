namespace KnowledgeApi.Testing;

/// <summary>The programs of PostgreSQL, where Debian puts them.</summary>
internal static class PostgreSqlPrograms
{
    private const string Versions = "/usr/lib/postgresql";

    /// <summary>Their folder, of several versions that of the last; null if there is none.</summary>
    public static string? Folder { get; } = Directory.Exists(Versions)
        ? Directory.EnumerateDirectories(Versions).Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    /// <summary>Why there are none; null if there are.</summary>
    public static string? Missing { get; } = Folder is null ? "PostgreSQL is not here: install it (on Debian: postgresql)." : null;
}
