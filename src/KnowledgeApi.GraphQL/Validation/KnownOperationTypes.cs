using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>The schema supports the kind of each operation.</summary>
internal sealed class KnownOperationTypes(ValidationContext context) : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    public void Enter(OperationDefinitionNode node)
    {
        if (Types.Type is not null)
            return;
        var kind = node.Operation switch
        {
            OperationType.Mutation => "mutation",
            OperationType.Subscription => "subscription",
            _ => "query",
        };
        Context.Report($"The {kind} operation is not supported by the schema.", node);
    }
}
