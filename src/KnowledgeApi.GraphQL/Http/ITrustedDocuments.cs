namespace KnowledgeApi.GraphQL.Http;

/// <summary>The documents an operator has approved, to be registered as a service. It is asked by many requests at once.</summary>
public interface ITrustedDocuments
{
    /// <summary>The text of a document, or null if there is none.</summary>
    /// <param name="documentId">
    /// The identifier from the request: a name the operator gave, or <c>sha256:</c> and the 64 lower-case hexadecimal digits of the hash of the text in UTF-8.
    /// </param>
    string? Find(string documentId);
}
