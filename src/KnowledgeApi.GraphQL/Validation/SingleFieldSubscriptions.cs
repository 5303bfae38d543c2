using System.Runtime.CompilerServices;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>A subscription has one field at its root, unconditionally, and it is no introspection field.</summary>
internal sealed class SingleFieldSubscriptions(ValidationContext context) : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    public void Enter(OperationDefinitionNode node)
    {
        if (node.Operation != OperationType.Subscription || Context.Schema.SubscriptionType is not { } root)
            return;

        var who = node.Name is { } name ? $"Subscription \"{name}\"" : "Anonymous Subscription";
        var collected = new Collected();
        Collect(root, node.SelectionSet, collected);
        if (collected.Conditions.Count > 0)
        {
            Context.Report($"{who} must not use `@skip` or `@include` directives in the top level selection.", collected.Conditions);
            return;
        }

        if (collected.Fields.Count == 0)
            Context.Report($"{who} must select one top level field.", node.SelectionSet);
        if (collected.Fields.Count > 1)
            Context.Report($"{who} must select only one top level field.", collected.Fields.Values.Skip(1).SelectMany(nodes => nodes));
        foreach (var nodes in collected.Fields.Values)
        {
            if (nodes[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
                Context.Report($"{who} must not select an introspection top level field.", nodes);
        }
    }

    private void Collect(ObjectType root, SelectionSetNode selectionSet, Collected collected)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var selection in selectionSet.Selections)
        {
            if (FindCondition(selection) is { } condition)
            {
                collected.Conditions.Add(condition);
                continue;
            }

            switch (selection)
            {
                case FieldNode field:
                    if (!collected.Fields.TryGetValue(field.ResponseName, out var nodes))
                        collected.Fields.Add(field.ResponseName, nodes = []);
                    nodes.Add(field);
                    break;
                case InlineFragmentNode inline when Applies(root, inline.TypeCondition):
                    Collect(root, inline.SelectionSet, collected);
                    break;
                case FragmentSpreadNode spread
                    when Context.FindFragment(spread.Name.Value) is { } fragment
                        && Applies(root, fragment.TypeCondition)
                        && collected.Fragments.Add(spread.Name.Value):
                    Collect(root, fragment.SelectionSet, collected);
                    break;
            }
        }
    }

    private bool Applies(ObjectType root, NamedTypeNode? condition) =>
        condition is null
        || (Context.Schema.ResolveNamed(condition) is { } type && (type == root || Context.Schema.IsSubType(type, root)));

    private static DirectiveNode? FindCondition(SelectionNode selection) =>
        selection.Directives.FirstOrDefault(d => d.Name.Value == "skip") ?? selection.Directives.FirstOrDefault(d => d.Name.Value == "include");

    private sealed class Collected
    {
        public OrderedDictionary<string, List<FieldNode>> Fields { get; } = new(StringComparer.Ordinal);

        public List<DirectiveNode> Conditions { get; } = [];

        public HashSet<string> Fragments { get; } = new(StringComparer.Ordinal);
    }
}
