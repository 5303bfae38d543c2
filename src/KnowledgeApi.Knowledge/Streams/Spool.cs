namespace KnowledgeApi.Knowledge.Streams;

/// <summary>Records that are written one after the other and then read in that order, as often as needed: in memory while they are few, else in a file.</summary>
internal sealed class Spool(Scratch scratch) : IDisposable
{
    private const int InMemory = 1 << 18;
    private const int Buffer = 1 << 16;

    private Stream _stream = new MemoryStream();
    private BinaryWriter? _writer;

    /// <summary>What is written to: one record at a time, and none after reading has begun.</summary>
    public BinaryWriter Writer
    {
        get
        {
            if (_stream is MemoryStream { Length: > InMemory } memory)
            {
                _stream = new BufferedStream(scratch.CreateFile(), Buffer);
                memory.WriteTo(_stream);
                _writer = null;
            }

            return _writer ??= new BinaryWriter(_stream);
        }
    }

    /// <summary>How many records there are.</summary>
    public int Count { get; private set; }

    /// <summary>Says that a record is complete.</summary>
    public void End() => Count++;

    /// <summary>All records, from the first. One reader at a time.</summary>
    public IEnumerable<T> Read<T>(Func<BinaryReader, T> read)
    {
        _stream.Position = 0;
        var reader = new BinaryReader(_stream);
        for (var i = 0; i < Count; i++)
            yield return read(reader);
    }

    public void Dispose() => _stream.Dispose();
}
