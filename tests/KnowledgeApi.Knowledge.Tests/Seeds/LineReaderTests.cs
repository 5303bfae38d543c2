using System.Text;
using FsCheck;
using FsCheck.Fluent;
using KnowledgeApi.Knowledge.SeedFormat;

namespace KnowledgeApi.Knowledge.Tests.Seeds;

/// <summary>Lines of a stream, whatever pieces it comes in.</summary>
public sealed class LineReaderTests
{
    private const int Longest = 4;

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "1:a")]
    [InlineData("a\n", "1:a")]
    [InlineData("\na", "1:,2:a")]
    [InlineData("abcd\nabcde\nabcd", "1:abcd,2:too long 5,3:abcd")]
    [InlineData("abcdefghijk", "1:too long 11")]
    [InlineData("abcdefghij\nk", "1:too long 10,2:k")]
    public void A_line_has_at_most_so_many_bytes(string text, string lines) => string.Join(',', Read(text, pieces: 3)).ShouldBe(lines);

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_line() => Read("\uFEFFabcd\nb", pieces: 3).ShouldBe(["1:abcd", "2:b"]);

    [Fact]
    public void The_lines_are_the_same_in_whatever_pieces_they_come()
    {
        var cases = from text in Gen.Elements('a', 'b', '\n').ListOf().Select(characters => string.Concat(characters))
                    from pieces in Gen.Choose(1, 9)
                    select (text, pieces);

        Prop.ForAll(Arb.From(cases), each => Read(each.text, each.pieces).SequenceEqual(Expected(each.text))).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<string> Expected(string text)
    {
        var lines = text.Split('\n');
        return lines.SkipLast(lines[^1].Length == 0 ? 1 : 0).Select((line, i) => $"{i + 1}:{(line.Length <= Longest ? line : $"too long {line.Length}")}");
    }

    private static List<string> Read(string text, int pieces)
    {
        using var stream = new Trickle(Encoding.UTF8.GetBytes(text), pieces);
        var reader = new LineReader(stream, Longest);
        var lines = new List<string>();
        while (reader.Next())
            lines.Add($"{reader.Number}:{(reader.IsTooLong ? $"too long {reader.Length}" : Encoding.UTF8.GetString(reader.Line))}");
        return lines;
    }

    /// <summary>A stream that gives a few bytes at a time.</summary>
    private sealed class Trickle(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, most)]);
    }
}
