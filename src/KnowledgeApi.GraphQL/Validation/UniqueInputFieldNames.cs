using System.Runtime.CompilerServices;
using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>No field stands twice in an input object.</summary>
internal sealed class UniqueInputFieldNames(ValidationContext context)
    : ValidationRule(context), IEnter<ArgumentNode>, IEnter<VariableDefinitionNode>
{
    public void Enter(ArgumentNode node) => Check(node.Value);

    public void Enter(VariableDefinitionNode node) => Check(node.DefaultValue);

    private void Check(ValueNode? value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (value is ListValueNode list)
        {
            foreach (var item in list.Values)
                Check(item);
        }
        else if (value is ObjectValueNode literal)
        {
            var known = new Dictionary<string, NameNode>(StringComparer.Ordinal);
            foreach (var field in literal.Fields)
            {
                if (!known.TryAdd(field.Name.Value, field.Name))
                    Context.Report($"There can be only one input field named \"{field.Name}\".", known[field.Name.Value], field.Name);
                Check(field.Value);
            }
        }
    }
}
