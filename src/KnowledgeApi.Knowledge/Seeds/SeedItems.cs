using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Streams;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>An item of a section, as it is put by.</summary>
/// <param name="Kind">Which of the kinds of its section group it is of.</param>
/// <param name="Key">Its number among its like, from 1; those whose id is taken have one too.</param>
/// <param name="Id">Its id; null if it has none of its own.</param>
/// <param name="FirstCitation">The number of its first citation.</param>
/// <param name="Node">What is written.</param>
internal sealed record SeedItem(int Kind, long Key, Located? Id, long FirstCitation, MapNode Node);

/// <summary>Items of one sort, put by to be read again.</summary>
internal sealed class SeedItems(Scratch scratch) : IDisposable
{
    private readonly Spool _spool = new(scratch);

    /// <summary>How many there are.</summary>
    public int Count => _spool.Count;

    public void Add(SeedItem item)
    {
        Write(_spool.Writer, item);
        _spool.End();
    }

    /// <summary>All items, in the order they were put by.</summary>
    public IEnumerable<SeedItem> Read()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        return _spool.Read(reader => Read(reader, files));
    }

    /// <summary>Writes an item as bytes.</summary>
    public static void Write(BinaryWriter writer, SeedItem item)
    {
        writer.Write7BitEncodedInt(item.Kind);
        writer.Write7BitEncodedInt64(item.Key);
        writer.Write7BitEncodedInt64(item.FirstCitation);
        NodeCodec.Write(writer, item.Node);
        writer.Write(item.Id is not null);
        if (item.Id is not { } id)
            return;
        writer.Write(id.Text);
        writer.Write7BitEncodedInt(id.Location.Line);
        writer.Write7BitEncodedInt(id.Location.Column);
    }

    /// <summary>Reads what was written.</summary>
    /// <param name="reader">The bytes.</param>
    /// <param name="files">The names of files met so far, so that each is in memory once.</param>
    public static SeedItem Read(BinaryReader reader, Dictionary<string, string> files)
    {
        var (kind, key, citation) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64());
        var node = NodeCodec.Read(reader, files);
        var id = reader.ReadBoolean() ? new Located(reader.ReadString(), new(node.Location.File, reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt())) : null;
        return new(kind, key, id, citation, node);
    }

    public void Dispose() => _spool.Dispose();
}
