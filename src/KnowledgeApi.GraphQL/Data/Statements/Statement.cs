using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.GraphQL.Data.Statements;

/// <summary>A query that EF Core has compiled to SQL: its text, and which slot each parameter takes its value from.</summary>
internal sealed class Statement
{
    private Statement(string text, IReadOnlyList<StatementParameter> parameters, int columns)
    {
        Text = text;
        Parameters = parameters;
        Columns = columns;
    }

    public string Text { get; }

    public IReadOnlyList<StatementParameter> Parameters { get; }

    /// <summary>How many columns its rows have.</summary>
    public int Columns { get; }

    /// <summary>Compiles a query whose inputs are all slots.</summary>
    /// <param name="query">The query; its rows are arrays of columns.</param>
    /// <param name="columns">How many columns it selects.</param>
    public static Statement Compile(IQueryable query, int columns)
    {
        using var command = query.CreateDbCommand();
        var parameters = new List<StatementParameter>(command.Parameters.Count);
        foreach (System.Data.Common.DbParameter parameter in command.Parameters)
        {
            var name = parameter.ParameterName.TrimStart('@', ':', '$');
            if (name is not ['v', .. var index, '_'] || !int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var slot))
                throw new InvalidOperationException($"The parameter {parameter.ParameterName} comes from no slot: {command.CommandText}");
            parameters.Add(new StatementParameter(parameter.ParameterName, slot, parameter.DbType, (parameter.Value as Array)?.GetType().GetElementType()));
        }

        return new Statement(command.CommandText, parameters, columns);
    }
}

/// <summary>A parameter of a statement.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Slot">The slot it takes its value from.</param>
/// <param name="Type">Its type; that of an array is known by the array.</param>
/// <param name="ElementType">The type of the elements, if the database takes a list as an array; null if it takes a list as JSON in a text.</param>
internal sealed record StatementParameter(string Name, int Slot, DbType Type, Type? ElementType);
