namespace KnowledgeApi.Knowledge.Search;

/// <summary>What of an object is searched.</summary>
public enum SearchField
{
    /// <summary>The name this base uses for an entity.</summary>
    Name,

    /// <summary>Another name of an entity, as a document prints it.</summary>
    Alias,

    /// <summary>The title of a document, of an event or of a role.</summary>
    Title,

    /// <summary>The figure, name or date of a claim as printed.</summary>
    Wording,

    /// <summary>What a statement says, in our own words.</summary>
    Summary,

    /// <summary>The line about an entity, in our own words.</summary>
    Description,

    /// <summary>
    /// The name of an entity that takes part in a claim, of the publisher of a document or of one of its authors. It helps to find an
    /// object by several words, but at least one word must be found in the object's own texts.
    /// </summary>
    Related,

    /// <summary>The text of a document, where this base has got it.</summary>
    Text,
}
