using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>The schema knows every type that is named.</summary>
internal sealed class KnownTypeNames(ValidationContext context) : ValidationRule(context), IEnter<NamedTypeNode>
{
    public void Enter(NamedTypeNode node)
    {
        var name = node.Name.Value;
        if (!Context.Schema.TryGetType(name, out _))
            Context.Report($"Unknown type \"{name}\".{Suggestions.DidYouMean(name, [.. Context.Schema.Types.Select(type => type.Name)])}", node);
    }
}
