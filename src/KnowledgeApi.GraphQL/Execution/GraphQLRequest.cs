using System.Text.Json;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Execution;

/// <summary>One request, whatever way it came.</summary>
public sealed record GraphQLRequest
{
    public required string Query { get; init; }

    public string? OperationName { get; init; }

    /// <summary>A JSON object, JSON null or nothing.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>False where only a query may run, as with GET.</summary>
    public bool AllowMutations { get; init; } = true;
}

/// <summary>How a request ended.</summary>
public enum ExecutionOutcome
{
    /// <summary>It ran; there may be field errors beside the data.</summary>
    Executed,

    /// <summary>It was refused before it ran: there is no data.</summary>
    RequestError,

    /// <summary>It is not a query, and only queries are allowed here.</summary>
    OperationNotAllowed,

    /// <summary>It was refused for going beyond a limit: there is no data.</summary>
    LimitExceeded,
}

/// <summary>A finished request. Its memory is lent until it is disposed.</summary>
public sealed class ExecutionResult : IDisposable
{
    private readonly JsonBuffer _json;

    internal ExecutionResult(ExecutionOutcome outcome, JsonBuffer json)
    {
        Outcome = outcome;
        _json = json;
    }

    public ExecutionOutcome Outcome { get; }

    /// <summary>True if there are field errors beside the data; the answer may then be another one next time.</summary>
    public bool HasErrors { get; internal init; }

    /// <summary>The whole response, <c>{"data":...}</c>, as UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte> Body => _json.WrittenMemory;

    public void Dispose() => _json.Dispose();
}
