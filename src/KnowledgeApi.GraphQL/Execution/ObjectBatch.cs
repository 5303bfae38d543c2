using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Execution;

/// <summary>All objects that one selection of the plan is made on, at one level, in the order they will be written.</summary>
internal sealed class ObjectBatch(SelectionPlan plan)
{
    private readonly Dictionary<FieldPlan, FieldValues> _values = [];

    public SelectionPlan Plan { get; } = plan;

    public List<object> Objects { get; } = [];

    /// <summary>The object type of each object; null for one that is of no possible type, which the writer reports.</summary>
    public List<ObjectType?> Types { get; } = [];

    public void Add(object value, ObjectType? type)
    {
        Objects.Add(value);
        Types.Add(type);
    }

    public void Set(FieldPlan field, FieldValues values) => _values[field] = values;

    public FieldValues? Find(FieldPlan field) => _values.GetValueOrDefault(field);
}

/// <summary>The values of one field for all objects of a batch.</summary>
/// <param name="Values">One for each object of the batch; objects of a type without the field have null.</param>
/// <param name="Children">The objects among the values, if something below them needs a batch.</param>
/// <param name="FirstChild">Where each object's own values start in <paramref name="Children"/>.</param>
internal sealed record FieldValues(object?[] Values, ObjectBatch? Children, int[] FirstChild);
