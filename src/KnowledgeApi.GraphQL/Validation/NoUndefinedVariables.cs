using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>An operation defines every variable that is used in it or in its fragments.</summary>
internal sealed class NoUndefinedVariables(ValidationContext context) : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    public void Enter(OperationDefinitionNode node)
    {
        var defined = node.VariableDefinitions.Select(definition => definition.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
        var where = node.Name is { } name ? $" by operation \"{name}\"" : "";
        foreach (var usage in Context.GetVariableUsages(node))
        {
            if (!defined.Contains(usage.Node.Name.Value))
                Context.Report($"Variable \"${usage.Node.Name}\" is not defined{where}.", usage.Node, node);
        }
    }
}
