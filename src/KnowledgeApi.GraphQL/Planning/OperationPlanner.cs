using KnowledgeApi.GraphQL.Coercion;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Planning;

/// <summary>
/// Turns a validated operation into a plan: fields are collected and merged once for every possible object type, as
/// CollectFields says, so that nothing is left to find out while it runs.
/// </summary>
internal sealed class OperationPlanner
{
    private readonly Schema _schema;
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments;
    private readonly VariableValues _variables;
    private readonly int _maxFields;
    private readonly Dictionary<PlanKey, FieldPlan> _fields = [];
    private readonly Dictionary<PlanKey, SelectionPlan> _selections = [];
    private int _planned;

    private OperationPlanner(Schema schema, DocumentNode document, VariableValues variables, int maxFields)
    {
        _schema = schema;
        _variables = variables;
        _maxFields = maxFields;
        _fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(f => f.Name.Value, StringComparer.Ordinal);
    }

    /// <summary>Plans an operation. The variables matter only where @skip and @include use them.</summary>
    /// <exception cref="PlanLimitException">The plan would have more than <paramref name="maxFields"/> fields.</exception>
    public static OperationPlan Plan(Schema schema, DocumentNode document, OperationDefinitionNode operation, VariableValues variables, int maxFields)
    {
        var root = schema.RootType(operation.Operation) ?? throw new InvalidOperationException($"The schema has no {operation.Operation} type; validation should have said so.");
        var planner = new OperationPlanner(schema, document, variables, maxFields);
        return new OperationPlan(operation.Operation, root, planner.PlanSelection(root, [operation.SelectionSet], null));
    }

    private SelectionPlan PlanSelection(NamedType type, IReadOnlyList<SelectionSetNode> sets, ArgumentNode? handed)
    {
        var key = new PlanKey(type, sets, handed);
        if (_selections.TryGetValue(key, out var known))
            return known;
        var fields = new Dictionary<ObjectType, FieldPlan[]>();
        foreach (var possible in _schema.GetPossibleTypes(type))
        {
            var collected = new OrderedDictionary<string, List<FieldNode>>(StringComparer.Ordinal);
            var visited = new HashSet<string>(StringComparer.Ordinal);
            foreach (var set in sets)
                Collect(possible, set, collected, visited);
            fields[possible] = [.. collected.Values.Select(nodes => PlanField(possible, nodes, handed))];
        }

        return _selections[key] = new SelectionPlan(type, fields);
    }

    private FieldPlan PlanField(ObjectType parent, List<FieldNode> nodes, ArgumentNode? handed)
    {
        if (!_schema.TryGetField(parent, nodes[0].Name.Value, out var field))
            throw new InvalidOperationException($"{parent} has no field {nodes[0].Name}; validation should have said so.");
        // Types that inherit a field from one interface share its resolver, and so the plan and its batches.
        var own = nodes[0].Arguments.FirstOrDefault(argument => argument.Name.Value == _schema.HandedDown);
        var key = new PlanKey(field.Resolver is BatchResolver shared ? shared : field, nodes, handed);
        if (_fields.TryGetValue(key, out var known) && IsSame(known.Field, field))
            return known;
        // Counted before what is below it, so that the bound holds on the way down too.
        if (++_planned > _maxFields)
            throw new PlanLimitException($"The operation selects more than {_maxFields} different fields. Split it into several operations.");
        var selection = field.Type.IsComposite
            ? PlanSelection(field.Type.Named, [.. nodes.Select(n => n.SelectionSet).OfType<SelectionSetNode>()], own ?? handed)
            : null;
        IReadOnlyList<ArgumentNode> arguments = own is null && handed is not null && field.Arguments.Any(argument => argument.Name == handed.Name.Value) ? [.. nodes[0].Arguments, handed] : nodes[0].Arguments;
        return _fields[key] = new FieldPlan(field, nodes, arguments, selection, Constant(field, arguments));
    }

    // A resolver may serve fields that differ in where nulls may be.
    private static bool IsSame(Field one, Field other) =>
        ReferenceEquals(one, other) || (one.Type.Named == other.Type.Named && one.Type.ToString() == other.Type.ToString());

    private void Collect(ObjectType type, SelectionSetNode set, OrderedDictionary<string, List<FieldNode>> collected, HashSet<string> visited)
    {
        foreach (var selection in set.Selections)
        {
            if (!Conditions.Include(selection.Directives, _variables))
                continue;
            switch (selection)
            {
                case FieldNode field:
                    if (!collected.TryGetValue(field.ResponseName, out var nodes))
                        collected[field.ResponseName] = nodes = [];
                    nodes.Add(field);
                    break;
                case InlineFragmentNode inline when Applies(inline.TypeCondition, type):
                    Collect(type, inline.SelectionSet, collected, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value):
                    var fragment = _fragments[spread.Name.Value];
                    if (Applies(fragment.TypeCondition, type))
                        Collect(type, fragment.SelectionSet, collected, visited);
                    break;
            }
        }
    }

    private bool Applies(NamedTypeNode? condition, ObjectType type) =>
        condition is null
        || (_schema.TryGetType(condition.Name.Value, out var named) && (named == type || _schema.IsSubType(named, type)));

    /// <summary>The arguments if no variable is in them and they are sound; an error is left to be reported where the field runs.</summary>
    private static ArgumentValues? Constant(Field field, IReadOnlyList<ArgumentNode> arguments)
    {
        if (field.Arguments.Count == 0)
            return ArgumentValues.None;
        if (arguments.Any(a => LiteralCoercion.HoldsVariable(a.Value)))
            return null;
        try
        {
            return ArgumentCoercion.Coerce(field.Arguments, arguments, VariableValues.None);
        }
        catch (ArgumentCoercionException)
        {
            return null;
        }
    }

    /// <summary>What a part of the plan depends on: a type or field, the very nodes that were merged, and the argument handed down to them.</summary>
    private readonly struct PlanKey(object owner, IReadOnlyList<SyntaxNode> nodes, ArgumentNode? handed) : IEquatable<PlanKey>
    {
        private readonly object _owner = owner;
        private readonly ArgumentNode? _handed = handed;
        private readonly IReadOnlyList<SyntaxNode> _nodes = nodes;

        public bool Equals(PlanKey other) => ReferenceEquals(_owner, other._owner) && ReferenceEquals(_handed, other._handed) && _nodes.SequenceEqual(other._nodes);

        public override bool Equals(object? obj) => obj is PlanKey other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(_owner);
            hash.Add(_handed);
            foreach (var node in _nodes)
                hash.Add(node);
            return hash.ToHashCode();
        }
    }
}

/// <summary>An operation is too large to plan; the message is meant for the client.</summary>
internal sealed class PlanLimitException(string message) : Exception(message);
