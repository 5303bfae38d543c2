using System.Collections;
using System.Globalization;
using System.Text;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Data.Filtering;

/// <summary>
/// Reads <c>where</c> arguments into nodes and values. Literals and variables arrive alike. A null, as an optional variable leaves it, is no
/// condition, at any level; only "eq" and "neq" ask by it for what is missing or present.
/// </summary>
internal sealed class FilterParser
{
    /// <summary>The longest part, in Unicode code points, that counts as short.</summary>
    private const int ShortPart = 2;

    /// <summary>The most conditions in a filter, those that need no value included.</summary>
    private const int MaxConditions = 500;

    /// <summary>The most related objects and lists a filter leads to: each is one more table in the statement, and the time to compile it grows faster than their number.</summary>
    private const int MaxRelations = 16;

    private readonly List<string> _path = [];
    private FilterValues _values = new();
    private int _conditions;
    private int _relations;

    /// <summary>The condition that the <c>where</c> of a list makes; none if it is left out.</summary>
    /// <exception cref="FieldErrorException">It cannot be applied, or it is too large.</exception>
    public static ParsedFilter Where(ArgumentValues arguments, ObjectFilter filter) =>
        arguments["where"] is InputObject where ? new FilterParser().Parse(where, filter) : ParsedFilter.None;

    /// <summary>A filter of objects. Filters read by one parser share its limits.</summary>
    /// <exception cref="FieldErrorException">It cannot be applied, or it is too large.</exception>
    public ParsedFilter Parse(InputObject where, ObjectFilter filter)
    {
        _values = new FilterValues();
        return new ParsedFilter(ParseObject(where, filter), _values);
    }

    private FilterNode ParseObject(InputObject where, ObjectFilter filter)
    {
        var nodes = new List<FilterNode>();
        foreach (var (name, value) in where)
        {
            CountCondition();
            if (value is null)
                continue;
            nodes.Add(name is FilterTypes.And or FilterTypes.Or
                ? Junction(name, ParseAll(value, filter))
                : At(name, () => ParseMember(filter.Find(name), (InputObject)value)));
        }

        return nodes.Count == 1 ? nodes[0] : new JunctionNode(true, nodes);
    }

