using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>No two operations have the same name.</summary>
internal sealed class UniqueOperationNames(ValidationContext context) : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    private readonly Dictionary<string, NameNode> _known = new(StringComparer.Ordinal);

    public void Enter(OperationDefinitionNode node)
    {
        if (node.Name is { } name && !_known.TryAdd(name.Value, name))
            Context.Report($"There can be only one operation named \"{name}\".", _known[name.Value], name);
    }
}
