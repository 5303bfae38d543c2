using System.Text;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Schemas;

/// <summary>
/// A schema in the type system language, types and members in the order the schema has them. What every schema has
/// (the specified scalars and directives, introspection) is left out. Lines end in a line feed; the last one has none.
/// </summary>
public static class SchemaPrinter
{
    /// <summary>The whole schema.</summary>
    public static string Print(Schema schema)
    {
        var parts = new List<string>();
        if (schema.Description is not null || !HasCommonRootNames(schema))
            parts.Add(PrintSchemaDefinition(schema));
        parts.AddRange(schema.Directives.Where(d => !BuiltIns.IsSpecifiedDirective(d)).Select(Print));
        parts.AddRange(schema.Types.Where(t => !BuiltIns.IsSpecifiedScalar(t) && !Introspection.IsIntrospectionType(t)).Select(Print));
        return string.Join("\n\n", parts);
    }

    /// <summary>The definition of one type.</summary>
    internal static string Print(NamedType type) => Description(type.Description) + type switch
    {
        ScalarType scalar => $"scalar {scalar.Name}{SpecifiedBy(scalar)}",
        ObjectType @object => $"type {@object.Name}{Implements(@object)}{Block(@object.Fields, f => f.Description, PrintField)}",
        InterfaceType @interface => $"interface {@interface.Name}{Implements(@interface)}{Block(@interface.Fields, f => f.Description, PrintField)}",
        UnionType { Types: [] } union => $"union {union.Name}",
        UnionType union => $"union {union.Name} = {string.Join(" | ", union.Types)}",
        EnumType @enum => $"enum {@enum.Name}{Block(@enum.Values, v => v.Description, v => v.Name + Deprecated(v.DeprecationReason))}",
        InputObjectType input => $"input {input.Name}{(input.IsOneOf ? " @oneOf" : "")}{Block(input.Fields, f => f.Description, PrintInputValue)}",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The definition of one directive.</summary>
    internal static string Print(Directive directive) =>
        $"{Description(directive.Description)}directive @{directive.Name}{Arguments(directive.Arguments, "")}{(directive.IsRepeatable ? " repeatable" : "")}" +
        $" on {string.Join(" | ", directive.Locations.Select(l => Naming.ScreamingSnakeCase(l.ToString())))}";

    private static bool HasCommonRootNames(Schema schema) =>
        IsRoot(schema, schema.QueryType, "Query") && IsRoot(schema, schema.MutationType, "Mutation") && IsRoot(schema, schema.SubscriptionType, "Subscription");

    // Without a schema definition a type of that name would be taken for the root.
    private static bool IsRoot(Schema schema, ObjectType? root, string name) =>
        root is null ? !schema.TryGetType(name, out _) : root.Name == name;

    private static string PrintSchemaDefinition(Schema schema)
    {
        var text = new StringBuilder(Description(schema.Description)).Append("schema {\n").Append("  query: ").Append(schema.QueryType.Name).Append('\n');
        if (schema.MutationType is { } mutation)
            text.Append("  mutation: ").Append(mutation.Name).Append('\n');
        if (schema.SubscriptionType is { } subscription)
            text.Append("  subscription: ").Append(subscription.Name).Append('\n');
        return text.Append('}').ToString();
    }

    private static string Implements(FieldsType type) =>
        type.Interfaces is [] ? "" : $" implements {string.Join(" & ", type.Interfaces)}";

    private static string Block<T>(IReadOnlyList<T> items, Func<T, string?> description, Func<T, string> print) =>
        items is [] ? "" : $" {{\n{Lines(items, "  ", description, print)}\n}}";

    private static string Lines<T>(IReadOnlyList<T> items, string indentation, Func<T, string?> description, Func<T, string> print) =>
        string.Join('\n', items.Select((item, i) => Description(description(item), indentation, i == 0) + indentation + print(item)));

    private static string PrintField(Field field) =>
        $"{field.Name}{Arguments(field.Arguments, "  ")}: {field.Type}{Deprecated(field.DeprecationReason)}";

    private static string Arguments(IReadOnlyList<InputValue> arguments, string indentation)
    {
        if (arguments is [])
            return "";
        return arguments.All(a => string.IsNullOrEmpty(a.Description))
            ? $"({string.Join(", ", arguments.Select(PrintInputValue))})"
            : $"(\n{Lines(arguments, indentation + "  ", a => a.Description, PrintInputValue)}\n{indentation})";
    }

    private static string PrintInputValue(InputValue value) =>
        $"{value.Name}: {value.Type}{(value.DefaultValue is { } literal ? $" = {SyntaxPrinter.Print(literal)}" : "")}{Deprecated(value.DeprecationReason)}";

    private static string Deprecated(string? reason) => reason switch
    {
        null => "",
        BuiltIns.DefaultDeprecationReason => " @deprecated",
        _ => $" @deprecated(reason: {Quoted(reason)})",
    };

    private static string SpecifiedBy(ScalarType scalar) =>
        scalar.SpecifiedBy is { } url ? $" @specifiedBy(url: {Quoted(url)})" : "";

    private static string Description(string? text, string indentation = "", bool isFirst = true)
    {
        if (text is null)
            return "";
        var printed = SyntaxPrinter.Print(new StringValueNode { Value = text, Block = CanBeBlock(text) });
        return (isFirst ? "" : "\n") + indentation + printed.Replace("\n", "\n" + indentation, StringComparison.Ordinal) + "\n";
    }

    /// <summary>True if a block string gives back the same text: reading one cuts common indentation and empty lines at both ends.</summary>
    private static bool CanBeBlock(string text)
    {
        if (text.Length == 0)
            return true;
        if (text.Any(c => c is '\r' or (< ' ' and not '\t' and not '\n')))
            return false;
        var lines = text.Split('\n');
        if (IsBlank(lines[0]) || IsBlank(lines[^1]))
            return false;
        return lines is [_] || lines.Any(line => !IsBlank(line) && line[0] is not (' ' or '\t'));
    }

    private static bool IsBlank(string line) => line.All(c => c is ' ' or '\t');

    private static string Quoted(string text) => SyntaxPrinter.Print(new StringValueNode { Value = text });
}
