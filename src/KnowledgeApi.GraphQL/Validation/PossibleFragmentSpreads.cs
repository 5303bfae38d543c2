using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>A fragment is spread only where some object can be of both types.</summary>
internal sealed class PossibleFragmentSpreads(ValidationContext context)
    : ValidationRule(context), IEnter<InlineFragmentNode>, IEnter<FragmentSpreadNode>
{
    public void Enter(InlineFragmentNode node)
    {
        if (Types is { Type: { IsComposite: true } type, ParentType: { } parent } && !Context.Schema.Overlap(type.Named, parent))
            Context.Report($"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", node);
    }

    public void Enter(FragmentSpreadNode node)
    {
        if (Types.ParentType is { } parent
            && Context.FindFragment(node.Name.Value) is { } fragment
            && Context.Schema.ResolveNamed(fragment.TypeCondition) is { IsComposite: true } type
            && !Context.Schema.Overlap(type, parent))
        {
            Context.Report(
                $"Fragment \"{node.Name}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".",
                node);
        }
    }
}
