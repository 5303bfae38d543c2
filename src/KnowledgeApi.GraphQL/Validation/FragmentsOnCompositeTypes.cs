using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>The type condition of a fragment is an object, an interface or a union.</summary>
internal sealed class FragmentsOnCompositeTypes(ValidationContext context)
    : ValidationRule(context), IEnter<InlineFragmentNode>, IEnter<FragmentDefinitionNode>
{
    public void Enter(InlineFragmentNode node) => Check(node.TypeCondition, "Fragment");

    public void Enter(FragmentDefinitionNode node) => Check(node.TypeCondition, $"Fragment \"{node.Name}\"");

    private void Check(NamedTypeNode? condition, string who)
    {
        if (condition is not null && Context.Schema.ResolveNamed(condition) is { IsComposite: false } type)
            Context.Report($"{who} cannot condition on non composite type \"{type}\".", condition);
    }
}
