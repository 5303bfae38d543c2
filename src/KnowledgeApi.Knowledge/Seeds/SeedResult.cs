using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>What came of reading seeds.</summary>
/// <param name="Base">The knowledge; null if there is any error.</param>
/// <param name="Problems">The problems, ordered by file, line and column: of errors and of warnings the first 200 each, then how many more there are.</param>
/// <param name="Hash">SHA-256 over the relative paths and contents of all seed files.</param>
public sealed record SeedResult(KnowledgeBase? Base, IReadOnlyList<SeedProblem> Problems, string Hash)
{
    /// <summary>How many errors there are, those that are not among the problems counted too.</summary>
    public int ErrorCount { get; init; }

    /// <summary>Whether the base could be read; there may still be warnings.</summary>
    public bool Succeeded => Base is not null;
}
