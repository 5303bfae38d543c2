using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>No two fragments have the same name.</summary>
internal sealed class UniqueFragmentNames(ValidationContext context) : ValidationRule(context), IEnter<FragmentDefinitionNode>
{
    private readonly Dictionary<string, NameNode> _known = new(StringComparer.Ordinal);

    public void Enter(FragmentDefinitionNode node)
    {
        if (!_known.TryAdd(node.Name.Value, node.Name))
            Context.Report($"There can be only one fragment named \"{node.Name}\".", _known[node.Name.Value], node.Name);
    }
}
