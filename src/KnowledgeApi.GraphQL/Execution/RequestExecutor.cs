using KnowledgeApi.GraphQL.Coercion;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Responses;
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
    string version,
    ILogger<RequestExecutor> logger) : IRequestExecutor
{
    private readonly BoundedCache<string, PreparedDocument> _documents = new(options.MaxCachedDocuments);
    private readonly DeadlinePool _deadlines = new(options.Deadline);

    /// <inheritdoc/>
    public string Version => version;

    /// <inheritdoc/>
    public Task<ExecutionResult> ExecuteAsync(GraphQLRequest request, IServiceProvider services, CancellationToken cancellation)
    {
        var document = Prepare(request.Query);
        if (document.Errors is { } errors)
            return Task.FromResult(Refuse(document.Outcome, errors));
        var (operation, unknown) = document.FindOperation(request.OperationName);
        if (operation is null)
            return Task.FromResult(Refuse(ExecutionOutcome.RequestError, unknown!));
        if (RefuseKind(operation, request.AllowMutations) is { } refusal)
            return Task.FromResult(refusal);
        var invalid = VariableCoercion.Coerce(schema, operation, request.Variables, out var variables);
        if (invalid.Count > 0)
            return Task.FromResult(Refuse(ExecutionOutcome.RequestError, invalid));
        OperationPlan plan;
        try
        {
            plan = document.Plan(schema, operation, variables, options.MaxPlanFields);
        }
        catch (ConditionException e)
        {
            return Task.FromResult(Refuse(ExecutionOutcome.RequestError, new GraphQLError(e.Message, ErrorCodes.VariableInvalid, [e.Location])));
        }
        catch (PlanLimitException e)
        {
            return Task.FromResult(Refuse(ExecutionOutcome.LimitExceeded, new GraphQLError(e.Message, ErrorCodes.DocumentLimit, [operation.Location])));
        }

        return plan.NeedsBatch
            ? RunAsync(plan, operation, variables, services, cancellation)
            : Task.FromResult(Write(plan, operation, null, new ExecutionRun(schema, variables, options, services, logger, cancellation)));
    }

    private static ExecutionResult? RefuseKind(OperationDefinitionNode operation, bool allowMutations) => operation.Operation switch
    {
        OperationType.Subscription => Refuse(
            ExecutionOutcome.RequestError, new GraphQLError("Subscriptions are not supported.", ErrorCodes.OperationNotSupported, [operation.Location])),
        OperationType.Mutation when !allowMutations => Refuse(
            ExecutionOutcome.OperationNotAllowed, new GraphQLError("Only queries can be run this way; send a mutation with POST.", ErrorCodes.OperationNotAllowed, [operation.Location])),
        _ => null,
    };

    private async Task<ExecutionResult> RunAsync(
        OperationPlan plan, OperationDefinitionNode operation, VariableValues variables, IServiceProvider services, CancellationToken cancellation)
    {
        using var deadline = _deadlines.Start(cancellation);
        try
        {
            var run = new ExecutionRun(schema, variables, options, services, logger, deadline.Token);
            return Write(plan, operation, await new OperationExecutor(run).ExecuteAsync(plan), run);
        }
        catch (ResultLimitException e)
        {
            return TooLarge(e, operation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested && deadline.Token.IsCancellationRequested)
        {
            var message = $"The operation took longer than {options.Deadline.TotalSeconds:0.###} seconds and was stopped.";
            return Refuse(ExecutionOutcome.LimitExceeded, new GraphQLError(message, ErrorCodes.TimeLimit, [operation.Location]));
        }
    }

    private static ExecutionResult Write(OperationPlan plan, OperationDefinitionNode operation, ObjectBatch? root, ExecutionRun run)
    {
        var json = new JsonBuffer();
        try
        {
            var writer = new ResultWriter(run, json);
            writer.Write(plan, root);
            return new ExecutionResult(ExecutionOutcome.Executed, json) { HasErrors = writer.HasErrors };
        }
        catch (ResultLimitException e)
        {
            json.Dispose();
            return TooLarge(e, operation);
        }
        catch
        {
            json.Dispose();
            throw;
        }
    }

    private static ExecutionResult TooLarge(ResultLimitException limit, OperationDefinitionNode operation) =>
        Refuse(ExecutionOutcome.LimitExceeded, new GraphQLError(limit.Message, ErrorCodes.ResultLimit, [operation.Location]));

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
        ErrorWriter.WriteResponse(json, errors);
        return new ExecutionResult(outcome, json);
    }
}
