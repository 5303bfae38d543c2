namespace KnowledgeApi.Knowledge.Model;

/// <summary>A sum of money as a document states it, kept as the range of sums its words allow.</summary>
public sealed record Money : Bounds
{
    /// <summary>The currency by its ISO 4217 code, such as EUR.</summary>
    public required string Currency { get; init; }
}
