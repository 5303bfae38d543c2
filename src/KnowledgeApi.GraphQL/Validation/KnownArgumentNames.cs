using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>A field or directive has every argument it is given.</summary>
internal sealed class KnownArgumentNames(ValidationContext context) : ValidationRule(context), IEnter<ArgumentNode>, IEnter<DirectiveNode>
{
    public void Enter(DirectiveNode node)
    {
        if (Types.Directive is not { } directive)
            return;
        foreach (var argument in node.Arguments)
        {
            var name = argument.Name.Value;
            if (directive.Arguments.All(each => each.Name != name))
            {
                var hint = Suggestions.DidYouMean(name, [.. directive.Arguments.Select(each => each.Name)]);
                Context.Report($"Unknown argument \"{name}\" on directive \"@{directive.Name}\".{hint}", argument);
            }
        }
    }

    public void Enter(ArgumentNode node)
    {
        if (Types is not { DirectiveNode: null, Argument: null, Field: { } field })
            return;
        var hint = Suggestions.DidYouMean(node.Name.Value, [.. field.Arguments.Select(each => each.Name)]);
        Context.Report($"Unknown argument \"{node.Name}\" on field \"{Types.FieldCoordinate}\".{hint}", node);
    }
}
