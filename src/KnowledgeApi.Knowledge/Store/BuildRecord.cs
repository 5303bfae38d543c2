namespace KnowledgeApi.Knowledge.Store;

/// <summary>What a base was built from and what came of it. A base holds one. There is no time in it: the same inputs give the same base, to the byte.</summary>
public sealed class BuildRecord
{
    /// <summary>Always 1.</summary>
    public long Key { get; init; }

    /// <summary>SHA-256 over the seeds, the texts and the program.</summary>
    public required string Inputs { get; init; }

    /// <summary>The build of the program that wrote the base; another one may expect other tables.</summary>
    public required string Program { get; init; }

    /// <summary>The <see cref="StoreSummary"/> as JSON.</summary>
    public required string Summary { get; init; }
}
