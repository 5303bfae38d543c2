using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>A compiled statement whose one input is a list of keys. How a list is given is the database's matter: as an array, or as JSON in a text.</summary>
internal sealed class KeyListStatement
{
    private readonly string _text;
    private readonly string _parameter;
    private readonly bool _takesArray;

    /// <param name="query">The query; what it has for the keys is not used.</param>
    public KeyListStatement(IQueryable query)
    {
        using var command = query.CreateDbCommand();
        (_text, _parameter, _takesArray) = (command.CommandText, command.Parameters[0].ParameterName, command.Parameters[0].Value is Array);
    }

    /// <summary>The SQL.</summary>
    public string Text => _text;

    /// <summary>The statement for some keys.</summary>
    public SqlText With(IReadOnlyCollection<long> keys) => new(_text, [new(_parameter, _takesArray ? keys.ToArray() : JsonSerializer.Serialize(keys))]);
}
