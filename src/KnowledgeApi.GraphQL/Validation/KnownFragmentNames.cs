using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>The document defines every fragment that is spread.</summary>
internal sealed class KnownFragmentNames(ValidationContext context) : ValidationRule(context), IEnter<FragmentSpreadNode>
{
    public void Enter(FragmentSpreadNode node)
    {
        if (Context.FindFragment(node.Name.Value) is null)
            Context.Report($"Unknown fragment \"{node.Name}\".", node.Name);
    }
}