    private List<FilterNode> ParseAll(object value, ObjectFilter filter) =>
        [.. ((IEnumerable)value).Cast<InputObject>().Select(each => ParseObject(each, filter))];

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
                return new ObjectNode(one, ParseObject(value, one.Filter));
            case ListFilterMember many:
                return All(value.Where(q => q.Value is not null).Select(q => ParseQuantified(many, q.Key, q.Value!)));
            case IdFilterMember id:
                return All(value.Select(operation => ParseId(id, operation.Key, operation.Value)));
            case KindFilterMember kind:
                return new KindNode(kind, ParseObject(value, kind.Filter));
            case IntervalFilterMember interval:
                return ParseInterval(interval, value);
            default:
                throw new InvalidOperationException($"No filter is known for {member.Name}.");
        }
    }

    private FilterNode ParseId(IdFilterMember member, string name, object? value)
    {
        CountCondition();
        var (operation, isOpposite) = FilterOperation.Find(name);
        if (value is null && operation.TakesList)
            return JunctionNode.Always;
        var node = (value, operation.TakesList) switch
        {
            (null, _) => new NullNode(member.Name, member.Key),
            (_, false) => IdConditions.Equal(member, (string)value, _values),
            _ => AnyOf((IEnumerable)value, given => IdConditions.In(member, given.Cast<string>(), _values), () => new NullNode(member.Name, member.Key)),
        };
        return isOpposite ? new NotNode(node) : node;
    }

    /// <summary>All that is said of an interval is said of its value together: it possibly lies between two others only if one value does.</summary>
    private FilterNode ParseInterval(IntervalFilterMember member, InputObject value)
    {
        object? equal = null, excluded = null;
        var (isAsked, others) = (false, new List<FilterNode>());
        foreach (var (name, given) in value)
        {
            CountCondition();
            var (operation, isOpposite) = FilterOperation.Find(name);
            isAsked |= given is not null;
            if (operation != FilterOperation.Eq)
                continue;
            if (given is null)
                others.Add(isOpposite ? new NotNode(IntervalConditions.Missing(member.Columns)) : IntervalConditions.Missing(member.Columns));
            else if (isOpposite)
                excluded = given;
            else
                equal = given;
        }

        if (!isAsked)
            return All(others);
        if (RangeOf(value) is not { } range)
            return new NothingNode();
        if (equal is not null)
        {
            if (range.And(FilterOperation.Eq, equal) is not { } point)
                return new NothingNode();
            range = point;
        }

        var conditions = new IntervalConditions(member.Columns, _values);
        return All([.. others, member.Certainly ? conditions.Certainly(range, excluded) : conditions.Possibly(range, excluded)]);
    }

    /// <summary>The values that the comparisons with less and greater leave; null if one limit alone leaves none.</summary>
    /// <exception cref="FieldErrorException">A lower and an upper limit together leave none: whoever wrote them meant something else.</exception>
    private ValueRange? RangeOf(InputObject value)
    {
        ValueRange? range = ValueRange.All;
        var (hasLower, hasUpper) = (false, false);
        foreach (var (operation, given) in Limits(value))
        {
            range = range?.And(operation, given);
            hasLower |= operation.Limit == FilterLimit.Lower;
            hasUpper |= operation.Limit == FilterLimit.Upper;
        }

        return range is null && hasLower && hasUpper ? throw Impossible(value) : range;
    }

    private static IEnumerable<(FilterOperation Operation, object Given)> Limits(InputObject value)
    {
        foreach (var (name, given) in value)
        {
            if (given is not null && FilterOperation.Find(name) is ({ Limit: not null } operation, false))
                yield return (operation, given);
        }
    }

    private ListNode ParseQuantified(ListFilterMember member, string quantifier, object value)
    {
        CountRelation();
        return quantifier == FilterTypes.Any
            ? new ListNode(member, (bool)value ? Quantifier.Some : Quantifier.None, JunctionNode.Always)
            : new ListNode(member, FilterTypes.QuantifierOf(quantifier), At(quantifier, () => ParseObject((InputObject)value, member.Filter)));
    }

    private FilterNode ParseOperation(ColumnFilterMember member, string name, object? value)
    {
        CountCondition();
        if (name is FilterTypes.And or FilterTypes.Or)
            return Junction(name, value is null ? [] : [.. ((IEnumerable)value).Cast<InputObject>().Select(each => ParseMember(member, each))]);
        var (operation, isOpposite) = FilterOperation.Find(name);
        if (value is null && operation != FilterOperation.Eq)
            return JunctionNode.Always;
        var node = value is null ? new NullNode(member.Name, member.Column)
            : operation.TakesList ? AnyOf((IEnumerable)value, given => In(member, given), () => new NullNode(member.Name, member.Column))
            : Compare(member, operation, value);
        return isOpposite ? new NotNode(node) : node;
    }

    private IEnumerable<FilterNode> In(ColumnFilterMember member, IEnumerable<object> given)
    {
        var column = member.Column;
        var values = given.Select(column.Normalize).Where(column.IsStorable).ToList();
        return values.Count == 0 ? [] : [new CompareNode(member.Name, column, FilterOperation.In, _values.AddList(column.Type, values, column.Mapping))];
    }

    /// <summary>One of a list, in which null stands for a missing value.</summary>
    private static FilterNode AnyOf(IEnumerable list, Func<IEnumerable<object>, IEnumerable<FilterNode>> among, Func<FilterNode> missing)
    {
        var given = list.Cast<object?>().ToList();
        List<FilterNode> nodes = [.. among(given.OfType<object>())];
        if (given.Contains(null))
            nodes.Add(missing());
        return nodes.Count == 0 ? new NothingNode() : new JunctionNode(false, nodes);
    }

    private FilterNode Compare(ColumnFilterMember member, FilterOperation operation, object value)
    {
        var isShort = operation.IsPart && ((string)value).EnumerateRunes().Count() <= ShortPart;
        var column = (isShort ? member.Column.ForShortParts : null) ?? member.Column;
        var comparable = column.Normalize(value);
        if (!column.IsStorable(comparable))
        {
            if (operation == FilterOperation.Eq)
                return new NothingNode();
            operation = column.AsStored(operation, comparable);
        }

        var slot = _values.Add(column.Type, comparable, column.Mapping);
        int? length = operation.NeedsLength ? _values.Add(typeof(int), ((string)comparable).EnumerateRunes().Count()) : null;
        int? beyond = operation.NeedsBeyond && BeyondAll((string)comparable) is { } text ? _values.Add(typeof(string), text) : null;
        return new CompareNode(isShort ? $"{member.Name}'" : member.Name, column, operation, slot, length, beyond);
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
    private static JunctionNode Junction(string name, List<FilterNode> nodes) => new(name == FilterTypes.And || nodes.Count == 0, nodes);

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
        var given = string.Join(", ", Limits(value).Select(each => $"{each.Operation.Name}: {Text(each.Given)}"));
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
}
