namespace KnowledgeApi.Knowledge.Store;

/// <summary>What a base was built from and what came of it. A base holds one.</summary>
public sealed class BuildRecord
{
    /// <summary>Always 1.</summary>
    public long Key { get; init; }

    /// <summary>SHA-256 over everything the base depends on: the seeds, the texts and this program's model. A base whose hash is unchanged is used again.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was built, in UTC.</summary>
    public DateTime BuiltAt { get; init; }

    /// <summary>The summary as JSON.</summary>
    public required string Summary { get; init; }
}
