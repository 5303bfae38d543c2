using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Execution;

/// <summary>All objects that one selection of the plan is made on, at one level, in the order they will be written.</summary>
internal sealed class ObjectBatch(SelectionPlan plan)
{
    private readonly List<(FieldPlan Field, FieldValues Values)> _values = [];

    public SelectionPlan Plan { get; } = plan;

    public List<object> Objects { get; } = [];

    /// <summary>The object type of each object; null for one that is of no possible type, which the writer reports.</summary>
    public List<ObjectType?> Types { get; } = [];

    /// <summary>True if every object is of a possible type.</summary>
    public bool IsKnown { get; private set; } = true;

    /// <summary>True at the root of a mutation: every field was run in its turn, and is not to be read again.</summary>
    public bool HoldsAllFields { get; init; }

    public void Add(object value, ObjectType? type)
    {
        Objects.Add(value);
        Types.Add(type);
        IsKnown &= type is not null;
    }

    public void Set(FieldPlan field, FieldValues values) => _values.Add((field, values));

    // There are few fields in batches of one selection, and a row asks for each.
    public FieldValues? Find(FieldPlan field)
    {
        foreach (var (known, values) in _values)
        {
            if (ReferenceEquals(known, field))
                return values;
        }

        return null;
    }
}

/// <summary>The values of one field for all objects of a batch.</summary>
/// <param name="Values">One for each object of the batch; objects of a type without the field have null.</param>
/// <param name="Children">The objects among the values, if something below them needs a batch.</param>
/// <param name="FirstChild">Where each object's own values start in <paramref name="Children"/>.</param>
internal sealed record FieldValues(object?[] Values, ObjectBatch? Children, int[] FirstChild);
