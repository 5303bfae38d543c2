using System.Text;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Planning;

/// <summary>A field of a planned operation. Object types that share a resolver share the plan, so that their objects go through it in one batch.</summary>
internal sealed class FieldPlan
{
    /// <summary>Plans a field; a batch resolver prepares itself here, once.</summary>
    internal FieldPlan(Field field, IReadOnlyList<FieldNode> nodes, IReadOnlyList<ArgumentNode> arguments, SelectionPlan? selection, ArgumentValues? constantArguments)
    {
        Field = field;
        Nodes = nodes;
        Arguments = arguments;
        Selection = selection;
        ConstantArguments = constantArguments;
        ResponseName = nodes[0].ResponseName;
        Key = Encoding.UTF8.GetBytes($"\"{ResponseName}\":");
        NeedsBatch = field.Resolver is BatchResolver || selection is { NeedsBatch: true };
        Leaf = (field.Resolver as PureResolver)?.Write;
        Locations = [.. nodes.Select(n => n.Location)];
        if (field.Resolver is BatchResolver batch)
            Prepared = batch.Prepare(this);
    }

    /// <summary>The key in the response.</summary>
    public string ResponseName { get; }

    public Field Field { get; }

    /// <summary>The field nodes that were merged into this one; the first one's arguments count.</summary>
    public IReadOnlyList<FieldNode> Nodes { get; }

    /// <summary>The arguments, that which is handed down from a field above among them.</summary>
    internal IReadOnlyList<ArgumentNode> Arguments { get; }

    /// <summary>What is selected of the field's objects; null for a leaf.</summary>
    public SelectionPlan? Selection { get; }

    /// <summary>The arguments, if no variable stands in them; they are coerced once.</summary>
    internal ArgumentValues? ConstantArguments { get; }

    /// <summary>The response key as JSON, colon included.</summary>
    internal byte[] Key { get; }

    /// <summary>True if this field or one below it is found in batches; if not, the writer reads it straight off the objects.</summary>
    internal bool NeedsBatch { get; }

    internal LeafWriter? Leaf { get; }

    /// <summary>The places of all nodes, for errors.</summary>
    internal IReadOnlyList<SourceLocation> Locations { get; }

    internal object? Prepared { get; }
}

/// <summary>What is selected of a composite type, by the object type a value turns out to have.</summary>
internal sealed class SelectionPlan
{
    private readonly FieldPlan[]? _only;

    internal SelectionPlan(NamedType type, IReadOnlyDictionary<ObjectType, FieldPlan[]> fields)
    {
        Type = type;
        Fields = fields;
        if (fields.Count == 1)
            (OnlyType, _only) = fields.First();
        NeedsBatch = fields.Values.Any(list => list.Any(f => f.NeedsBatch));
        NeedingBatch = _only is null ? [] : [.. _only.Where(f => f.NeedsBatch)];
    }

    /// <summary>The type the selection is made on: an object type, an interface or a union.</summary>
    public NamedType Type { get; }

    /// <summary>The fields in response order, for each possible object type.</summary>
    public IReadOnlyDictionary<ObjectType, FieldPlan[]> Fields { get; }

    /// <summary>The object type of every value, if there is just one possible.</summary>
    internal ObjectType? OnlyType { get; }

    internal bool NeedsBatch { get; }

    /// <summary>The fields that need a batch, if there is just one object type possible.</summary>
    internal IReadOnlyList<FieldPlan> NeedingBatch { get; }

    internal FieldPlan[] FieldsOf(ObjectType type) => _only ?? Fields[type];
}

/// <summary>An operation, planned for one setting of the variables that its @skip and @include directives use.</summary>
internal sealed record OperationPlan(OperationType Operation, ObjectType RootType, SelectionPlan Root)
{
    /// <summary>True if there is more to do than to write.</summary>
    public bool NeedsBatch => Operation == OperationType.Mutation || Root.NeedsBatch;
}
