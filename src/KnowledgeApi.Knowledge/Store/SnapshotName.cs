namespace KnowledgeApi.Knowledge.Store;

/// <summary>The name of a snapshot: what it was made from, and what it is.</summary>
/// <param name="Inputs">SHA-256 over the seeds, the texts and the program, in lower-case hexadecimal. Snapshots made from the same answer the same.</param>
/// <param name="Content">SHA-256 over all that is stored, in lower-case hexadecimal.</param>
public sealed record SnapshotName(string Inputs, string Content)
{
    /// <summary>A short form, for files and messages.</summary>
    public override string ToString() => $"{Short(Inputs)}-{Short(Content)}";

    /// <summary>Whether both are hashes. What a file says they are may be anything, such as a path.</summary>
    internal bool IsWellFormed => IsHash(Inputs) && IsHash(Content);

    private static bool IsHash(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);

    private static string Short(string hash) => hash.Length > 16 ? hash[..16] : hash;
}
