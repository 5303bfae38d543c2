using KnowledgeApi.Knowledge.Streams;

namespace KnowledgeApi.Knowledge.Tests.Streams;

/// <summary>Records come in order, however little of them fits into memory, and nothing stays on the disk.</summary>
public sealed class SorterTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"knowledge-sorter-{Guid.NewGuid():N}");

    public void Dispose() => Directory.Exists(_folder).ShouldBeFalse("Something is left behind.");

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 100)]
    [InlineData(1_000, 1 << 20)]
    [InlineData(1_000, 1_000)]
    [InlineData(1_000, 1)]
    public void Records_come_in_order(int count, int inMemory)
    {
        var numbers = Enumerable.Range(0, count).ToArray();
        new Random(count).Shuffle(numbers);
        using var scratch = new Scratch(_folder);
        using var sorter = new Sorter<int, (int Number, string Text)>(scratch, one => one.Number, Write, Read, inMemory);

        foreach (var number in numbers)
            sorter.Add((number, new('x', number % 50)));

        sorter.Count.ShouldBe(count);
        sorter.Read().ShouldBe(Enumerable.Range(0, count).Select(number => (number, new string('x', number % 50))));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5_000)]
    public void A_spool_gives_back_what_was_written_as_often_as_asked(int records)
    {
        using var scratch = new Scratch(_folder);
        using var spool = new Spool(scratch);
        for (var i = 0; i < records; i++)
        {
            spool.Writer.Write(new string('x', 100) + i);
            spool.End();
        }

        var expected = Enumerable.Range(0, records).Select(i => new string('x', 100) + i).ToList();
        spool.Read(reader => reader.ReadString()).ShouldBe(expected);
        spool.Read(reader => reader.ReadString()).ShouldBe(expected);
    }

    [Fact]
    public void Every_kind_of_value_comes_back_as_it_was()
    {
        object?[] values = [null, 0L, -1L, long.MaxValue, 7, true, false, "", "é\u0000\uFFFD", new DateOnly(2015, 3, 20), new DateTime(2015, 1, 12, 12, 10, 0, DateTimeKind.Unspecified)];
        using var bytes = new MemoryStream();
        ValueCodec.Write(new(bytes), values);
        bytes.Position = 0;

        ValueCodec.Read(new(bytes), values.Length).ShouldBe(values);
    }

    private static void Write(BinaryWriter writer, (int Number, string Text) one)
    {
        writer.Write(one.Number);
        writer.Write(one.Text);
    }

    private static (int Number, string Text) Read(BinaryReader reader) => (reader.ReadInt32(), reader.ReadString());
}
