using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using KnowledgeApi.GraphQL.Data.Statements;

namespace KnowledgeApi.GraphQL.Data.Filtering;

/// <summary>
/// A filter without its values: they are in slots. Two filters of one shape differ only in values and share a statement.
/// </summary>
internal abstract record FilterNode
{
    /// <summary>Appends a text that is equal for filters of the same shape and no others.</summary>
    public abstract void AppendShape(StringBuilder shape);

    /// <summary>The condition on an object.</summary>
    public abstract Expression Build(Expression target, SlotList slots);
}

/// <summary>All of some conditions, or at least one of them.</summary>
internal sealed record JunctionNode(bool All, IReadOnlyList<FilterNode> Nodes) : FilterNode
{
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

    public override Expression Build(Expression target, SlotList slots) => Nodes.Count == 0
        ? Expression.Constant(true)
        : Nodes.Select(node => node.Build(target, slots)).Aggregate(All ? Expression.AndAlso : Expression.OrElse);
}

/// <summary>A condition that no object meets.</summary>
internal sealed record NothingNode : FilterNode
{
    public override void AppendShape(StringBuilder shape) => shape.Append('0');

    public override Expression Build(Expression target, SlotList slots) => Expression.Constant(false);
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

    public override Expression Build(Expression target, SlotList slots) => Expression.Not(Node.Build(target, slots));
}

/// <summary>A stored value is null.</summary>
internal sealed record NullNode(string Name, FilterColumn Column) : FilterNode
{
    public override void AppendShape(StringBuilder shape) => shape.Append(Name).Append(" null");

    public override Expression Build(Expression target, SlotList slots)
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

    public override Expression Build(Expression target, SlotList slots) => Column.Access(target);
}

/// <summary>A related object or value object is missing.</summary>
internal sealed record NoObjectNode(ObjectFilterMember Member) : FilterNode
{
    public override void AppendShape(StringBuilder shape) => shape.Append(Member.Name).Append(" null");

    public override Expression Build(Expression target, SlotList slots)
    {
        var value = Member.Access(target);
        return Expression.Equal(value, Expression.Constant(null, value.Type));
    }
}

/// <summary>How a stored value is compared with the value in a slot.</summary>
internal enum FilterOperator
{
    Eq,
    In,
    Gt,
    Gte,
    Lt,
    Lte,
    Contains,
    StartsWith,
    EndsWith,
}

/// <summary>A comparison of a stored value with the value in a slot.</summary>
/// <param name="Name">The filtered member.</param>
/// <param name="Column">The stored value.</param>
/// <param name="Operator">How they are compared.</param>
/// <param name="Slot">The slot of the value.</param>
/// <param name="LengthSlot">The slot of its length in Unicode code points, as databases count; only for starts and ends.</param>
/// <param name="BeyondSlot">The slot of the first text beyond all that start with it; null if there is none. Only for starts.</param>
internal sealed record CompareNode(string Name, FilterColumn Column, FilterOperator Operator, int Slot, int LengthSlot = -1, int? BeyondSlot = null) : FilterNode
{
    public override void AppendShape(StringBuilder shape)
    {
        shape.Append(Name).Append(' ').Append(Operator.ToString()).Append(Slot.ToString(CultureInfo.InvariantCulture));
        if (BeyondSlot is not null)
            shape.Append('<');
    }

    public override Expression Build(Expression target, SlotList slots)
    {
        var stored = Column.Access(target);
        var given = slots.Expression(Slot);
        return Operator switch
        {
            FilterOperator.Eq => Expression.Equal(stored, given),
            FilterOperator.In => Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [stored.Type], given, stored),
            FilterOperator.Gt => Expression.GreaterThan(stored, given),
            FilterOperator.Gte => Expression.GreaterThanOrEqual(stored, given),
            FilterOperator.Lt => Expression.LessThan(stored, given),
            FilterOperator.Lte => Expression.LessThanOrEqual(stored, given),
            FilterOperator.Contains => Expression.Call(stored, nameof(string.Contains), null, given),
            FilterOperator.StartsWith => StartsWith(stored, given, slots.Expression(LengthSlot), BeyondSlot is { } beyond ? slots.Expression(beyond) : null),
            _ => EndsWith(stored, given, slots.Expression(LengthSlot)),
        };
    }

    /// <summary>A range, which an index serves, and the exact test; not LIKE, in which some characters mean others.</summary>
    private static BinaryExpression StartsWith(Expression stored, Expression given, Expression length, Expression? beyond)
    {
        var range = Expression.GreaterThanOrEqual(Compare(stored, given), Expression.Constant(0));
        if (beyond is not null)
            range = Expression.AndAlso(range, Expression.LessThan(Compare(stored, beyond), Expression.Constant(0)));
        return Expression.AndAlso(
            range, Expression.Equal(Expression.Call(stored, nameof(string.Substring), null, Expression.Constant(0), length), given));
    }

    private static MethodCallExpression Compare(Expression one, Expression other) => Expression.Call(typeof(string), nameof(string.Compare), null, one, other);

    private static BinaryExpression EndsWith(Expression stored, Expression given, Expression length) =>
        Expression.AndAlso(
            Expression.GreaterThanOrEqual(Length(stored), length),
            Expression.Equal(
                Expression.Call(stored, nameof(string.Substring), null, Expression.Subtract(Length(stored), length)), given));

    private static MemberExpression Length(Expression text) => Expression.Property(text, nameof(string.Length));
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

    public override Expression Build(Expression target, SlotList slots) => Node.Build(Member.Access(target), slots);
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

    public override Expression Build(Expression target, SlotList slots) =>
        Expression.AndAlso(Expression.TypeIs(target, Member.Type), Node.Build(Expression.Convert(target, Member.Type), slots));
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

    public override Expression Build(Expression target, SlotList slots)
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
