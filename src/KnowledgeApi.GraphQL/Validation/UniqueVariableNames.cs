using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>No two variables of an operation have the same name.</summary>
internal sealed class UniqueVariableNames(ValidationContext context) : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    public void Enter(OperationDefinitionNode node)
    {
        foreach (var same in node.VariableDefinitions.GroupBy(definition => definition.Variable.Name.Value, StringComparer.Ordinal))
        {
            if (same.Skip(1).Any())
                Context.Report($"There can be only one variable named \"${same.Key}\".", same.Select(definition => definition.Variable.Name));
        }
    }
}
