using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning;
using KnowledgeApi.Knowledge.Streams;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>The rows of the timeline, which get their numbers once all are there: an entry's number is its place among all.</summary>
internal sealed class TimelineRows : IDisposable
{
    private readonly SnapshotWriter _writer;
    private readonly RowMapping _mapping;
    private readonly Sorter<TimelinePlace, Entry> _entries;

    public TimelineRows(SnapshotWriter writer, Scratch scratch)
    {
        _writer = writer;
        _mapping = writer.MappingOf(typeof(TimelineEntry));
        _entries = new(scratch, entry => entry.Place, Write, Read);
    }

    /// <summary>How many there are.</summary>
    public long Count => _entries.Count;

    public void Add(TimelineDraft draft) => _entries.Add(new(draft.Place, _mapping.Read(draft.ToEntry(0)), [.. draft.Claim.Entities.Select(entity => entity.Key)]));

    /// <summary>Writes all of them.</summary>
    public void Write()
    {
        var number = 0L;
        foreach (var entry in _entries.Read())
        {
            entry.Values[_mapping.Key[0]] = ++number;
            _writer.Insert(_mapping, entry.Values);
            _writer.Write(entry.Entities.Select(entity => new TimelineEntryEntity { EntryKey = number, EntityKey = entity }));
        }
    }

    public void Dispose() => _entries.Dispose();

    private static void Write(BinaryWriter writer, Entry entry)
    {
        writer.Write(entry.Place.Day.DayNumber);
        writer.Write(entry.Place.Latest.DayNumber);
        writer.Write((byte)entry.Place.Type);
        writer.Write7BitEncodedInt64(entry.Place.Claim);
        writer.Write7BitEncodedInt(entry.Place.Number);
        writer.Write7BitEncodedInt(entry.Entities.Length);
        foreach (var entity in entry.Entities)
            writer.Write7BitEncodedInt64(entity);
        ValueCodec.Write(writer, entry.Values);
    }

    private Entry Read(BinaryReader reader)
    {
        var place = new TimelinePlace(
            DateOnly.FromDayNumber(reader.ReadInt32()), DateOnly.FromDayNumber(reader.ReadInt32()), (TimelineEntryType)reader.ReadByte(), reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt());
        var entities = new long[reader.Read7BitEncodedInt()];
        for (var i = 0; i < entities.Length; i++)
            entities[i] = reader.Read7BitEncodedInt64();
        return new(place, ValueCodec.Read(reader, _mapping.Columns.Count), entities);
    }

    private sealed record Entry(TimelinePlace Place, object?[] Values, long[] Entities);
}
