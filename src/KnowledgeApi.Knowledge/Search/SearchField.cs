namespace KnowledgeApi.Knowledge.Search;

/// <summary>The field of an object in which words were found.</summary>
public enum SearchField
{
    /// <summary>The main name of an entity.</summary>
    Name,

    /// <summary>Another name of an entity, as printed in a document.</summary>
    Alias,

    /// <summary>A heading: the `title` of a document, `summary` of an event, `jobTitle` of a role, or what a claim states in a word or two, such as "Revenue 2013", "Headcount" or "Press release".</summary>
    Title,

    /// <summary>The wording of a claim: its figure, name or date as printed.</summary>
    Wording,

    /// <summary>The summary of a statement.</summary>
    Summary,

    /// <summary>The description of an entity.</summary>
    Description,

    /// <summary>The name of a participant of a claim, or of the publisher or an author of a document. At least one searched word must be in another field.</summary>
    Related,

    /// <summary>The text of a document, if the server has it.</summary>
    Text,
}
