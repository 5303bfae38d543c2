using System.Text;
using System.Text.Json;
using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Tests.Harness;

/// <summary>An executor of a handful of fields that end in every way a request can end.</summary>
internal sealed class StubExecutor : IRequestExecutor
{
    public const int LargeLength = 10_000;

    private static readonly HashSet<string> Fields = ["__typename", "__type", "crash", "partial", "large", "wait", "limit"];

    public string Version { get; set; } = "1";

    public int Executions { get; private set; }

    public GraphQLRequest? Last { get; private set; }

    /// <summary>The variables of the last request; the element itself does not outlive its request.</summary>
    public string? LastVariables { get; private set; }

    public TaskCompletionSource Waiting { get; } = new();

    public async Task<ExecutionResult> ExecuteAsync(GraphQLRequest request, IServiceProvider services, CancellationToken cancellation)
    {
        Executions++;
        Last = request;
        LastVariables = request.Variables?.GetRawText();
        DocumentNode document;
        try
        {
            document = Parser.ParseDocument(request.Query);
        }
        catch (SyntaxException error)
        {
            return Result(ExecutionOutcome.RequestError, Error(error.Message, ErrorCodes.SyntaxError));
        }

        var operation = document.Definitions.OfType<OperationDefinitionNode>()
            .FirstOrDefault(o => request.OperationName is null || o.Name?.Value == request.OperationName);
        if (operation is null)
            return Result(ExecutionOutcome.RequestError, Error("No such operation.", ErrorCodes.ValidationFailed));
        if (operation.Operation != OperationType.Query && !request.AllowMutations)
            return Result(ExecutionOutcome.OperationNotAllowed, Error("Only queries.", ErrorCodes.MethodNotAllowed));
        var field = operation.SelectionSet.Selections.OfType<FieldNode>().First().Name.Value;
        if (!Fields.Contains(field) || operation.VariableDefinitions.Any(v => IsMissing(v, request.Variables)))
            return Result(ExecutionOutcome.RequestError, Error("Not valid.", ErrorCodes.ValidationFailed));
        switch (field)
        {
            case "crash":
                throw new InvalidTimeZoneException("a secret of the server");
            case "wait":
                Waiting.SetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
                break;
            case "limit":
                return Result(ExecutionOutcome.LimitExceeded, Error("Too much.", ErrorCodes.DocumentLimit));
            case "partial":
                return Result(ExecutionOutcome.Executed, "{\"data\":{\"partial\":null},\"errors\":[{\"message\":\"Half of it.\"}]}", hasErrors: true);
            case "large":
                return Result(ExecutionOutcome.Executed, $"{{\"data\":{{\"large\":\"{new string('x', LargeLength)}\"}}}}");
        }

        return Result(ExecutionOutcome.Executed, $"{{\"data\":{{\"{field}\":\"Query\"}}}}");
    }

    private static bool IsMissing(VariableDefinitionNode definition, JsonElement? variables) =>
        definition is { Type: NonNullTypeNode, DefaultValue: null }
        && !(variables is { } values && values.TryGetProperty(definition.Variable.Name.Value, out var value) && value.ValueKind != JsonValueKind.Null);

    private static string Error(string message, string code) =>
        $"{{\"errors\":[{{\"message\":{JsonSerializer.Serialize(message)},\"extensions\":{{\"code\":\"{code}\"}}}}]}}";

    private static ExecutionResult Result(ExecutionOutcome outcome, string json, bool hasErrors = false)
    {
        var buffer = new JsonBuffer();
        buffer.WriteRaw(Encoding.UTF8.GetBytes(json));
        return new ExecutionResult(outcome, buffer) { HasErrors = hasErrors };
    }
}
