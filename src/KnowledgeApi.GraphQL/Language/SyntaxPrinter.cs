using System.Buffers;
using System.Globalization;
using System.Text;

namespace KnowledgeApi.GraphQL.Language;

/// <summary>
/// Writes syntax trees as text, in the layout of the reference implementation: two spaces an indentation, arguments and values that
/// would make a line longer than 80 characters one a line. What is printed parses to the same tree and prints to the same text.
/// </summary>
internal static class SyntaxPrinter
{
    private const int MaxLineLength = 80;

    private static readonly SearchValues<char> MustEscape =
        SearchValues.Create(['"', '\\', .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(char.IsControl)]);

    /// <summary>Prints a document or any part of one, without a line end at its end.</summary>
    public static string Print(SyntaxNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node switch
        {
            DocumentNode document => string.Join("\n\n", document.Definitions.Select(Print)),
            NameNode name => name.Value,
            DefinitionNode definition => Described(definition.Description, PrintDefinition(definition)),
            VariableDefinitionNode variable => Described(
                variable.Description,
                $"{Print(variable.Variable)}: {Print(variable.Type)}{Default(variable.DefaultValue)}{Directives(variable.Directives)}"),
            SelectionSetNode { Selections.Count: 0 } => "{}",
            SelectionSetNode set => Block(set.Selections),
            SelectionNode selection => PrintSelection(selection),
            ArgumentNode argument => $"{argument.Name}: {Print(argument.Value)}",
            DirectiveNode directive => $"@{directive.Name}{OnOneLine(directive.Arguments)}",
            ValueNode value => PrintValue(value),
            ObjectFieldNode field => $"{field.Name}: {Print(field.Value)}",
            TypeNode type => PrintType(type),
            OperationTypeDefinitionNode operation => $"{Keyword(operation.Operation)}: {Print(operation.Type)}",
            FieldDefinitionNode field => Described(
                field.Description,
                $"{field.Name}{ArgumentDefinitions(field.Arguments)}: {Print(field.Type)}{Directives(field.Directives)}"),
            InputValueDefinitionNode input => Described(
                input.Description,
                $"{input.Name}: {Print(input.Type)}{Default(input.DefaultValue)}{Directives(input.Directives)}"),
            EnumValueDefinitionNode value => Described(value.Description, $"{value.Name}{Directives(value.Directives)}"),
            _ => throw new ArgumentException($"{node.GetType().Name} is no node of a syntax tree.", nameof(node)),
        };
    }

    private static string PrintDefinition(DefinitionNode definition)
    {
        var extend = definition is TypeSystemDefinitionNode { IsExtension: true } ? "extend " : "";
        var directives = Directives(definition.Directives);
        return definition switch
        {
            OperationDefinitionNode operation => PrintOperation(operation, directives),
            FragmentDefinitionNode fragment =>
                $"fragment {fragment.Name} on {Print(fragment.TypeCondition)}{directives} {Print(fragment.SelectionSet)}",
            SchemaDefinitionNode schema => $"{extend}schema{directives}{OptionalBlock(schema.OperationTypes)}",
            DirectiveDefinitionNode { IsExtension: true } directive => $"extend directive @{directive.Name}{directives}",
            DirectiveDefinitionNode directive =>
                $"directive @{directive.Name}{ArgumentDefinitions(directive.Arguments)}{directives}"
                + $"{(directive.Repeatable ? " repeatable" : "")} on {Join(directive.Locations, " | ")}",
            ScalarTypeDefinitionNode scalar => $"{extend}scalar {scalar.Name}{directives}",
            ObjectTypeDefinitionNode type => $"{extend}type {type.Name}{Implements(type.Interfaces)}{directives}{OptionalBlock(type.Fields)}",
            InterfaceTypeDefinitionNode type => $"{extend}interface {type.Name}{Implements(type.Interfaces)}{directives}{OptionalBlock(type.Fields)}",
            UnionTypeDefinitionNode union => $"{extend}union {union.Name}{directives}{(union.Types.Count == 0 ? "" : $" = {Join(union.Types, " | ")}")}",
            EnumTypeDefinitionNode type => $"{extend}enum {type.Name}{directives}{OptionalBlock(type.Values)}",
            InputObjectTypeDefinitionNode type => $"{extend}input {type.Name}{directives}{OptionalBlock(type.Fields)}",
            _ => throw new ArgumentException($"{definition.GetType().Name} is no definition of a syntax tree.", nameof(definition)),
        };
    }

    private static string PrintOperation(OperationDefinitionNode operation, string directives)
    {
        var set = Print(operation.SelectionSet);
        var isShorthand = operation is { Operation: OperationType.Query, Description: null, Name: null, VariableDefinitions.Count: 0, Directives.Count: 0 };
        if (isShorthand)
            return set;
        var variables = Items(operation.VariableDefinitions);
        var list = variables.Any(IsMultiline) ? $"(\n{string.Join('\n', variables)}\n)" : OnOneLine(variables);
        return $"{Keyword(operation.Operation)}{(operation.Name is null && list.Length == 0 ? "" : $" {operation.Name}{list}")}{directives} {set}";
    }

