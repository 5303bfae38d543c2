using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>A field has a selection set if its type has fields, and only then.</summary>
internal sealed class ScalarLeafs(ValidationContext context) : ValidationRule(context), IEnter<FieldNode>
{
    public void Enter(FieldNode node)
    {
        if (Types.Type is not { } type || type.IsComposite == node.SelectionSet is not null)
            return;
        if (node.SelectionSet is { } selectionSet)
        {
            Context.Report($"Field \"{node.Name}\" must not have a selection since type \"{type}\" has no subfields.", selectionSet);
        }
        else
        {
            Context.Report(
                $"Field \"{node.Name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{node.Name} {{ ... }}\"?",
                node);
        }
    }
}
