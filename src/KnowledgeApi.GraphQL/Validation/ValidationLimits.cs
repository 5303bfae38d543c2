namespace KnowledgeApi.GraphQL.Validation;

/// <summary>
/// How much a document may ask for. All counts are of its operations with their fragments expanded wherever they are spread,
/// so that a short document cannot stand for an enormous one. What goes beyond is refused before work is spent on it.
/// </summary>
public sealed record ValidationLimits
{
    public static ValidationLimits Default { get; } = new();

    /// <summary>The most errors that are reported; one more says that there are others.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>The most levels of selection sets inside each other; an inline fragment and a spread are levels too.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>The most fields.</summary>
    public int MaxFields { get; init; } = 10_000;

    /// <summary>The most fields that are given an alias.</summary>
    public int MaxAliases { get; init; } = 2_000;

    /// <summary>The most fragment spreads.</summary>
    public int MaxFragmentSpreads { get; init; } = 10_000;

    /// <summary>The most steps spent on the question whether fields of one response name can be merged, for the whole document.</summary>
    public int MaxMergeComparisons { get; init; } = 500_000;
}
