namespace KnowledgeApi.Benchmarks.Comparison;

/// <summary>How far a document gets.</summary>
internal enum Stage
{
    /// <summary>It does not parse.</summary>
    Syntax,

    /// <summary>It parses, but a rule of validation forbids it.</summary>
    Invalid,

    /// <summary>It can be run.</summary>
    Valid,
}

/// <summary>What a judge says of a document.</summary>
/// <param name="Stage">How far it gets.</param>
/// <param name="Places">The places of its errors, such as <c>1:7</c>, each once.</param>
/// <param name="Message">The first of its errors, for people.</param>
internal sealed record Verdict(Stage Stage, IReadOnlySet<string> Places, string? Message)
{
    public static Verdict Valid { get; } = new(Stage.Valid, new HashSet<string>(), null);

    public static Verdict Refused(Stage stage, IEnumerable<(int Line, int Column)> places, string? message) =>
        new(stage, places.Select(place => $"{place.Line}:{place.Column}").ToHashSet(StringComparer.Ordinal), message);
}
