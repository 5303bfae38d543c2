namespace KnowledgeApi.Knowledge.Model;

/// <summary>A question the curators name, so that the claims that answer it are one agreement, whatever they are about and however they are stated.</summary>
/// <param name="Slug">Its id, unique among questions.</param>
/// <param name="Text">The question in words.</param>
/// <param name="Exclusive">Whether only one answer can be true.</param>
/// <param name="Note">Why its answers do or do not meet; null if there is nothing to say.</param>
/// <param name="Differences">How the answers differ besides what can be computed.</param>
internal sealed record Question(string Slug, string Text, bool Exclusive, string? Note, IReadOnlyList<Difference> Differences);

/// <summary>In what claims of one agreement differ.</summary>
public enum Difference
{
    /// <summary>They state other numbers.</summary>
    Value,

    /// <summary>They state other dates or periods.</summary>
    When,

    /// <summary>Others take part, act, pay or receive.</summary>
    Who,

    /// <summary>A document contradicts one, or has given up what another has not.</summary>
    Whether,

    /// <summary>The same thing has other names, as the curators noted.</summary>
    Name,

    /// <summary>They are stated otherwise: as fact or plan, exactly or about, as promised or paid, as held directly or not.</summary>
    Qualification,
}
