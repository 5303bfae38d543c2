namespace KnowledgeApi.Knowledge.Streams;

/// <summary>Values of columns as bytes, for sorting rows outside memory.</summary>
internal static class ValueCodec
{
    private enum Tag : byte
    {
        Null,
        Long,
        Int,
        Bool,
        Text,
        Day,
        Moment,
    }

    public static void Write(BinaryWriter writer, object?[] values)
    {
        foreach (var value in values)
            Write(writer, value);
    }

    public static object?[] Read(BinaryReader reader, int count)
    {
        var values = new object?[count];
        for (var i = 0; i < count; i++)
            values[i] = Read(reader);
        return values;
    }

    private static void Write(BinaryWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.Write((byte)Tag.Null);
                break;
            case long number:
                writer.Write((byte)Tag.Long);
                writer.Write7BitEncodedInt64(number);
                break;
            case int number:
                writer.Write((byte)Tag.Int);
                writer.Write7BitEncodedInt(number);
                break;
            case bool flag:
                writer.Write((byte)Tag.Bool);
                writer.Write(flag);
                break;
            case string text:
                writer.Write((byte)Tag.Text);
                writer.Write(text);
                break;
            case DateOnly day:
                writer.Write((byte)Tag.Day);
                writer.Write(day.DayNumber);
                break;
            case DateTime moment:
                writer.Write((byte)Tag.Moment);
                writer.Write(moment.ToBinary());
                break;
            default:
                throw new NotSupportedException($"Columns of {value.GetType().Name} cannot be sorted. Expected a class that {nameof(ValueCodec)} knows.");
        }
    }

    private static object? Read(BinaryReader reader) => (Tag)reader.ReadByte() switch
    {
        Tag.Null => null,
        Tag.Long => reader.Read7BitEncodedInt64(),
        Tag.Int => reader.Read7BitEncodedInt(),
        Tag.Bool => reader.ReadBoolean(),
        Tag.Text => reader.ReadString(),
        Tag.Day => DateOnly.FromDayNumber(reader.ReadInt32()),
        _ => DateTime.FromBinary(reader.ReadInt64()),
    };
}
