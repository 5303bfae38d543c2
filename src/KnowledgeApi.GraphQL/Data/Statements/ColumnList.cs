using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Statements;

/// <summary>The columns a statement selects, each once: EF Core selects equal columns once, and ordinals must agree with it.</summary>
internal sealed class ColumnList
{
    private readonly Dictionary<(string Via, string Name), int> _ordinals = [];
    private readonly List<Func<Expression, Expression>> _columns = [];

    public int Count => _columns.Count;

    /// <summary>The ordinal of a column, which is added unless it is there.</summary>
    /// <param name="via">The relations from the row's object to the one with the column; none for its own columns.</param>
    /// <param name="property">What the column stores. Types of one hierarchy may have properties of one name in different columns, and of different names in one.</param>
    /// <param name="access">The column of a row expression.</param>
    public int Add(string via, IReadOnlyProperty property, Func<Expression, Expression> access)
    {
        var column = (via, NameOf(property));
        if (_ordinals.TryGetValue(column, out var known))
            return known;
        _columns.Add(access);
        return _ordinals[column] = _columns.Count - 1;
    }

    /// <summary>The columns of a row, in their order, as EF Core translates them one to one.</summary>
    public Expression Select(Expression row) =>
        Expression.NewArrayInit(typeof(object), _columns.Select(column => Expression.Convert(column(row), typeof(object))));

    /// <summary>The name of the column in the table; without the table, EF Core tells the name it would have if no other type had a claim to it.</summary>
    private static string NameOf(IReadOnlyProperty property)
    {
        var entity = property.DeclaringType.ContainingEntityType;
        var store = StoreObjectIdentifier.Create(entity, StoreObjectType.Table) ?? StoreObjectIdentifier.Create(entity, StoreObjectType.View);
        return store is { } place && property.GetColumnName(place) is { } name
            ? name
            : throw new InvalidOperationException($"{property.DeclaringType.DisplayName()}.{property.Name} is no column of a table or view.");
    }
}
