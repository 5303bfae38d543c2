using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.GraphQL.Validation;
using Microsoft.Extensions.Logging;

namespace KnowledgeApi.GraphQL.Execution;

/// <summary>Runs requests against one schema: parse, validate, plan, execute. The first three are done once a document.</summary>
public sealed class RequestExecutor(
    Schema schema,
    ExecutionOptions options,
    ParserLimits parserLimits,
    ValidationLimits validationLimits,
    Func<string> version,
    ILogger<RequestExecutor> logger) : IRequestExecutor
{
    private readonly BoundedCache<string, PreparedDocument> _documents = new(options.MaxCachedDocuments);

    /// <inheritdoc/>
    public string Version => version();

    /// <inheritdoc/>
    public async Task<ExecutionResult> ExecuteAsync(GraphQLRequest request, IServiceProvider services, CancellationToken cancellation)
    {
        var document = Prepare(request.Query);
        if (document.Errors is { } errors)
            return Refuse(document.Outcome, errors);
        var (operation, unknown) = document.FindOperation(request.OperationName);
        if (operation is null)
            return Refuse(ExecutionOutcome.RequestError, unknown!);
        if (operation.Operation == OperationType.Subscription)
            return Refuse(ExecutionOutcome.RequestError, new GraphQLError("Subscriptions are not supported.", ErrorCodes.OperationNotSupported, [operation.Location]));
        if (operation.Operation == OperationType.Mutation && !request.AllowMutations)
            return Refuse(ExecutionOutcome.OperationNotAllowed, new GraphQLError("Only queries can be run this way; send a mutation with POST.", ErrorCodes.OperationNotAllowed, [operation.Location]));
        var invalid = VariableCoercion.Coerce(schema, operation, request.Variables, out var variables);
        if (invalid.Count > 0)
            return Refuse(ExecutionOutcome.RequestError, [.. invalid]);
        return await RunAsync(document, operation, variables, services, cancellation);
    }

    private async Task<ExecutionResult> RunAsync(
        PreparedDocument document, OperationDefinitionNode operation, VariableValues variables, IServiceProvider services, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(options.Deadline);
        var json = new JsonBuffer();
        try
        {
            var plan = document.Plan(schema, operation, variables, options.MaxPlanFields);
            var run = new ExecutionRun(schema, variables, options, services, logger, deadline.Token);
            var root = await new OperationExecutor(run).ExecuteAsync(plan);
            new ResponseWriter(run, json).Write(plan, root);
            return new ExecutionResult(ExecutionOutcome.Executed, json);
        }
        catch (Exception e) when (RefusalOf(e, operation, cancellation) is { } refusal)
        {
            json.Dispose();
            return refusal;
        }
    }

    /// <summary>The response to an operation that could not be run to its end, or null if that is no fault of the operation.</summary>
    private ExecutionResult? RefusalOf(Exception exception, OperationDefinitionNode operation, CancellationToken cancellation) => exception switch
    {
        ConditionException condition => Refuse(ExecutionOutcome.RequestError, new GraphQLError(condition.Message, ErrorCodes.VariableInvalid, [condition.Location])),
        PlanLimitException => Refuse(ExecutionOutcome.LimitExceeded, new GraphQLError(exception.Message, ErrorCodes.DocumentLimit, [operation.Location])),
        ResultLimitException => Refuse(ExecutionOutcome.LimitExceeded, new GraphQLError(exception.Message, ErrorCodes.ResultLimit, [operation.Location])),
        OperationCanceledException when !cancellation.IsCancellationRequested => Refuse(
            ExecutionOutcome.LimitExceeded,
            new GraphQLError($"The operation took longer than {options.Deadline.TotalSeconds:0.#} seconds and was stopped.", ErrorCodes.TimeLimit, [operation.Location])),
        _ => null,
    };

    private PreparedDocument Prepare(string text)
    {
        if (_documents.TryGet(text, out var known))
            return known;
        var prepared = PreparedDocument.Create(schema, text, parserLimits, validationLimits);
        return text.Length > options.MaxCachedDocumentLength ? prepared : _documents.Add(text, prepared);
    }

    private static ExecutionResult Refuse(ExecutionOutcome outcome, params IReadOnlyList<GraphQLError> errors)
    {
        var json = new JsonBuffer();
        json.WriteRaw("{\"errors\":"u8);
        ErrorWriter.Write(json, errors);
        json.WriteRaw('}');
        return new ExecutionResult(outcome, json);
    }
}
