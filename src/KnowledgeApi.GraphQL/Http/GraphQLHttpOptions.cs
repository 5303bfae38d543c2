using System.IO.Compression;

namespace KnowledgeApi.GraphQL.Http;

/// <summary>Bounds and choices of a GraphQL endpoint. The defaults are safe on the open internet.</summary>
public sealed record GraphQLHttpOptions
{
    /// <summary>The most bytes of a request body, both as sent and after its Content-Encoding is undone.</summary>
    public int MaxRequestBytes { get; init; } = 1024 * 1024;

    /// <summary>The most UTF-16 code units of a query.</summary>
    public int MaxQueryLength { get; init; } = 100_000;

    /// <summary>The most levels of objects and lists in the JSON of a request.</summary>
    public int MaxJsonDepth { get; init; } = 64;

    /// <summary>Responses of at least so many bytes are compressed for clients that accept it; <see cref="int.MaxValue"/> for never.</summary>
    public int CompressionThreshold { get; init; } = 1_400;

    /// <summary>How hard to compress.</summary>
    public CompressionLevel CompressionLevel { get; init; } = CompressionLevel.Fastest;

    /// <summary>True to remember queries by their hash when a client asks for it (automatic persisted queries).</summary>
    public bool LearnPersistedQueries { get; init; } = true;

    /// <summary>The most queries to remember; the one unused for longest is forgotten first.</summary>
    public int MaxPersistedQueries { get; init; } = 1_000;

    /// <summary>The most UTF-16 code units of all remembered queries together.</summary>
    public int MaxPersistedCharacters { get; init; } = 4_000_000;

    /// <summary>True to run the documents of <see cref="ITrustedDocuments"/> and no others.</summary>
    public bool OnlyTrusted { get; init; }
}
