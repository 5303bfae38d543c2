namespace KnowledgeApi.Knowledge.Streams;

/// <summary>
/// Puts records in order without having them all in memory: as many as fit are sorted and put by as a run, and the runs are merged when they are read. In memory, too, records are bytes: many
/// small objects would take several times the room.
/// </summary>
/// <param name="scratch">Where runs are put by.</param>
/// <param name="keyOf">What a record is ordered by; no two have the same.</param>
/// <param name="write">Writes a record.</param>
/// <param name="read">Reads what was written.</param>
/// <param name="inMemory">How many bytes fit into memory, about.</param>
internal sealed class Sorter<TKey, T>(Scratch scratch, Func<T, TKey> keyOf, Action<BinaryWriter, T> write, Func<BinaryReader, T> read, int inMemory = 4 << 20) : IDisposable
    where TKey : IComparable<TKey>
{
    private const int Buffer = 1 << 14;

    private static readonly Comparison<(TKey Key, int Start, int Length)> ByKey = (a, b) => a.Key.CompareTo(b.Key);

    private readonly List<(long Start, int Count)> _runs = [];
    private readonly List<(TKey Key, int Start, int Length)> _places = [];
    private readonly MemoryStream _bytes = new();
    private BinaryWriter? _writer;
    private FileStream? _file;

    /// <summary>How many records there are.</summary>
    public long Count { get; private set; }

    public void Add(T record)
    {
        var start = (int)_bytes.Position;
        write(_writer ??= new(_bytes), record);
        _places.Add((keyOf(record), start, (int)_bytes.Position - start));
        Count++;
        if (_bytes.Position >= inMemory)
            PutBy();
    }

    /// <summary>All records in order. To be read once, when all are there.</summary>
    public IEnumerable<T> Read() => _runs.Count == 0 ? InMemory() : Merge();

    public void Dispose() => _file?.Dispose();

    private IEnumerable<T> InMemory()
    {
        _places.Sort(ByKey);
        using var reader = new BinaryReader(_bytes);
        foreach (var (_, start, _) in _places)
        {
            _bytes.Position = start;
            yield return read(reader);
        }
    }

    private void PutBy()
    {
        _places.Sort(ByKey);
        _file ??= scratch.CreateFile();
        var start = _file.Position;
        using (var run = new BufferedStream(new Section(_file), Buffer))
        {
            foreach (var (_, from, length) in _places)
                run.Write(_bytes.GetBuffer(), from, length);
        }

        _runs.Add((start, _places.Count));
        _places.Clear();
        _bytes.Position = 0;
    }

    private IEnumerable<T> Merge()
    {
        if (_places.Count > 0)
            PutBy();
        var heads = new PriorityQueue<IEnumerator<T>, TKey>();
        foreach (var run in _runs)
        {
            var head = ReadRun(run.Start, run.Count).GetEnumerator();
            head.MoveNext();
            heads.Enqueue(head, keyOf(head.Current));
        }

        while (heads.TryPeek(out var head, out _))
        {
            yield return head.Current;
            if (head.MoveNext())
                heads.DequeueEnqueue(head, keyOf(head.Current));
            else
                heads.Dequeue();
        }
    }

    private IEnumerable<T> ReadRun(long start, int count)
    {
        using var run = new BufferedStream(new Section(_file!, start), Buffer);
        using var reader = new BinaryReader(run);
        for (var i = 0; i < count; i++)
            yield return read(reader);
    }
}
