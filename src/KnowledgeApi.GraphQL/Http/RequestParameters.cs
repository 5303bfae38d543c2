using System.Text.Json;

namespace KnowledgeApi.GraphQL.Http;

/// <summary>The parameters of one GraphQL request as they came, by GET or POST.</summary>
internal sealed class RequestParameters : IDisposable
{
    private JsonDocument? _variables;

    public string? Query { get; set; }

    public string? OperationName { get; set; }

    /// <summary>The identifier of a trusted document.</summary>
    public string? DocumentId { get; set; }

    /// <summary>The hash of an automatic persisted query: 64 lower-case hexadecimal digits.</summary>
    public string? PersistedHash { get; set; }

    /// <summary>A JSON object or nothing. It lives as long as these parameters.</summary>
    public JsonElement? Variables => _variables?.RootElement;

    public void Own(JsonDocument variables) => _variables = variables;

    public void Dispose() => _variables?.Dispose();
}
