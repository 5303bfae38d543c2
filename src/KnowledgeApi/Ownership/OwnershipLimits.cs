namespace KnowledgeApi.Ownership;

/// <summary>Bounds of answers about ownership: settings `Ownership:...`.</summary>
public sealed record OwnershipLimits
{
    /// <summary>The most stakes one after the other, unless the client says how many.</summary>
    public const int DefaultDepth = 8;

    /// <summary>The most paths that are listed, unless the client says how many.</summary>
    public const int DefaultPaths = 100;

    /// <summary>The most stakes one after the other that may be asked for, and so the most statements of one walk.</summary>
    public int MaxDepth { get; init; } = 16;

    /// <summary>The most entities one answer looks at, the nearest first.</summary>
    public int MaxNodes { get; init; } = 10_000;

    /// <summary>The most paths that may be asked for.</summary>
    public int MaxPaths { get; init; } = 1_000;

    /// <summary>The most entities drawn in one picture, the nearest first.</summary>
    public int MaxDrawn { get; init; } = 60;
}
