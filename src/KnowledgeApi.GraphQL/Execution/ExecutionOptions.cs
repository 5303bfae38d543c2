namespace KnowledgeApi.GraphQL.Execution;

/// <summary>The bounds of planning and running an operation; each has a safe default.</summary>
public sealed record ExecutionOptions
{
    /// <summary>How many documents stay parsed, validated and planned.</summary>
    public int MaxCachedDocuments { get; init; } = 1_000;

    /// <summary>A longer document is run but not kept, in UTF-16 code units.</summary>
    public int MaxCachedDocumentLength { get; init; } = 100_000;

    /// <summary>The most different fields in one plan.</summary>
    public int MaxPlanFields { get; init; } = 10_000;

    /// <summary>The most objects found in batches for one response.</summary>
    public int MaxObjects { get; init; } = 200_000;

    /// <summary>The largest response, in bytes.</summary>
    public int MaxResponseBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The longest an operation may run.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);
}
