using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>The schema knows every directive, and that it may stand where it stands.</summary>
internal sealed class KnownDirectives(ValidationContext context) : ValidationRule(context), IEnter<DirectiveNode>
{
    public void Enter(DirectiveNode node)
    {
        if (Types.Directive is not { } directive)
            Context.Report($"Unknown directive \"@{node.Name}\".", node);
        else if (!directive.Locations.Contains(Types.DirectiveLocation))
            Context.Report($"Directive \"@{node.Name}\" may not be used on {Name(Types.DirectiveLocation)}.", node);
    }

    private static string Name(DirectiveLocation location) => location switch
    {
        DirectiveLocation.Query => "QUERY",
        DirectiveLocation.Mutation => "MUTATION",
        DirectiveLocation.Subscription => "SUBSCRIPTION",
        DirectiveLocation.Field => "FIELD",
        DirectiveLocation.FragmentDefinition => "FRAGMENT_DEFINITION",
        DirectiveLocation.FragmentSpread => "FRAGMENT_SPREAD",
        DirectiveLocation.InlineFragment => "INLINE_FRAGMENT",
        DirectiveLocation.VariableDefinition => "VARIABLE_DEFINITION",
        _ => throw new ArgumentOutOfRangeException(nameof(location), location, "Only places in executable documents are visited."),
    };
}
