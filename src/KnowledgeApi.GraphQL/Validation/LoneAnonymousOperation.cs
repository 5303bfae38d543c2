using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>An operation without a name is the only one.</summary>
internal sealed class LoneAnonymousOperation(ValidationContext context) : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    private readonly bool _lone = context.Document.Definitions.OfType<OperationDefinitionNode>().Take(2).Count() == 1;

    public void Enter(OperationDefinitionNode node)
    {
        if (node.Name is null && !_lone)
            Context.Report("This anonymous operation must be the only defined operation.", node);
    }
}
