using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>A variable has a type whose values a client can give.</summary>
internal sealed class VariablesAreInputTypes(ValidationContext context) : ValidationRule(context), IEnter<VariableDefinitionNode>
{
    public void Enter(VariableDefinitionNode node)
    {
        if (Context.Schema.Resolve(node.Type) is { IsInput: false })
            Context.Report($"Variable \"${node.Variable.Name}\" cannot be non-input type \"{SyntaxPrinter.Print(node.Type)}\".", node.Type);
    }
}
