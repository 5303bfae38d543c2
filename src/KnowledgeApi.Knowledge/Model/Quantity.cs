namespace KnowledgeApi.Knowledge.Model;

/// <summary>A number of something as a document tells it, kept as the range of numbers the words allow.</summary>
public sealed record Quantity : Bounds
{
    /// <summary>What is counted, in English: persons, jobs, percent, machines ...</summary>
    public required string Unit { get; init; }
}
