using System.Collections;
using System.Globalization;
using System.Text;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Data.Filtering;

/// <summary>Reads a <c>where</c> argument into a shape, and its values into slots. Literals and variables arrive alike.</summary>
internal sealed class FilterParser(SlotList slots)
{
    /// <summary>The longest part, in Unicode code points, that counts as short.</summary>
    private const int ShortPart = 2;

    /// <summary>The most conditions in a filter, those that need no value included.</summary>
    private const int MaxConditions = 500;

    /// <summary>The most related objects and lists a filter leads to: each is one more table in the statement, and the time to compile it grows faster than their number.</summary>
    private const int MaxRelations = 16;

    private readonly List<string> _path = [];
    private int _conditions;
    private int _relations;

    public FilterNode Parse(InputObject where, ObjectFilter filter)
    {
        var nodes = new List<FilterNode>();
        foreach (var (name, value) in where)
        {
            CountCondition();
            if (name is "and" or "or")
                nodes.Add(value is null ? new JunctionNode(true, []) : Junction(name, ParseAll(value, filter)));
            else if (value is null)
                nodes.Add(Missing(filter.Find(name)));
            else
                nodes.Add(At(name, () => ParseMember(filter.Find(name), (InputObject)value)));
        }

        return nodes.Count == 1 ? nodes[0] : new JunctionNode(true, nodes);
    }

    private List<FilterNode> ParseAll(object value, ObjectFilter filter) =>
        [.. ((IEnumerable)value).Cast<InputObject>().Select(each => Parse(each, filter))];

    /// <summary>A null asks for what is missing; of a list nothing is said by it.</summary>
    private static FilterNode Missing(FilterMember member) => member switch
    {
        ColumnFilterMember column => new NullNode(column.Name, column.Column),
        ObjectFilterMember { Nullable: true } one => new NoObjectNode(one),
        ObjectFilterMember => new NothingNode(),
        IdFilterMember id => new NullNode(id.Name, id.Key),
        KindFilterMember kind => new NotNode(new KindNode(kind, new JunctionNode(true, []))),
        IntervalFilterMember interval => IntervalConditions.Missing(interval.Columns),
        _ => new JunctionNode(true, []),
    };

    private FilterNode ParseMember(FilterMember member, InputObject value)
    {
        switch (member)
        {
            case ColumnFilterMember column:
                if (column.Column.Kind == FilterKind.Ordered)
                    RangeOf(value);
                return All(value.Select(operation => ParseOperation(column, operation.Key, operation.Value)));
            case ObjectFilterMember one:
                if (one.IsRelated)
                    CountRelation();
                return new ObjectNode(one, Parse(value, one.Filter));
            case ListFilterMember many:
                return All(value.Where(q => q.Value is not null).Select(q => ParseQuantified(many, q.Key, q.Value!)));
            case IdFilterMember id:
                return All(value.Select(operation => ParseId(id, operation.Key, operation.Value)));
            case KindFilterMember kind:
                return new KindNode(kind, Parse(value, kind.Filter));
            case IntervalFilterMember interval:
                return ParseInterval(interval, value);
            default:
                throw new InvalidOperationException($"No filter is known for {member.Name}.");
        }
    }

    private FilterNode ParseId(IdFilterMember member, string name, object? value)
    {
        CountCondition();
        switch (name)
        {
            case "eq":
                return value is null ? new NullNode(member.Name, member.Key) : IdConditions.Equal(member, (string)value, slots);
            case "in":
                if (value is null)
                    throw MissingValue(name);
                var given = ((IEnumerable)value).Cast<string?>().ToList();
                var nodes = IdConditions.In(member, given.OfType<string>(), slots).ToList();
                if (given.Contains(null))
                    nodes.Add(new NullNode(member.Name, member.Key));
                return nodes.Count == 0 ? new NothingNode() : new JunctionNode(false, nodes);
            default:
                return new NotNode(ParseId(member, name[1..], value));
        }
    }

