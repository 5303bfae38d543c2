using System.Text;

namespace KnowledgeApi.Knowledge.SeedFormat;

/// <summary>The lines of a stream as bytes, one at a time. A line that is too long is counted and passed over, so that memory is bounded whatever the stream holds.</summary>
/// <param name="stream">The stream; a byte order mark at its start is no part of the first line.</param>
/// <param name="longest">The most bytes a line may have, the line break not counted.</param>
internal sealed class LineReader(Stream stream, int longest)
{
    private readonly byte[] _buffer = new byte[longest + 1];
    private int _lineStart;
    private int _lineEnd;
    private int _next;
    private int _end;
    private bool _ended;

    /// <summary>The number of the line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The line without its line break; valid until the next is asked for. Empty if it is too long.</summary>
    public ReadOnlySpan<byte> Line => IsTooLong ? [] : _buffer.AsSpan(_lineStart, _lineEnd - _lineStart);

    /// <summary>How many bytes the line has, without its line break.</summary>
    public long Length { get; private set; }

    /// <summary>Whether the line has too many bytes to be held.</summary>
    public bool IsTooLong => Length > longest;

    /// <summary>Goes to the next line; false if there is none.</summary>
    public bool Next()
    {
        _lineStart = Number == 0 ? SkipPreamble() : _next;
        Number++;
        Length = 0;
        var searched = _lineStart;
        while (true)
        {
            var found = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (found >= 0)
                return Take(searched + found, next: searched + found + 1);
            if (_ended)
                return Length + (_end - _lineStart) > 0 && Take(_end, _end);
            searched = Fill();
        }
    }

    private bool Take(int end, int next)
    {
        Length += end - _lineStart;
        (_lineEnd, _next) = (end, next);
        return true;
    }

    // Moves what there is of the line to the front, or drops it if it fills the buffer, and reads more. Returns where to go on looking.
    private int Fill()
    {
        var held = _end - _lineStart;
        if (held == _buffer.Length)
        {
            Length += held;
            held = 0;
        }
        else
        {
            _buffer.AsSpan(_lineStart, held).CopyTo(_buffer);
        }
        _lineStart = 0;
        var read = stream.Read(_buffer, held, _buffer.Length - held);
        _ended = read == 0;
        _end = held + read;
        return held;
    }

    private int SkipPreamble()
    {
        _end = stream.ReadAtLeast(_buffer, Math.Min(3, _buffer.Length), throwOnEndOfStream: false);
        return _buffer.AsSpan(0, _end).StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
    }
}
