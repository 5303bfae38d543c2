using System.Runtime.CompilerServices;
using System.Text;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>A field where it is selected.</summary>
/// <param name="node">The selection.</param>
/// <param name="parent">The type it is selected from, if the schema knows it.</param>
internal sealed class SelectedField(FieldNode node, NamedType? parent)
{
    private string? _arguments;

    public FieldNode Node { get; } = node;

    public NamedType? Parent { get; } = parent;

    /// <summary>The declared type of the field; null for fields no type declares, which are not compared by type.</summary>
    public GraphQLType? Type { get; } = parent is FieldsType type && type.TryGetField(node.Name.Value, out var field) ? field.Type : null;

    /// <summary>The arguments as text that is equal for equal arguments, whatever the order of names.</summary>
    public string Arguments => _arguments ??= Canonical(Node.Arguments);

    private static string Canonical(IReadOnlyList<ArgumentNode> arguments)
    {
        if (arguments.Count == 0)
            return "";
        var text = new StringBuilder();
        foreach (var argument in arguments.OrderBy(argument => argument.Name.Value, StringComparer.Ordinal))
        {
            text.Append(argument.Name.Value).Append(':');
            Append(text, argument.Value);
            text.Append(',');
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ValueNode value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value)
        {
            case ListValueNode list:
                text.Append('[');
                foreach (var item in list.Values)
                {
                    Append(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case ObjectValueNode literal:
                text.Append('{');
                foreach (var field in literal.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal))
                {
                    text.Append(field.Name.Value).Append(':');
                    Append(text, field.Value);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case StringValueNode literal:
                // The length keeps a quote inside a string from ending it.
                text.Append(literal.Block ? "\"\"\"" : "\"").Append(literal.Value.Length).Append(':').Append(literal.Value);
                break;
            default:
                text.Append(SyntaxPrinter.Print(value));
                break;
        }
    }
}

/// <summary>The fields of a selection set and of the inline fragments in it, by response name, and the fragments it spreads.</summary>
internal sealed class SelectedFields(int id)
{
    /// <summary>A number of its own among those of the document.</summary>
    public int Id { get; } = id;

    public OrderedDictionary<string, List<SelectedField>> ByName { get; } = new(StringComparer.Ordinal);

    public int Count { get; set; }

    /// <summary>The fragments that exist, by name.</summary>
    public OrderedDictionary<string, FragmentDefinitionNode> Spreads { get; } = new(StringComparer.Ordinal);
}

/// <summary>Finds the fields of selection sets, each set once.</summary>
internal sealed class SelectedFieldsCollector(ValidationContext context)
{
    private readonly Dictionary<SelectionSetNode, SelectedFields> _known = [];

    public SelectedFields Collect(SelectionSetNode selectionSet, NamedType? parent)
    {
        if (_known.TryGetValue(selectionSet, out var known))
            return known;
        var fields = new SelectedFields(_known.Count);
        Add(fields, selectionSet, parent);
        return _known[selectionSet] = fields;
    }

    public SelectedFields Collect(FragmentDefinitionNode fragment) =>
        Collect(fragment.SelectionSet, context.Schema.ResolveNamed(fragment.TypeCondition));

    /// <summary>The fields selected of a field, if any are.</summary>
    public SelectedFields? Collect(SelectedField field) =>
        field.Node.SelectionSet is { } selectionSet ? Collect(selectionSet, field.Type?.Named) : null;

    private void Add(SelectedFields fields, SelectionSetNode selectionSet, NamedType? parent)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    if (!fields.ByName.TryGetValue(field.ResponseName, out var same))
                        fields.ByName.Add(field.ResponseName, same = []);
                    same.Add(new SelectedField(field, parent));
                    fields.Count++;
                    break;
                case InlineFragmentNode inline:
                    Add(fields, inline.SelectionSet, inline.TypeCondition is { } condition ? context.Schema.ResolveNamed(condition) : parent);
                    break;
                case FragmentSpreadNode spread when context.FindFragment(spread.Name.Value) is { } fragment:
                    fields.Spreads.TryAdd(spread.Name.Value, fragment);
                    break;
            }
        }
    }
}
