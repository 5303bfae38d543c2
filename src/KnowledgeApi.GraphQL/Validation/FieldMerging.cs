using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>
/// Decides whether all fields of one response name can be merged, over whole sets of fields instead of pairs.
/// <para>
/// Two fields of one response name must return the same shape. If one object can have both (their parents are not two
/// different object types) they must also be the same field with the same arguments. Both are equivalences within a
/// group, so each field is compared with the first of its group alone, and then all selection sets of the group are
/// merged into one set that is checked in the same way. What is wrong inside a single selection set is found when that
/// set is checked alone, so of a merged set only the names that several of its parts share are looked at.
/// </para>
/// </summary>
internal sealed class FieldMerging(ValidationContext context, SelectedFieldsCollector collector)
{
    private readonly Stack<Merge> _open = [];
    private readonly HashSet<Merge> _seen = [];
    private readonly HashSet<int> _checkedAlone = [];
    private readonly HashSet<int> _checkedAloneForShape = [];
    private bool _conflict;

    /// <summary>True if there are fields in the document that cannot be merged.</summary>
    public bool FindsConflict()
    {
        foreach (var operation in context.Document.Definitions.OfType<OperationDefinitionNode>())
            Check(collector.Collect(operation.SelectionSet, context.Schema.RootType(operation.Operation)));

        // What no operation reaches is looked at for its own sake.
        foreach (var fragment in context.Document.Definitions.OfType<FragmentDefinitionNode>())
        {
            var fields = collector.Collect(fragment);
            if (!_checkedAlone.Contains(fields.Id))
                Check(fields);
        }

        return _conflict;
    }

    private void Check(SelectedFields root)
    {
        Open([root], sameObject: true);
        while (!_conflict && _open.TryPop(out var merge))
            Check(merge);
    }

    private void Check(Merge merge)
    {
        var parts = Expand(merge.Parts);
        var done = merge.SameObject ? _checkedAlone : _checkedAloneForShape;
        foreach (var part in parts)
        {
            if (!done.Add(part.Id))
                continue;
            context.SpendComparisons(part.Count);
            foreach (var same in part.ByName.Values)
                CheckGroup(same, merge.SameObject);
        }

        if (parts.Count > 1)
            CheckAcross(parts, merge.SameObject);
    }

    /// <summary>The parts and all that they spread.</summary>
    private List<SelectedFields> Expand(IReadOnlyList<SelectedFields> parts)
    {
        var found = new List<SelectedFields>(parts);
        if (parts is [{ Spreads.Count: 0 }])
            return found;
        var seen = parts.Select(part => part.Id).ToHashSet();
        for (var i = 0; i < found.Count; i++)
        {
            context.SpendComparisons(1);
            foreach (var fragment in found[i].Spreads.Values)
            {
                var fields = collector.Collect(fragment);
                if (seen.Add(fields.Id))
                    found.Add(fields);
            }
        }

        return found;
    }

    /// <summary>Checks the fields whose response name stands in several parts. The largest part is only asked for names, not gone through.</summary>
    private void CheckAcross(List<SelectedFields> parts, bool sameObject)
    {
        var largest = parts.MaxBy(part => part.Count)!;
        var groups = new Dictionary<string, List<List<SelectedField>>>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (part == largest)
                continue;
            context.SpendComparisons(part.Count);
            foreach (var (name, fields) in part.ByName)
            {
                if (groups.TryGetValue(name, out var group))
                    group.Add(fields);
                else
                    groups.Add(name, [fields]);
            }
        }

        foreach (var (name, group) in groups)
        {
            if (largest.ByName.TryGetValue(name, out var fields))
                group.Add(fields);
            if (group.Count > 1)
                CheckGroup([.. group.SelectMany(each => each)], sameObject);
        }
    }

    /// <summary>Checks fields of one response name.</summary>
    private void CheckGroup(List<SelectedField> fields, bool sameObject)
    {
        if (fields.Count > 1)
        {
            context.SpendComparisons(fields.Count);
            if (!HaveSameShape(fields))
                _conflict = true;
        }

        if (!sameObject)
        {
            Open(fields, sameObject: false);
            return;
        }

        var objects = fields.Count == 1 ? [] : fields.Select(field => field.Parent).OfType<ObjectType>().Distinct().ToList();
        if (objects.Count <= 1)
        {
            CheckSame(fields);
            return;
        }

        foreach (var type in objects)
            CheckSame([.. fields.Where(field => field.Parent is not ObjectType || field.Parent == type)]);
        Open(fields, sameObject: false);
    }

    /// <summary>Checks fields that one object can have: they are one field.</summary>
    private void CheckSame(List<SelectedField> fields)
    {
        context.SpendComparisons(fields.Count);
        var first = fields[0];
        for (var i = 1; i < fields.Count; i++)
        {
            if (fields[i].Node.Name.Value != first.Node.Name.Value || fields[i].Arguments != first.Arguments)
                _conflict = true;
        }

        Open(fields, sameObject: true);
    }

    private static bool HaveSameShape(List<SelectedField> fields)
    {
        var first = fields.Find(field => field.Type is not null)?.Type;
        return fields.TrueForAll(field => field.Type is null || ResponseShape.IsSame(first!, field.Type));
    }

    private void Open(List<SelectedField> fields, bool sameObject) => Open(fields.Select(collector.Collect).OfType<SelectedFields>(), sameObject);

    private void Open(IEnumerable<SelectedFields> parts, bool sameObject)
    {
        var merge = new Merge([.. parts.DistinctBy(part => part.Id).OrderBy(part => part.Id)], sameObject);
        if (merge.Parts.Length > 0 && _seen.Add(merge))
            _open.Push(merge);
    }

    /// <summary>Selection sets to merge.</summary>
    /// <param name="parts">Each once, in the order of their numbers.</param>
    /// <param name="sameObject">False if their fields are never of one object, so that only the shape matters.</param>
    private sealed class Merge(SelectedFields[] parts, bool sameObject) : IEquatable<Merge>
    {
        public SelectedFields[] Parts { get; } = parts;

        public bool SameObject { get; } = sameObject;

        public bool Equals(Merge? other) => other is not null && SameObject == other.SameObject && Parts.AsSpan().SequenceEqual(other.Parts);

        public override bool Equals(object? obj) => Equals(obj as Merge);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.Add(SameObject);
            foreach (var part in Parts)
                hash.Add(part.Id);
            return hash.ToHashCode();
        }
    }
}

/// <summary>Compares what fields return, as SameResponseShape of the specification does.</summary>
internal static class ResponseShape
{
    /// <summary>True if both are wrapped alike around the same leaf type, or around composite types.</summary>
    public static bool IsSame(GraphQLType one, GraphQLType other) => (one, other) switch
    {
        (ListType a, ListType b) => IsSame(a.OfType, b.OfType),
        (NonNullType a, NonNullType b) => IsSame(a.OfType, b.OfType),
        (NamedType a, NamedType b) => a == b || (a.IsComposite && b.IsComposite),
        _ => false,
    };
}
