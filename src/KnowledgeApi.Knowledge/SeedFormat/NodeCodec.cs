namespace KnowledgeApi.Knowledge.SeedFormat;

/// <summary>Nodes as bytes, with their places: what was read from seeds is read again without its file.</summary>
internal static class NodeCodec
{
    private enum Tag : byte
    {
        Plain,
        Quoted,
        List,
        Map,
    }

    /// <summary>Writes a mapping; all that is in it is of one file.</summary>
    public static void Write(BinaryWriter writer, MapNode node)
    {
        writer.Write(node.Location.File);
        WriteNode(writer, node);
    }

    /// <summary>Reads a mapping.</summary>
    public static MapNode Read(BinaryReader reader, Dictionary<string, string> files)
    {
        var name = reader.ReadString();
        if (!files.TryGetValue(name, out var file))
            files.Add(name, file = name);
        return (MapNode)ReadNode(reader, file);
    }

    private static void WriteNode(BinaryWriter writer, SeedNode node)
    {
        switch (node)
        {
            case ScalarNode scalar:
                Begin(scalar.Plain ? Tag.Plain : Tag.Quoted);
                writer.Write(scalar.Text);
                break;
            case ListNode list:
                Begin(Tag.List);
                writer.Write7BitEncodedInt(list.Items.Count);
                foreach (var item in list.Items)
                    WriteNode(writer, item);
                break;
            case MapNode map:
                Begin(Tag.Map);
                writer.Write7BitEncodedInt(map.Entries.Count);
                foreach (var (key, value) in map.Entries)
                {
                    WriteNode(writer, key);
                    WriteNode(writer, value);
                }

                break;
        }

        void Begin(Tag tag)
        {
            writer.Write((byte)tag);
            writer.Write7BitEncodedInt(node.Location.Line);
            writer.Write7BitEncodedInt(node.Location.Column);
        }
    }

    private static SeedNode ReadNode(BinaryReader reader, string file)
    {
        var tag = (Tag)reader.ReadByte();
        var location = new SourceLocation(file, reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        return tag switch
        {
            Tag.Plain or Tag.Quoted => new ScalarNode(location, reader.ReadString(), tag == Tag.Plain),
            Tag.List => ReadList(reader, location),
            _ => ReadMap(reader, location),
        };
    }

    private static ListNode ReadList(BinaryReader reader, SourceLocation location)
    {
        var items = new SeedNode[reader.Read7BitEncodedInt()];
        for (var i = 0; i < items.Length; i++)
            items[i] = ReadNode(reader, location.File);
        return new(location, items);
    }

    private static MapNode ReadMap(BinaryReader reader, SourceLocation location)
    {
        var entries = new (ScalarNode, SeedNode)[reader.Read7BitEncodedInt()];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = ((ScalarNode)ReadNode(reader, location.File), ReadNode(reader, location.File));
        return new(location, entries);
    }
}
