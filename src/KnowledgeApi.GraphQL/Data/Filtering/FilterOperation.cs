using System.Linq.Expressions;

namespace KnowledgeApi.GraphQL.Data.Filtering;

/// <summary>Kinds of comparison: that of an operator, and those that a column allows.</summary>
[Flags]
internal enum FilterKind
{
    /// <summary>Equal, or one of a list.</summary>
    Equality = 1,

    /// <summary>Less or greater.</summary>
    Ordering = 2,

    /// <summary>Containing, starting or ending with.</summary>
    Part = 4,

    /// <summary>Equal, one of a list, less or greater.</summary>
    Ordered = Equality | Ordering,

    /// <summary>Equal, one of a list, containing, starting or ending with.</summary>
    Text = Equality | Part,
}

/// <summary>
/// An operator of filters and its opposite. All that is known of operators is in the table here: parsing, SQL and the generated input types
/// are made from it.
/// </summary>
internal sealed class FilterOperation
{
    private delegate Expression Builder(Expression stored, Expression given, FilterOperand operand);

    private readonly Builder _build;
    private readonly FilterKind _kind;

    private FilterOperation(string name, string description, string opposite, string oppositeDescription, FilterKind kind, Builder build)
    {
        (Name, Description) = (name, description);
        (Opposite, OppositeDescription) = (opposite, oppositeDescription);
        (_kind, _build) = (kind, build);
    }

    public static FilterOperation Eq { get; } = new(
        "eq", "This, or missing if `null`.", "neq", "Not this, or present if `null`.", FilterKind.Equality, (stored, given, _) => Expression.Equal(stored, given));

    public static FilterOperation In { get; } = new(
        "in", "One of these.", "nin", "None of these.", FilterKind.Equality, (stored, given, _) => Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [stored.Type], given, stored))
    { TakesList = true };

    public static FilterOperation Gt { get; } = new(
        "gt", "Greater than this.", "ngt", "Not greater than this, or missing.", FilterKind.Ordering, (stored, given, _) => Expression.GreaterThan(stored, given))
    { Limit = FilterLimit.Lower };

    public static FilterOperation Gte { get; } = new(
        "gte", "Greater than or equal to this.", "ngte", "Not greater than or equal to this, or missing.", FilterKind.Ordering, (stored, given, _) => Expression.GreaterThanOrEqual(stored, given))
    { Limit = FilterLimit.Lower, IsInclusive = true };

    public static FilterOperation Lt { get; } = new(
        "lt", "Less than this.", "nlt", "Not less than this, or missing.", FilterKind.Ordering, (stored, given, _) => Expression.LessThan(stored, given))
    { Limit = FilterLimit.Upper };

    public static FilterOperation Lte { get; } = new(
        "lte", "Less than or equal to this.", "nlte", "Not less than or equal to this, or missing.", FilterKind.Ordering, (stored, given, _) => Expression.LessThanOrEqual(stored, given))
    { Limit = FilterLimit.Upper, IsInclusive = true };

    public static FilterOperation Contains { get; } = new(
        "contains", "Contains this.", "ncontains", "Does not contain this.", FilterKind.Part, (stored, given, _) => Expression.Call(stored, nameof(string.Contains), null, given))
    { IsPart = true };

    public static FilterOperation StartsWith { get; } = new(
        "startsWith", "Starts with this.", "nstartsWith", "Does not start with this.", FilterKind.Part, Starts)
    { IsPart = true, NeedsLength = true, NeedsBeyond = true };

    public static FilterOperation EndsWith { get; } = new(
        "endsWith", "Ends with this.", "nendsWith", "Does not end with this.", FilterKind.Part, Ends)
    { IsPart = true, NeedsLength = true };

    /// <summary>The table, in the order of input types.</summary>
    public static IReadOnlyList<FilterOperation> All { get; } = [Eq, In, Gt, Gte, Lt, Lte, Contains, StartsWith, EndsWith];

    private static readonly Dictionary<string, (FilterOperation Operation, bool IsOpposite)> ByName = All
        .SelectMany(operation => new[] { (operation.Name, operation, false), (operation.Opposite, operation, true) })
        .ToDictionary(each => each.Item1, each => (each.operation, each.Item3), StringComparer.Ordinal);

    /// <summary>The name in filters.</summary>
    public string Name { get; }

    public string Description { get; }

    /// <summary>The name of the opposite, which is met by every object that does not meet this.</summary>
    public string Opposite { get; }

    public string OppositeDescription { get; }

    /// <summary>True if it takes a list of values.</summary>
    public bool TakesList { get; private init; }

    /// <summary>True if it takes a part of a text.</summary>
    public bool IsPart { get; private init; }

    /// <summary>The end of a range of values that it limits; null if it limits none.</summary>
    public FilterLimit? Limit { get; private init; }

    /// <summary>True if the limit itself is in the range.</summary>
    public bool IsInclusive { get; private init; }

    /// <summary>True if it needs the length of the text that is given, as databases count.</summary>
    public bool NeedsLength { get; private init; }

    /// <summary>True if it needs the first text beyond all that start with the one that is given.</summary>
    public bool NeedsBeyond { get; private init; }

    /// <summary>The operation of a name, or the one it is the opposite of.</summary>
    public static (FilterOperation Operation, bool IsOpposite) Find(string name) => ByName.TryGetValue(name, out var found)
        ? found
        : throw new ArgumentException($"There is no operator \"{name}\" for filters.", nameof(name));

    /// <summary>True if columns of a kind can be compared by it.</summary>
    public bool IsFor(FilterKind kind) => (kind & _kind) != 0;

    /// <summary>The comparison of a stored value with the one that is given.</summary>
    public Expression Build(Expression stored, FilterOperand operand) => _build(stored, operand.Given, operand);

    public override string ToString() => Name;

    /// <summary>A range, which an index serves, and the exact test; not LIKE, in which some characters mean others.</summary>
    private static BinaryExpression Starts(Expression stored, Expression given, FilterOperand operand)
    {
        var range = Expression.GreaterThanOrEqual(Compare(stored, given), Expression.Constant(0));
        if (operand.Beyond is { } beyond)
            range = Expression.AndAlso(range, Expression.LessThan(Compare(stored, beyond), Expression.Constant(0)));
        return Expression.AndAlso(range, Expression.Equal(Expression.Call(stored, nameof(string.Substring), null, Expression.Constant(0), operand.Length!), given));
    }

    private static BinaryExpression Ends(Expression stored, Expression given, FilterOperand operand)
    {
        var length = Expression.Property(stored, nameof(string.Length));
        return Expression.AndAlso(
            Expression.GreaterThanOrEqual(length, operand.Length!),
            Expression.Equal(Expression.Call(stored, nameof(string.Substring), null, Expression.Subtract(length, operand.Length!)), given));
    }

    private static MethodCallExpression Compare(Expression one, Expression other) => Expression.Call(typeof(string), nameof(string.Compare), null, one, other);
}

/// <summary>An end of a range of values.</summary>
internal enum FilterLimit
{
    Lower,
    Upper,
}

/// <summary>What a stored value is compared with: inputs of a statement.</summary>
/// <param name="Given">The value.</param>
/// <param name="Length">The length of a text in Unicode code points, as databases count; null unless the operation needs it.</param>
/// <param name="Beyond">The first text beyond all that start with the one given; null if none is.</param>
internal sealed record FilterOperand(Expression Given, Expression? Length, Expression? Beyond);
