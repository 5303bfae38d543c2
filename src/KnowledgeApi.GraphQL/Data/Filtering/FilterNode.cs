using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using KnowledgeApi.GraphQL.Data.Mapping;
using KnowledgeApi.GraphQL.Data.Statements;

namespace KnowledgeApi.GraphQL.Data.Filtering;

/// <summary>
/// A filter without its values: they are in slots, which it knows by their indexes. Two filters of one shape differ only in values and share a statement.
/// </summary>
internal abstract record FilterNode
{
    /// <summary>Appends a text that is equal for filters of the same shape and no others.</summary>
    public abstract void AppendShape(StringBuilder shape);

    /// <summary>The condition on an object.</summary>
    public abstract Expression Build(Expression target, SlotWindow slots);
}

/// <summary>All of some conditions, or at least one of them.</summary>
internal sealed record JunctionNode(bool All, IReadOnlyList<FilterNode> Nodes) : FilterNode
{
    /// <summary>No condition.</summary>
    public static JunctionNode Always { get; } = new(true, []);

    public override void AppendShape(StringBuilder shape)
    {
        shape.Append(All ? "&(" : "|(");
        foreach (var node in Nodes)
        {
            node.AppendShape(shape);
            shape.Append(',');
        }

        shape.Append(')');
    }

    public override Expression Build(Expression target, SlotWindow slots) => Nodes.Count == 0
        ? Expression.Constant(true)
        : Nodes.Select(node => node.Build(target, slots)).Aggregate(All ? Expression.AndAlso : Expression.OrElse);
}

/// <summary>A condition that no object meets.</summary>
internal sealed record NothingNode : FilterNode
{
    public override void AppendShape(StringBuilder shape) => shape.Append('0');

    public override Expression Build(Expression target, SlotWindow slots) => Expression.Constant(false);
}

/// <summary>The opposite of a condition.</summary>
internal sealed record NotNode(FilterNode Node) : FilterNode
{
    public override void AppendShape(StringBuilder shape)
    {
        shape.Append("!(");
        Node.AppendShape(shape);
        shape.Append(')');
    }

    public override Expression Build(Expression target, SlotWindow slots) => Expression.Not(Node.Build(target, slots));
}

/// <summary>A stored value is null.</summary>
internal sealed record NullNode(string Name, FilterColumn Column) : FilterNode
{
    public override void AppendShape(StringBuilder shape) => shape.Append(Name).Append(" null");

    public override Expression Build(Expression target, SlotWindow slots)
    {
        // Even a value that is always there is missing where the object it belongs to is.
        var value = Column.Access(target);
        var type = value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null ? typeof(Nullable<>).MakeGenericType(value.Type) : value.Type;
        return Expression.Equal(value.Type == type ? value : Expression.Convert(value, type), Expression.Constant(null, type));
    }
}

/// <summary>A stored flag is set.</summary>
internal sealed record FlagNode(string Name, FilterColumn Column) : FilterNode
{
    public override void AppendShape(StringBuilder shape) => shape.Append(Name).Append(" set");

    public override Expression Build(Expression target, SlotWindow slots) => Column.Access(target);
}

/// <summary>A comparison of a stored value with the value in a slot.</summary>
/// <param name="Name">The filtered member.</param>
/// <param name="Column">The stored value.</param>
/// <param name="Operation">How they are compared.</param>
/// <param name="Slot">The slot of the value.</param>
/// <param name="LengthSlot">The slot of its length, if the operation needs it.</param>
/// <param name="BeyondSlot">The slot of the first text beyond all that start with it, if the operation needs it and there is one.</param>
internal sealed record CompareNode(string Name, FilterColumn Column, FilterOperation Operation, int Slot, int? LengthSlot = null, int? BeyondSlot = null) : FilterNode
{
    public override void AppendShape(StringBuilder shape)
    {
        shape.Append(Name).Append(' ').Append(Operation.Name).Append(Slot.ToString(CultureInfo.InvariantCulture));
        if (BeyondSlot is not null)
            shape.Append('<');
    }

    public override Expression Build(Expression target, SlotWindow slots) => Operation.Build(
        Column.Access(target),
        new FilterOperand(slots.Expression(Slot), LengthSlot is { } length ? slots.Expression(length) : null, BeyondSlot is { } beyond ? slots.Expression(beyond) : null));
}

/// <summary>A condition on one related object or value object.</summary>
internal sealed record ObjectNode(ObjectFilterMember Member, FilterNode Node) : FilterNode
{
    public override void AppendShape(StringBuilder shape)
    {
        shape.Append(Member.Name).Append('{');
        Node.AppendShape(shape);
        shape.Append('}');
    }

    public override Expression Build(Expression target, SlotWindow slots) => Node.Build(Member.Access(target), slots);
}

/// <summary>An object is of a more special type, and meets a condition on what only that type has.</summary>
internal sealed record KindNode(KindFilterMember Member, FilterNode Node) : FilterNode
{
    public override void AppendShape(StringBuilder shape)
    {
        shape.Append(Member.Name).Append('{');
        Node.AppendShape(shape);
        shape.Append('}');
    }

    public override Expression Build(Expression target, SlotWindow slots)
    {
        // A kind of objects may be filtered by the input of what it is a kind of, and then be no other kind.
        if (Kinds.As(target, Member.Type) is not { } special)
            return Expression.Constant(false);
        var condition = Node.Build(special, slots);
        return special == target ? condition : Expression.AndAlso(Expression.TypeIs(target, Member.Type), condition);
    }
}

/// <summary>How many of many must meet a condition.</summary>
internal enum Quantifier
{
    Some,
    None,
    All,
}

/// <summary>A condition on many related objects.</summary>
internal sealed record ListNode(ListFilterMember Member, Quantifier Quantifier, FilterNode Node) : FilterNode
{
    public override void AppendShape(StringBuilder shape)
    {
        shape.Append(Member.Name).Append(' ').Append(Quantifier.ToString()).Append('{');
        Node.AppendShape(shape);
        shape.Append('}');
    }

    public override Expression Build(Expression target, SlotWindow slots)
    {
        var element = Expression.Parameter(Member.ElementType, "e");
        var condition = Node.Build(element, slots);
        // All of them: none that does not. An unknown (null) comparison counts as not met.
        var any = Expression.Call(
            typeof(Enumerable),
            nameof(Enumerable.Any),
            [Member.ElementType],
            Member.Access(target),
            Expression.Lambda(Quantifier == Quantifier.All ? Expression.Not(condition) : condition, element));
        return Quantifier == Quantifier.Some ? any : Expression.Not(any);
    }
}
