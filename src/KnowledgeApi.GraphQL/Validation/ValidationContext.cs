using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>A variable where it is used, and what is expected of it there.</summary>
/// <param name="Node">The use.</param>
/// <param name="Type">The type expected at this place, if it is known.</param>
/// <param name="ParentType">The type of the list or object around it, if it is inside one.</param>
/// <param name="DefaultValue">The default of the argument or input field it is given to.</param>
internal sealed record VariableUsage(VariableNode Node, GraphQLType? Type, GraphQLType? ParentType, ValueNode? DefaultValue);

/// <summary>Ends validation at once; the message becomes the last error.</summary>
internal sealed class ValidationAbortedException(string message, SyntaxNode? node = null) : Exception(message)
{
    public SyntaxNode? Node { get; } = node;
}

/// <summary>What the rules share: the schema, the document, the types at the node being visited, and the errors found.</summary>
internal sealed class ValidationContext
{
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<SelectionSetNode, IReadOnlyList<FragmentSpreadNode>> _spreads = [];
    private readonly Dictionary<OperationDefinitionNode, IReadOnlyList<FragmentDefinitionNode>> _reachable = [];
    private readonly Dictionary<ExecutableDefinitionNode, IReadOnlyList<VariableUsage>> _usages = [];
    private readonly List<GraphQLError> _errors = [];
    private readonly UsageCollector _collector = new();
    private DocumentWalker? _collectorWalker;
    private int _comparisonsLeft;

    public ValidationContext(Schema schema, DocumentNode document, ValidationLimits limits)
    {
        Schema = schema;
        Document = document;
        Limits = limits;
        _comparisonsLeft = limits.MaxMergeComparisons;
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
            _fragments[fragment.Name.Value] = fragment;
    }

    public Schema Schema { get; }

    public DocumentNode Document { get; }

    public ValidationLimits Limits { get; }

    public TypeInfo Types { get; } = new();

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>Reports a broken rule at the places of these nodes.</summary>
    public void Report(string message, params IEnumerable<SyntaxNode> nodes)
    {
        if (_errors.Count >= Limits.MaxErrors)
            throw new ValidationAbortedException($"There are more than {Limits.MaxErrors} errors; the others are not shown.");
        _errors.Add(new GraphQLError(message, ErrorCodes.ValidationFailed, [.. nodes.Select(n => n.Location)]));
    }

    /// <summary>Ends the list of errors with a limit that was reached.</summary>
    public void ReportLimit(string message, SyntaxNode? node) =>
        _errors.Add(new GraphQLError(message, ErrorCodes.DocumentLimit, node is null ? null : [node.Location]));

    /// <summary>Takes steps from what may be spent on merging fields; ends validation when nothing is left.</summary>
    public void SpendComparisons(int steps)
    {
        if ((_comparisonsLeft -= steps) < 0)
        {
            throw new ValidationAbortedException(
                $"The document repeats its fields too often to compare them: more than {Limits.MaxMergeComparisons} steps.");
        }
    }

    public FragmentDefinitionNode? FindFragment(string name) => _fragments.GetValueOrDefault(name);

    /// <summary>The spreads in a selection set and in the fields and inline fragments inside it.</summary>
    public IReadOnlyList<FragmentSpreadNode> GetSpreads(SelectionSetNode selectionSet)
    {
        if (_spreads.TryGetValue(selectionSet, out var known))
            return known;
        var found = new List<FragmentSpreadNode>();
        var open = new Stack<SelectionSetNode>([selectionSet]);
        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                if (selection is FragmentSpreadNode spread)
                    found.Add(spread);
                else if (selection is FieldNode { SelectionSet: { } ofField })
                    open.Push(ofField);
                else if (selection is InlineFragmentNode inline)
                    open.Push(inline.SelectionSet);
            }
        }

        return _spreads[selectionSet] = found;
    }

    /// <summary>The fragments an operation spreads, and those that these spread, each once.</summary>
    public IReadOnlyList<FragmentDefinitionNode> GetReachableFragments(OperationDefinitionNode operation)
    {
        if (_reachable.TryGetValue(operation, out var known))
            return known;
        var found = new List<FragmentDefinitionNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Add(operation.SelectionSet);
        for (var i = 0; i < found.Count; i++)
            Add(found[i].SelectionSet);
        return _reachable[operation] = found;

        void Add(SelectionSetNode selectionSet)
        {
            foreach (var spread in GetSpreads(selectionSet))
            {
                if (seen.Add(spread.Name.Value) && FindFragment(spread.Name.Value) is { } fragment)
                    found.Add(fragment);
            }
        }
    }

    /// <summary>The variables used in an operation and in the fragments it reaches.</summary>
    public IEnumerable<VariableUsage> GetVariableUsages(OperationDefinitionNode operation) =>
        GetOwnUsages(operation).Concat(GetReachableFragments(operation).SelectMany(GetOwnUsages));

    private IReadOnlyList<VariableUsage> GetOwnUsages(ExecutableDefinitionNode definition)
    {
        if (_usages.TryGetValue(definition, out var known))
            return known;
        _collectorWalker ??= new DocumentWalker(Schema, _collector.Types, [_collector]);
        _collector.Found = [];
        _collectorWalker.Visit(definition);
        return _usages[definition] = _collector.Found;
    }

    private sealed class UsageCollector : IEnter<VariableNode>
    {
        public TypeInfo Types { get; } = new();

        public List<VariableUsage> Found { get; set; } = [];

        public void Enter(VariableNode node) => Found.Add(new VariableUsage(node, Types.InputType, Types.ParentInputType, Types.DefaultValue));
    }
}
