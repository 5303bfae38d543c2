namespace KnowledgeApi.Knowledge.Generation;

/// <summary>
/// The generator of numbers SplitMix64 (Steele, Lea and Flood, 2014): the same numbers on every machine and in every version of .NET. Each thing that is generated has one of its own,
/// so that anything can be known of it without generating what comes before.
/// </summary>
internal struct SplitMix64
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong _state;

    private SplitMix64(ulong state) => _state = state;

    /// <summary>The generator of one thing.</summary>
    /// <param name="seed">What makes one run differ from another.</param>
    /// <param name="stream">What of the thing is generated.</param>
    /// <param name="index">The number of the thing.</param>
    public static SplitMix64 Of(ulong seed, GeneratedStream stream, int index) =>
        new(Mix(Mix(Mix(seed + Step) + ((ulong)stream + 1) * Step) + ((ulong)index + 1) * Step));

    /// <summary>A number from 0 up to, but not including, a bound.</summary>
    public int Below(int bound)
    {
        _state += Step;
        return (int)Math.BigMul(Mix(_state), (ulong)bound, out _);
    }

    /// <summary>A number between two, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>Whether something happens that happens so many times in a hundred.</summary>
    public bool Percent(int percent) => Below(100) < percent;

    /// <summary>One of several.</summary>
    public T OneOf<T>(ReadOnlySpan<T> items) => items[Below(items.Length)];

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

/// <summary>What is generated of a thing, each from numbers of its own.</summary>
internal enum GeneratedStream
{
    CompanyName,
    PersonName,
    Company,
    Document,
    DocumentHead,
    CompanyEntity,
    Shareholdings,
    Fundings,
    FinancialFigures,
    Measurements,
    Roles,
    Events,
    Statements,
}