    private static string PrintSelection(SelectionNode selection)
    {
        var directives = Directives(selection.Directives);
        switch (selection)
        {
            case FragmentSpreadNode spread:
                return $"...{spread.Name}{directives}";
            case InlineFragmentNode fragment:
                var condition = fragment.TypeCondition is { } type ? $" on {Print(type)}" : "";
                return $"...{condition}{directives} {Print(fragment.SelectionSet)}";
            case FieldNode field:
                var name = field.Alias is null ? field.Name.Value : $"{field.Alias}: {field.Name}";
                var set = field.SelectionSet is null ? "" : $" {Print(field.SelectionSet)}";
                var arguments = Items(field.Arguments);
                return $"{name}{(name.Length + OneLineLength(arguments) > MaxLineLength ? OneALine(arguments) : OnOneLine(arguments))}{directives}{set}";
            default:
                throw new ArgumentException($"{selection.GetType().Name} is no selection of a syntax tree.", nameof(selection));
        }
    }

    private static string PrintValue(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                return $"${variable.Name}";
            case IntValueNode number:
                return number.Value;
            case FloatValueNode number:
                return number.Value;
            case StringValueNode { Block: true } text:
                return BlockStrings.Print(text.Value);
            case StringValueNode text:
                return Quote(text.Value);
            case BooleanValueNode truth:
                return truth.Value ? "true" : "false";
            case NullValueNode:
                return "null";
            case EnumValueNode name:
                return name.Value;
            case ListValueNode list:
                var items = Items(list.Values);
                return OneLineLength(items) > MaxLineLength ? $"[\n{Indented(items)}\n]" : $"[{string.Join(", ", items)}]";
            case ObjectValueNode tuple:
                var fields = Items(tuple.Fields);
                return OneLineLength(fields) + 2 > MaxLineLength ? Block(fields) : $"{{ {string.Join(", ", fields)} }}";
            default:
                throw new ArgumentException($"{value.GetType().Name} is no value of a syntax tree.", nameof(value));
        }
    }

    private static string PrintType(TypeNode type) => type switch
    {
        NamedTypeNode named => named.Name.Value,
        ListTypeNode list => $"[{Print(list.Type)}]",
        NonNullTypeNode required => $"{Print(required.Type)}!",
        _ => throw new ArgumentException($"{type.GetType().Name} is no type of a syntax tree.", nameof(type)),
    };

    /// <summary>A string between double quotes, with control characters escaped.</summary>
    private static string Quote(string value)
    {
        var result = new StringBuilder(value.Length + 2).Append('"');
        var rest = value.AsSpan();
        while (rest.IndexOfAny(MustEscape) is var index and >= 0)
        {
            result.Append(rest[..index]);
            var escaped = rest[index];
            rest = rest[(index + 1)..];
            _ = escaped switch
            {
                '"' or '\\' => result.Append('\\').Append(escaped),
                '\b' => result.Append("\\b"),
                '\f' => result.Append("\\f"),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                _ => result.Append(CultureInfo.InvariantCulture, $"\\u{(int)escaped:X4}"),
            };
        }

        return result.Append(rest).Append('"').ToString();
    }

    private static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    private static string Described(StringValueNode? description, string text) => description is null ? text : $"{Print(description)}\n{text}";

    private static string Default(ValueNode? value) => value is null ? "" : $" = {Print(value)}";

    private static string Directives(IReadOnlyList<DirectiveNode> directives) => directives.Count == 0 ? "" : $" {Join(directives, " ")}";

    private static string Implements(IReadOnlyList<NamedTypeNode> interfaces) => interfaces.Count == 0 ? "" : $" implements {Join(interfaces, " & ")}";

    private static string ArgumentDefinitions(IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        var items = Items(arguments);
        return items.Any(IsMultiline) ? OneALine(items) : OnOneLine(items);
    }

    private static string OnOneLine(IReadOnlyList<SyntaxNode> nodes) => OnOneLine(Items(nodes));

    private static string OnOneLine(string[] items) => items.Length == 0 ? "" : $"({string.Join(", ", items)})";

    private static string OneALine(string[] items) => items.Length == 0 ? "" : $"(\n{Indented(items)}\n)";

    private static string OptionalBlock(IReadOnlyList<SyntaxNode> nodes) => nodes.Count == 0 ? "" : $" {Block(nodes)}";

    private static string Block(IReadOnlyList<SyntaxNode> nodes) => Block(Items(nodes));

    private static string Block(string[] items) => $"{{\n{Indented(items)}\n}}";

    private static string Indented(string[] items) => "  " + string.Join('\n', items).Replace("\n", "\n  ", StringComparison.Ordinal);

    private static string[] Items(IReadOnlyList<SyntaxNode> nodes) => nodes.Count == 0 ? [] : [.. nodes.Select(Print)];

    private static string Join(IReadOnlyList<SyntaxNode> nodes, string separator) => string.Join(separator, nodes.Select(Print));

    private static bool IsMultiline(string item) => item.Contains('\n');

    /// <summary>The length of the items with commas between and brackets around them.</summary>
    private static int OneLineLength(string[] items) => items.Length == 0 ? 0 : items.Sum(item => item.Length + 2);
}