    /// <summary>All that is said of an interval is said of its value together: it possibly lies between two others only if one value does.</summary>
    private FilterNode ParseInterval(IntervalFilterMember member, InputObject value)
    {
        object? equal = null, excluded = null;
        foreach (var (name, given) in value)
        {
            CountCondition();
            if (given is null)
                throw new FieldErrorException($"\"{name}\" of the filter on \"{Path}\" needs a value; to ask for what is missing, give null in the place of \"{member.Name}\".", ErrorCodes.FilterInvalid);
            if (name == "eq")
                equal = given;
            else if (name == "neq")
                excluded = given;
        }

        if (RangeOf(value) is not { } range)
            return new NothingNode();
        if (equal is not null)
        {
            if (range.And(FilterOperator.Eq, equal) is not { } point)
                return new NothingNode();
            range = point;
        }

        var conditions = new IntervalConditions(member.Columns, slots);
        return member.Certainly ? conditions.Certainly(range, excluded) : conditions.Possibly(range, excluded);
    }

    /// <summary>The values that the comparisons with less and greater leave; null if one limit alone leaves none.</summary>
    /// <exception cref="FieldErrorException">A lower and an upper limit together leave none: whoever wrote them meant something else.</exception>
    private ValueRange? RangeOf(InputObject value)
    {
        ValueRange? range = ValueRange.All;
        var (hasLower, hasUpper) = (false, false);
        foreach (var (name, given) in value)
        {
            if (given is null || RangeOperator(name) is not { } op)
                continue;
            range = range?.And(op, given);
            hasLower |= op is FilterOperator.Gt or FilterOperator.Gte;
            hasUpper |= op is FilterOperator.Lt or FilterOperator.Lte;
        }

        return range is null && hasLower && hasUpper ? throw Impossible(value) : range;
    }

    private static FilterOperator? RangeOperator(string name) => name switch
    {
        "gt" => FilterOperator.Gt,
        "gte" => FilterOperator.Gte,
        "lt" => FilterOperator.Lt,
        "lte" => FilterOperator.Lte,
        _ => null,
    };

    private ListNode ParseQuantified(ListFilterMember member, string quantifier, object value)
    {
        CountRelation();
        return quantifier switch
        {
            "some" => new ListNode(member, Quantifier.Some, At(quantifier, () => Parse((InputObject)value, member.Filter))),
            "none" => new ListNode(member, Quantifier.None, At(quantifier, () => Parse((InputObject)value, member.Filter))),
            "all" => new ListNode(member, Quantifier.All, At(quantifier, () => Parse((InputObject)value, member.Filter))),
            _ => new ListNode(member, (bool)value ? Quantifier.Some : Quantifier.None, new JunctionNode(true, [])),
        };
    }

    private FilterNode ParseOperation(ColumnFilterMember member, string name, object? value)
    {
        CountCondition();
        switch (name)
        {
            case "and":
            case "or":
                return Junction(name, value is null ? [] : [.. ((IEnumerable)value).Cast<InputObject>().Select(each => ParseMember(member, each))]);
            case "eq":
                return Equal(member, value);
            case "in":
                return In(member, value);
            case "gt":
                return Compare(member, FilterOperator.Gt, value, name);
            case "gte":
                return Compare(member, FilterOperator.Gte, value, name);
            case "lt":
                return Compare(member, FilterOperator.Lt, value, name);
            case "lte":
                return Compare(member, FilterOperator.Lte, value, name);
            case "contains":
                return Compare(member, FilterOperator.Contains, value, name);
            case "startsWith":
                return Compare(member, FilterOperator.StartsWith, value, name);
            case "endsWith":
                return Compare(member, FilterOperator.EndsWith, value, name);
            default:
                // neq, ngt, ncontains and the like: the opposite of the operator without its n.
                return new NotNode(ParseOperation(member, name[1..], value));
        }
    }

    private FilterNode Equal(ColumnFilterMember member, object? value) =>
        value is null ? new NullNode(member.Name, member.Column) : Compare(member, FilterOperator.Eq, value, "eq");

