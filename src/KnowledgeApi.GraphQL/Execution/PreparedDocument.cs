using KnowledgeApi.GraphQL.Coercion;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.GraphQL.Validation;

namespace KnowledgeApi.GraphQL.Execution;

/// <summary>A document that was parsed and validated once, or what is wrong with it, and the plans made of it since.</summary>
internal sealed class PreparedDocument
{
    /// <summary>Settings of its @skip and @include variables that one document keeps plans for.</summary>
    private const int MaxPlans = 64;

    private readonly DocumentNode? _document;
    private readonly OperationDefinitionNode[] _operations = [];
    private readonly IReadOnlyList<string> _conditions = [];
    private readonly BoundedCache<(OperationDefinitionNode, string), OperationPlan> _plans = new(MaxPlans);

    private PreparedDocument(ExecutionOutcome outcome, IReadOnlyList<GraphQLError> errors)
    {
        Outcome = outcome;
        Errors = errors;
    }

    private PreparedDocument(DocumentNode document)
    {
        _document = document;
        _operations = [.. document.Definitions.OfType<OperationDefinitionNode>()];
        _conditions = Conditions.VariablesIn(document);
    }

    public ExecutionOutcome Outcome { get; }

    /// <summary>What is wrong with the document; null if nothing is.</summary>
    public IReadOnlyList<GraphQLError>? Errors { get; }

    public static PreparedDocument Create(Schema schema, string text, ParserLimits parserLimits, ValidationLimits validationLimits)
    {
        try
        {
            var document = Parser.ParseDocument(text, parserLimits);
            var errors = DocumentValidator.Validate(schema, document, validationLimits);
            if (errors.Count == 0)
                return new PreparedDocument(document);
            var limit = errors.Any(e => e.Code == ErrorCodes.DocumentLimit);
            return new PreparedDocument(limit ? ExecutionOutcome.LimitExceeded : ExecutionOutcome.RequestError, errors);
        }
        catch (SyntaxException e)
        {
            return new PreparedDocument(ExecutionOutcome.RequestError, [new GraphQLError(e.Message, ErrorCodes.SyntaxError, [e.Location])]);
        }
        catch (SyntaxLimitException e)
        {
            return new PreparedDocument(ExecutionOutcome.LimitExceeded, [new GraphQLError(e.Message, ErrorCodes.DocumentLimit, [e.Location])]);
        }
    }

    /// <summary>The operation to run, or why there is none.</summary>
    public (OperationDefinitionNode? Operation, GraphQLError? Error) FindOperation(string? name)
    {
        if (name is null)
        {
            return _operations.Length switch
            {
                1 => (_operations[0], null),
                0 => (null, new GraphQLError("The document has no operation to run.", ErrorCodes.OperationNotFound)),
                _ => (null, new GraphQLError($"The document has {_operations.Length} operations: say with operationName which one to run.", ErrorCodes.OperationNotFound)),
            };
        }

        var found = Array.Find(_operations, o => o.Name?.Value == name);
        return found is null
            ? (null, new GraphQLError($"The document has no operation named \"{name}\".", ErrorCodes.OperationNotFound))
            : (found, null);
    }

    /// <summary>The plan for these variables; only those in @skip and @include make a difference.</summary>
    public OperationPlan Plan(Schema schema, OperationDefinitionNode operation, VariableValues variables, int maxFields)
    {
        var setting = _conditions.Count == 0 ? "" : string.Create(_conditions.Count, variables, (text, values) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = values.TryGetValue(_conditions[i], out var value) && value is bool flag ? flag ? '1' : '0' : '-';
        });
        if (_plans.TryGet((operation, setting), out var known))
            return known;
        return _plans.Add((operation, setting), OperationPlanner.Plan(schema, _document!, operation, variables, maxFields));
    }
}
