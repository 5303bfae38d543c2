namespace KnowledgeApi.Knowledge.Search;

/// <summary>Objects to be searched as bytes, for sorting them outside memory.</summary>
internal static class SearchObjectCodec
{
    public static void Write(BinaryWriter writer, SearchObject one)
    {
        writer.Write((byte)one.Sort);
        writer.Write(one.Type);
        writer.Write7BitEncodedInt64(one.Key);
        writer.Write(one.Slug);
        writer.Write7BitEncodedInt(one.Parts.Count);
        foreach (var (field, text) in one.Parts)
        {
            writer.Write((byte)field);
            writer.Write(text);
        }

        writer.Write7BitEncodedInt(one.Names.Count);
        foreach (var (text, isMain, isMisprint) in one.Names)
        {
            writer.Write(text);
            writer.Write(isMain);
            writer.Write(isMisprint);
        }
    }

    public static SearchObject Read(BinaryReader reader)
    {
        var (sort, type, key, slug) = ((SearchSort)reader.ReadByte(), reader.ReadString(), reader.Read7BitEncodedInt64(), reader.ReadString());
        var parts = new SearchPart[reader.Read7BitEncodedInt()];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = new((SearchField)reader.ReadByte(), reader.ReadString());
        var names = new SearchName[reader.Read7BitEncodedInt()];
        for (var i = 0; i < names.Length; i++)
            names[i] = new(reader.ReadString(), reader.ReadBoolean(), reader.ReadBoolean());
        return new(sort, type, key, slug, parts, names);
    }
}