    private FilterNode In(ColumnFilterMember member, object? value)
    {
        if (value is null)
            throw MissingValue("in");
        var column = member.Column;
        var given = ((IEnumerable)value).Cast<object?>().ToList();
        var values = given.OfType<object>().Select(column.Normalize).Where(column.IsStorable).ToList();
        var nodes = new List<FilterNode>();
        if (values.Count > 0)
            nodes.Add(new CompareNode(member.Name, column, FilterOperator.In, slots.AddList(column.Type, values, column.Mapping)));
        if (given.Contains(null))
            nodes.Add(new NullNode(member.Name, column));
        return nodes.Count == 0 ? new NothingNode() : new JunctionNode(false, nodes);
    }

    private FilterNode Compare(ColumnFilterMember member, FilterOperator op, object? value, string name)
    {
        if (value is null)
            throw MissingValue(name);
        var isPart = op is FilterOperator.Contains or FilterOperator.StartsWith or FilterOperator.EndsWith;
        var isShort = isPart && ((string)value).EnumerateRunes().Count() <= ShortPart;
        var column = (isShort ? member.Column.ForShortParts : null) ?? member.Column;
        var comparable = column.Normalize(value);
        if (!column.IsStorable(comparable))
        {
            if (op == FilterOperator.Eq)
                return new NothingNode();
            op = column.AsStored(op, comparable);
        }

        var slot = slots.Add(column.Type, comparable, column.Mapping);
        var length = op is FilterOperator.StartsWith or FilterOperator.EndsWith ? slots.Add(typeof(int), ((string)comparable).EnumerateRunes().Count()) : -1;
        int? beyond = op == FilterOperator.StartsWith && BeyondAll((string)comparable) is { } text ? slots.Add(typeof(string), text) : null;
        return new CompareNode(isShort ? $"{member.Name}'" : member.Name, column, op, slot, length, beyond);
    }

    /// <summary>The first text, code point by code point, that comes after all that start with a prefix; null if none does.</summary>
    private static string? BeyondAll(string prefix)
    {
        var runes = prefix.EnumerateRunes().ToList();
        while (runes is [.., var last])
        {
            runes.RemoveAt(runes.Count - 1);
            // Surrogates are no characters.
            var next = last.Value == 0xD7FF ? 0xE000 : last.Value + 1;
            if (Rune.IsValid(next))
                return string.Concat(runes.Append(new Rune(next)));
        }

        return null;
    }

    /// <summary>An empty list of conditions is no condition.</summary>
    private static JunctionNode Junction(string name, List<FilterNode> nodes) => new(name == "and" || nodes.Count == 0, nodes);

    private static JunctionNode All(IEnumerable<FilterNode> nodes) => new(true, [.. nodes]);

    /// <summary>The way from the filtered object to what is being read, for messages.</summary>
    private string Path => string.Join('.', _path);

    private T At<T>(string name, Func<T> parse)
    {
        _path.Add(name);
        var parsed = parse();
        _path.RemoveAt(_path.Count - 1);
        return parsed;
    }

    private void CountCondition()
    {
        if (++_conditions > MaxConditions)
            throw new FieldErrorException($"A filter may hold at most {MaxConditions} conditions. Values of one field can be given to \"in\" as a list.", ErrorCodes.FilterLimit);
    }

    private void CountRelation()
    {
        if (++_relations > MaxRelations)
            throw new FieldErrorException($"A filter may lead to at most {MaxRelations} related objects and lists. Conditions on the same one can be written together.", ErrorCodes.FilterLimit);
    }

    private FieldErrorException Impossible(InputObject value)
    {
        var given = string.Join(", ", value.Where(each => each.Value is not null && RangeOperator(each.Key) is not null).Select(each => $"{each.Key}: {Text(each.Value!)}"));
        return new(
            $"The filter on \"{Path}\" can be met by nothing: no value lies between the limits of {{ {given} }}. Swap them, or put them into two conditions of an \"or\".",
            ErrorCodes.FilterImpossible);
    }

    private static string Text(object value) => value switch
    {
        DateOnly or DateTime => ((IFormattable)value).ToString(value is DateOnly ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private FieldErrorException MissingValue(string name) =>
        new($"\"{name}\" of the filter on \"{Path}\" needs a value; to ask for a missing one, use \"eq: null\".", ErrorCodes.FilterInvalid);
}
