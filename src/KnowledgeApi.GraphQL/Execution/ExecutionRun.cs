using KnowledgeApi.GraphQL.Coercion;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;
using Microsoft.Extensions.Logging;

namespace KnowledgeApi.GraphQL.Execution;

/// <summary>What one run of an operation shares.</summary>
internal sealed class ExecutionRun(
    Schema schema, VariableValues variables, ExecutionOptions options, IServiceProvider services, ILogger logger, CancellationToken cancellation)
{
    private Dictionary<FieldPlan, (ArgumentValues Arguments, FieldError? Error)>? _arguments;

    public Schema Schema { get; } = schema;

    public ExecutionOptions Options { get; } = options;

    public IServiceProvider Services { get; } = services;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The field's arguments, or why they are none; coerced once a request at most.</summary>
    public (ArgumentValues Arguments, FieldError? Error) ArgumentsOf(FieldPlan field)
    {
        if (field.ConstantArguments is { } constant)
            return (constant, null);
        _arguments ??= [];
        if (_arguments.TryGetValue(field, out var known))
            return known;
        try
        {
            known = (ArgumentCoercion.Coerce(field.Field.Arguments, field.Arguments, variables), null);
        }
        catch (ArgumentCoercionException e)
        {
            known = (ArgumentValues.None, new FieldError(e.Message, ErrorCodes.ArgumentInvalid) { Location = e.Node?.Location });
        }

        return _arguments[field] = known;
    }

    /// <summary>
    /// What the client learns of an exception: everything if it was thrown for the client, nothing otherwise. Whatever is thrown
    /// once the time is up is the end of the run: a store says in its own words that it was interrupted.
    /// </summary>
    public FieldError ErrorFor(Exception exception, FieldPlan field)
    {
        if (exception is ResultLimitException limit)
            throw new ResultLimitException(limit.Message);
        if (Cancellation.IsCancellationRequested)
            throw new OperationCanceledException("The run was ended.", exception, Cancellation);
        switch (exception)
        {
            case FieldErrorException failure:
                return new FieldError(failure.Message, failure.Code, failure.Extensions);
            case CoercionException coercion:
                return new FieldError(coercion.Message, ErrorCodes.ValueInvalid);
            default:
                Log.FieldFailed(logger, exception, field.Field.Name);
                return new FieldError("The field could not be answered because of an unexpected error.", ErrorCodes.InternalServerError);
        }
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Resolving {Field} failed")]
    public static partial void FieldFailed(ILogger logger, Exception exception, string field);
}
