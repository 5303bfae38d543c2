namespace KnowledgeApi.Ownership;

/// <summary>Bounds of answers about ownership: settings `Ownership:...`.</summary>
public sealed record OwnershipLimits
{
    /// <summary>The most stakes one after the other that may be asked for, and so the most statements of one answer.</summary>
    public int MaxDepth { get; init; } = 16;

    /// <summary>The most entities one answer looks at, the nearest first.</summary>
    public int MaxNodes { get; init; } = 10_000;

    /// <summary>The most paths, owners or companies one list may be asked to have.</summary>
    public int MaxItems { get; init; } = 1_000;

    /// <summary>The most entities drawn in one picture, the nearest first.</summary>
    public int MaxDrawn { get; init; } = 60;
}
