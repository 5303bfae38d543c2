using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>A directive that is not repeatable stands only once at a place.</summary>
internal sealed class UniqueDirectivesPerLocation(ValidationContext context)
    : ValidationRule(context),
        IEnter<OperationDefinitionNode>,
        IEnter<FragmentDefinitionNode>,
        IEnter<VariableDefinitionNode>,
        IEnter<FieldNode>,
        IEnter<FragmentSpreadNode>,
        IEnter<InlineFragmentNode>
{
    public void Enter(OperationDefinitionNode node) => Check(node.Directives);

    public void Enter(FragmentDefinitionNode node) => Check(node.Directives);

    public void Enter(VariableDefinitionNode node) => Check(node.Directives);

    public void Enter(FieldNode node) => Check(node.Directives);

    public void Enter(FragmentSpreadNode node) => Check(node.Directives);

    public void Enter(InlineFragmentNode node) => Check(node.Directives);

    private void Check(IReadOnlyList<DirectiveNode> directives)
    {
        if (directives.Count < 2)
            return;
        var seen = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (Context.Schema.TryGetDirective(name, out var known) && !known.IsRepeatable && !seen.TryAdd(name, directive))
                Context.Report($"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
        }
    }
}
