using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>An operation or one of its fragments uses every variable it defines.</summary>
internal sealed class NoUnusedVariables(ValidationContext context) : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    public void Enter(OperationDefinitionNode node)
    {
        if (node.VariableDefinitions.Count == 0)
            return;
        var used = Context.GetVariableUsages(node).Select(usage => usage.Node.Name.Value).ToHashSet(StringComparer.Ordinal);
        var where = node.Name is { } name ? $" in operation \"{name}\"" : "";
        foreach (var definition in node.VariableDefinitions)
        {
            if (!used.Contains(definition.Variable.Name.Value))
                Context.Report($"Variable \"${definition.Variable.Name}\" is never used{where}.", definition);
        }
    }
}
