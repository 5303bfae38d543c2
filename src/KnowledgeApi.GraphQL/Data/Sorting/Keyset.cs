using System.Linq.Expressions;
using KnowledgeApi.GraphQL.Data.Statements;

namespace KnowledgeApi.GraphQL.Data.Sorting;

/// <summary>Order, and the rows behind a place in it, by any number of keys of which the last makes it total.</summary>
internal static class Keyset
{
    /// <summary>Orders a query of <paramref name="rowType"/> by the keys.</summary>
    /// <param name="query">An expression of <c>IQueryable</c> or <c>IEnumerable</c>.</param>
    /// <param name="rowType">The type of its rows.</param>
    /// <param name="row">The keyed object of a row.</param>
    /// <param name="keys">The keys, the most important first.</param>
    public static Expression Order(Expression query, Type rowType, Func<Expression, Expression> row, IReadOnlyList<SortKey> keys)
    {
        var host = typeof(IQueryable).IsAssignableFrom(query.Type) ? typeof(Queryable) : typeof(Enumerable);
        var first = true;
        foreach (var key in keys)
        {
            if (key.Nullable)
                Add(key.IsNull, descending: key.NullsFirst);
            Add(key.Value, key.Descending);
        }

        return query;

        void Add(Func<Expression, Expression> by, bool descending)
        {
            var parameter = Expression.Parameter(rowType, "r");
            var selector = Expression.Lambda(by(row(parameter)), parameter);
            var method = (first, descending) switch
            {
                (true, false) => nameof(Queryable.OrderBy),
                (true, true) => nameof(Queryable.OrderByDescending),
                (false, false) => nameof(Queryable.ThenBy),
                (false, true) => nameof(Queryable.ThenByDescending),
            };
            query = Expression.Call(host, method, [rowType, selector.ReturnType], query, host == typeof(Queryable) ? Expression.Quote(selector) : selector);
            first = false;
        }
    }

    /// <summary>The condition that a row comes after the place whose values are given; null stands for a missing value.</summary>
    /// <param name="row">The keyed object of a row.</param>
    /// <param name="keys">The keys of the order.</param>
    /// <param name="slots">The inputs of the statement.</param>
    /// <param name="place">The slot of each key's value at the place, or null where it is missing.</param>
    public static Expression After(Expression row, IReadOnlyList<SortKey> keys, IReadOnlyList<int?> place, SlotList slots)
    {
        // (a > x) or (a = x and ((b > y) or (b = y and ...))), from the last key to the first.
        Expression after = Expression.Constant(false);
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            var (greater, equal) = Compare(row, keys[i], place[i], slots);
            after = i == keys.Count - 1 ? greater : Expression.OrElse(greater, Expression.AndAlso(equal, after));
        }

        // The first key cannot go back. That says nothing new, but an index is entered by it, and by no alternative.
        return keys is [{ Nullable: false } first, _, ..] && place[0] is { } slot
            ? Expression.AndAlso(Greater(first.Comparable(row), slots.Expression(slot), first.Descending, orEqual: true), after)
            : after;
    }

    private static (Expression Greater, Expression Equal) Compare(Expression row, SortKey key, int? slot, SlotList slots)
    {
        if (slot is not { } index)
            return (key.NullsFirst ? Expression.Not(key.IsNull(row)) : Expression.Constant(false), key.IsNull(row));
        var stored = key.Comparable(row);
        var given = slots.Expression(index);
        var greater = Greater(stored, given, key.Descending);
        return (key.Nullable && !key.NullsFirst ? Expression.OrElse(greater, key.IsNull(row)) : greater, Expression.Equal(stored, given));
    }

    private static BinaryExpression Greater(Expression stored, Expression given, bool descending, bool orEqual = false)
    {
        if (stored.Type == typeof(string))
            (stored, given) = (Expression.Call(typeof(string), nameof(string.Compare), null, stored, given), Expression.Constant(0));
        return (descending, orEqual) switch
        {
            (false, false) => Expression.GreaterThan(stored, given),
            (false, true) => Expression.GreaterThanOrEqual(stored, given),
            (true, false) => Expression.LessThan(stored, given),
            (true, true) => Expression.LessThanOrEqual(stored, given),
        };
    }
}
