using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>A variable is used only where every value it can have is welcome.</summary>
internal sealed class VariablesInAllowedPosition(ValidationContext context) : ValidationRule(context), ILeave<OperationDefinitionNode>
{
    public void Leave(OperationDefinitionNode node)
    {
        if (node.VariableDefinitions.Count == 0)
            return;
        var definitions = new Dictionary<string, VariableDefinitionNode>(StringComparer.Ordinal);
        foreach (var definition in node.VariableDefinitions)
            definitions[definition.Variable.Name.Value] = definition;
        foreach (var usage in Context.GetVariableUsages(node))
        {
            if (usage.Type is not null && definitions.TryGetValue(usage.Node.Name.Value, out var definition))
                Check(usage, usage.Type, definition);
        }
    }

    private void Check(VariableUsage usage, GraphQLType expected, VariableDefinitionNode definition)
    {
        if (Context.Schema.Resolve(definition.Type) is not { } type)
            return;
        var name = usage.Node.Name;
        if (!IsAllowed(type, definition.DefaultValue, expected, usage.DefaultValue))
            Context.Report($"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".", definition, usage.Node);

        // The specification asks this of every OneOf object. The reference implementation asks it only of one that may itself be null,
        // and clients are checked by it; at a non-null place a null is refused when the arguments are coerced.
        if (usage.ParentType is InputObjectType { IsOneOf: true } && type is not NonNullType)
        {
            Context.Report(
                $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{usage.ParentType}\".",
                definition,
                usage.Node);
        }
    }

    private static bool IsAllowed(GraphQLType type, ValueNode? typeDefault, GraphQLType expected, ValueNode? expectedDefault)
    {
        // A default stands in for a variable without a value, so it makes up for the missing non-null; a null is refused when it runs.
        if (expected is NonNullType nonNull && type is not NonNullType && (typeDefault is not (null or NullValueNode) || expectedDefault is not null))
            expected = nonNull.OfType;
        return Fits(type, expected);
    }

    private static bool Fits(GraphQLType type, GraphQLType expected) => (type, expected) switch
    {
        (NonNullType given, NonNullType wanted) => Fits(given.OfType, wanted.OfType),
        (NonNullType given, _) => Fits(given.OfType, expected),
        (_, NonNullType) => false,
        (ListType given, ListType wanted) => Fits(given.OfType, wanted.OfType),
        _ => type == expected,
    };
}
