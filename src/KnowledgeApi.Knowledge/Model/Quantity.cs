namespace KnowledgeApi.Knowledge.Model;

/// <summary>A number with a unit as a document states it, kept as the range of numbers its words allow.</summary>
public sealed record Quantity : Bounds
{
    /// <summary>The unit in English, such as "persons", "jobs" or "percent"; for money the ISO 4217 code, such as "EUR".</summary>
    public required string Unit { get; init; }
}
