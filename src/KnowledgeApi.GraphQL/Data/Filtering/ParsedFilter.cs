using System.Linq.Expressions;
using System.Text;
using KnowledgeApi.GraphQL.Data.Statements;
using Microsoft.EntityFrameworkCore.Storage;

namespace KnowledgeApi.GraphQL.Data.Filtering;

/// <summary>The values of a filter while it is parsed: its nodes know them by their index.</summary>
internal sealed class FilterValues
{
    private readonly List<Slot> _values = [];

    public IReadOnlyList<Slot> Slots => _values;

    public int Add(Type type, object value, CoreTypeMapping? mapping = null)
    {
        SlotList.CheckCapacity(_values.Count);
        _values.Add(new Slot(type, value, mapping));
        return _values.Count - 1;
    }

    /// <summary>Adds a list, without nulls, of values of a type; it counts as one.</summary>
    public int AddList(Type elementType, IReadOnlyCollection<object> values, CoreTypeMapping? mapping = null) => Add(elementType.MakeArrayType(), values, mapping);
}

/// <summary>Filters that have been read, all of which must be met: parsed once, they take part in any number of statements.</summary>
internal sealed class ParsedFilter
{
    private readonly IReadOnlyList<(FilterNode Node, FilterValues Values)> _parts;

    public ParsedFilter(FilterNode node, FilterValues values)
        : this([(node, values)])
    {
    }

    private ParsedFilter(IReadOnlyList<(FilterNode Node, FilterValues Values)> parts)
    {
        _parts = parts;
        var shape = new StringBuilder();
        foreach (var (node, _) in parts)
            node.AppendShape(shape.Append('&'));
        Shape = shape.ToString();
    }

    /// <summary>No condition.</summary>
    public static ParsedFilter None { get; } = new([]);

    /// <summary>A text that is equal for filters that differ only in values, and no others.</summary>
    public string Shape { get; }

    /// <summary>This and another condition, if there is one.</summary>
    public ParsedFilter And(ParsedFilter? other) => other is null ? this : new ParsedFilter([.. _parts, .. other._parts]);

    /// <summary>Gives the values to a statement; the condition is a function of its rows' objects, null if there is none.</summary>
    public Func<Expression, Expression>? AddTo(SlotList slots)
    {
        if (_parts.Count == 0)
            return null;
        var placed = _parts.Select(part => (part.Node, Window: new SlotWindow(slots, slots.AddRange(part.Values.Slots)))).ToList();
        return target => placed.Select(part => part.Node.Build(target, part.Window)).Aggregate(Expression.AndAlso);
    }
}

/// <summary>The inputs of a statement that belong to one filter.</summary>
internal readonly record struct SlotWindow(SlotList Slots, int First)
{
    public Expression Expression(int index) => Slots.Expression(First + index);
}
