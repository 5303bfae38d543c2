using System.Security.Cryptography;
using System.Text;
using KnowledgeApi.GraphQL.Responses;
using Microsoft.AspNetCore.Http;

namespace KnowledgeApi.GraphQL.Http;

/// <summary>Finds the text of the document a request asks for: as sent, by hash, or by the identifier of a trusted document.</summary>
internal sealed class DocumentResolver(GraphQLHttpOptions options)
{
    private const string HashPrefix = "sha256:";

    private readonly PersistedQueries _persisted = new(options.MaxPersistedQueries, options.MaxPersistedCharacters);

    private bool Learns => options is { LearnPersistedQueries: true, OnlyTrusted: false };

    /// <exception cref="RequestRefusedException">There is no such document, or it may not be run.</exception>
    public string Resolve(RequestParameters parameters, ITrustedDocuments? trusted)
    {
        if (parameters.DocumentId is { } id)
        {
            if (parameters.Query is not null)
                throw RequestRefusedException.Malformed("Expected either \"query\" or \"documentId\", found both.");
            return trusted?.Find(id) ?? throw RequestRefusedException.RequestError(ErrorCodes.DocumentNotFound, "No document has this identifier.");
        }

        if (parameters.Query is not { } query)
            return FindByHash(parameters.PersistedHash ?? throw RequestRefusedException.Malformed("The request has no \"query\"."), trusted);
        if (parameters.PersistedHash is { } hash && hash != Hash(query))
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, ErrorCodes.PersistedQueryHashMismatch, "The hash is not that of the query.");
        if (options.OnlyTrusted && trusted?.Find(HashPrefix + Hash(query)) != query)
            throw new RequestRefusedException(StatusCodes.Status403Forbidden, ErrorCodes.DocumentNotTrusted, "Only trusted documents may be run.");
        return query;
    }

    /// <summary>Remembers a query that came with its hash. Called only once it has run, so that documents that do not run take no memory.</summary>
    public void Learn(RequestParameters parameters)
    {
        if (Learns && parameters is { PersistedHash: { } hash, Query: { } query })
            _persisted.Add(hash, query);
    }

    // The messages are those of the protocol: some clients look at them and not at the code.
    private string FindByHash(string hash, ITrustedDocuments? trusted)
    {
        if (trusted?.Find(HashPrefix + hash) is { } document)
            return document;
        if (!Learns)
            throw RequestRefusedException.RequestError(ErrorCodes.PersistedQueryNotSupported, "PersistedQueryNotSupported");
        return _persisted.Find(hash) ?? throw RequestRefusedException.RequestError(ErrorCodes.PersistedQueryNotFound, "PersistedQueryNotFound");
    }

    private static string Hash(string query) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)));
}
