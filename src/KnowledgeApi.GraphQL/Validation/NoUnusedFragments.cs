using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>An operation reaches every fragment.</summary>
internal sealed class NoUnusedFragments(ValidationContext context) : ValidationRule(context), ILeave<DocumentNode>
{
    public void Leave(DocumentNode node)
    {
        var used = node.Definitions.OfType<OperationDefinitionNode>()
            .SelectMany(Context.GetReachableFragments)
            .Select(fragment => fragment.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in node.Definitions.OfType<FragmentDefinitionNode>())
        {
            if (!used.Contains(fragment.Name.Value))
                Context.Report($"Fragment \"{fragment.Name}\" is never used.", fragment);
        }
    }
}
