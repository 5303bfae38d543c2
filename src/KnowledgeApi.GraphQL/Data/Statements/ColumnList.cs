using System.Linq.Expressions;

namespace KnowledgeApi.GraphQL.Data.Statements;

/// <summary>The columns a statement selects, each once: EF Core selects equal columns once, and ordinals must agree with it.</summary>
internal sealed class ColumnList
{
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly List<Func<Expression, Expression>> _columns = [];

    public int Count => _columns.Count;

    /// <summary>The ordinal of a column, which is added unless it is there.</summary>
    /// <param name="path">The members from the row to the column: the column's identity.</param>
    /// <param name="access">The column of a row expression.</param>
    public int Add(string path, Func<Expression, Expression> access)
    {
        if (_ordinals.TryGetValue(path, out var known))
            return known;
        _columns.Add(access);
        return _ordinals[path] = _columns.Count - 1;
    }

    /// <summary>The columns of a row, in their order, as EF Core translates them one to one.</summary>
    public Expression Select(Expression row) =>
        Expression.NewArrayInit(typeof(object), _columns.Select(column => Expression.Convert(column(row), typeof(object))));
}
