using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>A field or directive is given every argument that it requires.</summary>
internal sealed class ProvidedRequiredArguments(ValidationContext context) : ValidationRule(context), ILeave<FieldNode>, ILeave<DirectiveNode>
{
    public void Leave(FieldNode node)
    {
        if (Types.Field is not { } field)
            return;
        foreach (var missing in Missing(field.Arguments, node.Arguments))
        {
            Context.Report(
                $"Argument \"{Types.FieldCoordinate}({missing.Name}:)\" of type \"{missing.Type}\" is required, but it was not provided.",
                node);
        }
    }

    public void Leave(DirectiveNode node)
    {
        if (Types.Directive is not { } directive)
            return;
        foreach (var missing in Missing(directive.Arguments, node.Arguments))
        {
            Context.Report(
                $"Argument \"@{directive.Name}({missing.Name}:)\" of type \"{missing.Type}\" is required, but it was not provided.",
                node);
        }
    }

    private static IEnumerable<InputValue> Missing(IReadOnlyList<InputValue> definitions, IReadOnlyList<ArgumentNode> given) =>
        definitions.Where(definition => definition.IsRequired && given.All(argument => argument.Name.Value != definition.Name));
}
