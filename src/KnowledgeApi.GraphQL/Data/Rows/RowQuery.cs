using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace KnowledgeApi.GraphQL.Data.Rows;

/// <summary>A compiled read of whole objects, each with the key it is found by.</summary>
internal sealed record RowQuery(Statement Statement, RowReader Rows, Func<DbDataReader, object?> Key)
{
    /// <summary>Objects of an entity whose column has one of the values in slot 0.</summary>
    public static RowQuery ByColumn(DbContext db, IReadOnlyEntityType entity, PropertyInfo column, IReadOnlyList<SelectionPlan> selections, SlotList slots)
    {
        var columns = new ColumnList();
        var stored = entity.FindProperty(column.Name)!;
        var key = columns.Add("", stored, row => Expression.Property(row, column));
        var rows = new RowReader(entity, selections, columns, row => row);
        var parameter = Expression.Parameter(entity.ClrType, "e");
        var among = QueryExpressions.Among(slots, 0, Expression.Property(parameter, column));
        var query = QueryExpressions.Where(QueryExpressions.Root(db, entity), Expression.Lambda(among, parameter));
        return new RowQuery(
            Statement.Compile(QueryExpressions.Select(db, query, entity.ClrType, columns.Select), columns.Count), rows, QueryExpressions.Reader(key, stored));
    }
}

/// <summary>Objects of an entity by the values of one column: compiled once for each planned field, read in one statement for all values.</summary>
internal sealed class ColumnLoader(DataOptions options, IReadOnlyEntityType entity, PropertyInfo column)
{
    private readonly CoreTypeMapping _mapping = entity.FindProperty(column.Name)!.GetTypeMapping();

    /// <summary>The read of what a field selects.</summary>
    public RowQuery Compile(FieldPlan field)
    {
        using var db = options.CreateContext();
        return RowQuery.ByColumn(db, entity, column, [field.Selection!], SlotsOf([]));
    }

    /// <summary>The object of each value that there is one for. Without values nothing is read.</summary>
    public async ValueTask<Dictionary<object, object>> ReadAsync(RowQuery query, IReadOnlyCollection<object> values, CancellationToken cancellation)
    {
        var found = new Dictionary<object, object>();
        if (values.Count > 0)
            await options.Pool.RunAsync(query.Statement, SlotsOf(values), row => found[query.Key(row)!] = query.Rows.Read(row), cancellation);
        return found;
    }

    private SlotList SlotsOf(IReadOnlyCollection<object> values)
    {
        var slots = new SlotList();
        slots.AddList(column.PropertyType, values, _mapping);
        return slots;
    }
}
