using Npgsql;

namespace KnowledgeApi.Knowledge.Store.PostgreSql;

/// <summary>
/// Rows of one table on their way there. A connection copies into one table at a time, and rows of many come mixed: so that each is copied in long stretches, they are kept here
/// until there are enough of them.
/// </summary>
internal sealed class CopyBuffer(NpgsqlConnection connection, string table, IReadOnlyList<string> columns)
{
    private const int MaxRows = 5_000;

    // In UTF-16 units, so that long texts do not wait for others.
    private const int MaxText = 4_000_000;

    private readonly string _copy = $"COPY \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) FROM STDIN (FORMAT BINARY)";
    private readonly List<object?[]> _rows = [];

    private int _text;

    /// <summary>Adds a row, whose values may change afterwards.</summary>
    public void Row(params ReadOnlySpan<object?> values)
    {
        _rows.Add(values.ToArray());
        foreach (var value in values)
            _text += (value as string)?.Length ?? 0;
        if (_rows.Count >= MaxRows || _text >= MaxText)
            Flush();
    }

    /// <summary>Copies the rows there are.</summary>
    public void Flush()
    {
        if (_rows.Count == 0)
            return;
        using (var copy = connection.BeginBinaryImport(_copy))
        {
            copy.Timeout = TimeSpan.Zero;
            foreach (var row in _rows)
            {
                copy.StartRow();
                foreach (var value in row)
                {
                    if (value is null)
                        copy.WriteNull();
                    else
                        copy.Write(value);
                }
            }

            copy.Complete();
        }

        _rows.Clear();
        _text = 0;
    }
}
