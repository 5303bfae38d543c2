using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.Tests.Examples;

/// <summary>A field that a document asks for, and on what type.</summary>
internal sealed record FieldUse(NamedType Parent, Field Field, FieldNode Node);

/// <summary>What a document uses of a schema.</summary>
internal static class FieldUses
{
    /// <summary>Every field it asks for, in operations and in fragments.</summary>
    public static IEnumerable<FieldUse> Of(Schema schema, DocumentNode document) =>
        document.Definitions.SelectMany(definition => definition switch
        {
            OperationDefinitionNode operation => Of(schema, schema.QueryType, operation.SelectionSet),
            FragmentDefinitionNode fragment => Of(schema, Named(schema, fragment.TypeCondition), fragment.SelectionSet),
            _ => [],
        });

    /// <summary>Every field, argument, input field and enum value it uses that is deprecated.</summary>
    public static IEnumerable<string> Deprecated(Schema schema, DocumentNode document)
    {
        foreach (var use in Of(schema, document))
        {
            var field = $"{use.Parent.Name}.{use.Field.Name}";
            if (use.Field.DeprecationReason is not null)
                yield return field;
            foreach (var argument in use.Node.Arguments)
            {
                var definition = use.Field.FindArgument(argument.Name.Value)!;
                if (definition.DeprecationReason is not null)
                    yield return $"{field}({definition.Name}:)";
                foreach (var name in Deprecated(definition.Type.Named, argument.Value))
                    yield return name;
            }
        }

        foreach (var variable in document.Definitions.OfType<OperationDefinitionNode>().SelectMany(operation => operation.VariableDefinitions))
        {
            if (variable.DefaultValue is { } value && schema.TryGetType(SyntaxPrinter.Print(variable.Type).Trim('[', ']', '!'), out var type))
            {
                foreach (var name in Deprecated(type, value))
                    yield return name;
            }
        }
    }

    private static IEnumerable<string> Deprecated(NamedType type, ValueNode value) => (type, value) switch
    {
        (_, ListValueNode list) => list.Values.SelectMany(item => Deprecated(type, item)),
        (EnumType choice, EnumValueNode chosen) => choice.Values.Where(each => each.Name == chosen.Value && each.DeprecationReason is not null).Select(each => $"{choice.Name}.{each.Name}"),
        (InputObjectType input, ObjectValueNode fields) => fields.Fields.SelectMany(given =>
        {
            var field = input.Fields.Single(each => each.Name == given.Name.Value);
            return Deprecated(field.Type.Named, given.Value).Concat(field.DeprecationReason is null ? [] : [$"{input.Name}.{field.Name}"]);
        }),
        _ => [],
    };

    private static IEnumerable<FieldUse> Of(Schema schema, NamedType parent, SelectionSetNode selections)
    {
        foreach (var selection in selections.Selections)
        {
            if (selection is FieldNode node && schema.TryGetField(parent, node.Name.Value, out var field))
            {
                yield return new FieldUse(parent, field, node);
                foreach (var inner in node.SelectionSet is { } set ? Of(schema, field.Type.Named, set) : [])
                    yield return inner;
            }
            else if (selection is InlineFragmentNode inline)
            {
                foreach (var inner in Of(schema, inline.TypeCondition is { } type ? Named(schema, type) : parent, inline.SelectionSet))
                    yield return inner;
            }
        }
    }

    private static NamedType Named(Schema schema, NamedTypeNode node) => schema.TryGetType(node.Name.Value, out var type) ? type : throw new ArgumentException($"No type {node.Name}.");
}
