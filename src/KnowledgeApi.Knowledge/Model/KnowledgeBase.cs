namespace KnowledgeApi.Knowledge.Model;

/// <summary>All knowledge as one graph of objects: every reference leads to an object of the same base.</summary>
public sealed class KnowledgeBase
{
    /// <summary>All documents in the order of the seeds.</summary>
    public required IReadOnlyList<Document> Documents { get; init; }

    /// <summary>All entities in the order of the seeds.</summary>
    public required IReadOnlyList<Entity> Entities { get; init; }

    /// <summary>All claims in the order of the seeds.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>All citations, of names first and of claims after.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>The findings the curators accept, in the order of the seeds.</summary>
    public IReadOnlyList<Acceptance> Acceptances { get; init; } = [];
}

/// <summary>A finding the curators accept.</summary>
/// <param name="Finding">The slug of the finding.</param>
/// <param name="Reason">Why it is left at that.</param>
public sealed record Acceptance(string Finding, string Reason);
