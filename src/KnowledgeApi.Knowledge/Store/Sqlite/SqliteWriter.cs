using KnowledgeApi.Knowledge.Search;
using KnowledgeApi.Knowledge.Streams;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace KnowledgeApi.Knowledge.Store.Sqlite;

/// <summary>
/// Writes rows into a new file, in one transaction. They are sorted by their keys first: a table that grows at its end only is written once and has no gaps, and the same rows
/// make the same file, whatever order they come in.
/// </summary>
internal sealed class SqliteWriter : SnapshotWriter, IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly IDbContextTransaction _transaction;
    private readonly Scratch _scratch;
    private readonly SortedDictionary<string, Sorter<RowKey, Row>> _tables = new(StringComparer.Ordinal);
    private readonly List<RowMapping> _mappings = [];
    private readonly Dictionary<RowMapping, int> _numbers = [];
    private long _rows;

    public SqliteWriter(KnowledgeContext context, Scratch scratch)
        : base(context)
    {
        _connection = (SqliteConnection)context.Database.GetDbConnection();
        _transaction = context.Database.BeginTransaction();
        _scratch = scratch;
    }

    /// <summary>Ends the transaction, with all rows.</summary>
    public void Commit() => _transaction.Commit();

    public void Dispose()
    {
        Clear();
        _transaction.Dispose();
    }

    /// <inheritdoc/>
    internal override void Insert(RowMapping mapping, object?[] values)
    {
        if (!_numbers.TryGetValue(mapping, out var number))
        {
            _numbers.Add(mapping, number = _mappings.Count);
            _mappings.Add(mapping);
        }

        if (!_tables.TryGetValue(mapping.Table, out var table))
            _tables.Add(mapping.Table, table = new(_scratch, KeyOf, Write, Read));
        table.Add(new(number, values));
        _rows++;
    }

    /// <inheritdoc/>
    internal override void Flush(BuildWatch watch)
    {
        var inserts = new Dictionary<int, PreparedInsert>();
        var written = 0L;
        foreach (var row in _tables.Values.SelectMany(table => table.Read()))
        {
            if (!inserts.TryGetValue(row.Mapping, out var insert))
                inserts.Add(row.Mapping, insert = new(_connection, _mappings[row.Mapping].Table, _mappings[row.Mapping].Columns));
            insert.Row(row.Values);
            watch.Report(BuildStage.Writing, (double)++written / _rows);
        }

        foreach (var insert in inserts.Values)
            insert.Dispose();
        Clear();
    }

    /// <inheritdoc/>
    internal override void Index(IEnumerable<SearchObject> objects) => Fts5Writer.Write(_connection, objects);

    private void Clear()
    {
        foreach (var table in _tables.Values)
            table.Dispose();
        _tables.Clear();
        _rows = 0;
    }

    private RowKey KeyOf(Row row)
    {
        var key = _mappings[row.Mapping].Key;
        return new((long)row.Values[key[0]]!, key.Length > 1 ? (long)row.Values[key[1]]! : 0);
    }

    private static void Write(BinaryWriter writer, Row row)
    {
        writer.Write7BitEncodedInt(row.Mapping);
        ValueCodec.Write(writer, row.Values);
    }

    private Row Read(BinaryReader reader)
    {
        var mapping = reader.Read7BitEncodedInt();
        return new(mapping, ValueCodec.Read(reader, _mappings[mapping].Columns.Count));
    }

    private sealed record Row(int Mapping, object?[] Values);

    private readonly record struct RowKey(long First, long Second) : IComparable<RowKey>
    {
        public int CompareTo(RowKey other) => First != other.First ? First.CompareTo(other.First) : Second.CompareTo(other.Second);
    }
}
