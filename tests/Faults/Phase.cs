using System.Diagnostics;
using System.Globalization;

namespace KnowledgeApi.Faults;

/// <summary>What clients were answered while something was going on. Safe for many at once.</summary>
/// <param name="name">What was going on.</param>
internal sealed class Phase(string name)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _reasons = [];

    private int _answers;
    private int _wrong;
    private int _mixed;
    private TimeSpan _longest;

    /// <summary>What was going on.</summary>
    public string Name => name;

    /// <summary>Whether each answer was right.</summary>
    public bool IsSound
    {
        get
        {
            lock (_lock)
                return _answers > 0 && _wrong + _mixed + _reasons.Count == 0;
        }
    }

    /// <summary>Counts an answer.</summary>
    /// <param name="start">When it was asked for.</param>
    /// <param name="kind">What it was like.</param>
    /// <param name="reason">Why there was none, if it failed.</param>
    public void Count(long start, AnswerKind kind, string reason = "")
    {
        var time = Stopwatch.GetElapsedTime(start);
        lock (_lock)
        {
            _answers++;
            _wrong += kind == AnswerKind.Wrong ? 1 : 0;
            _mixed += kind == AnswerKind.Mixed ? 1 : 0;
            _longest = time > _longest ? time : _longest;
            if (kind == AnswerKind.Failed)
                _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
        }
    }

    public override string ToString()
    {
        lock (_lock)
        {
            var figures = string.Create(CultureInfo.InvariantCulture, $"{name}: {_answers} answers, {_wrong} wrong, {_mixed} mixed, {_reasons.Values.Sum()} failed, the longest {_longest.TotalMilliseconds:F0} ms");
            return string.Join("; ", _reasons.OrderByDescending(reason => reason.Value).Take(3).Select(reason => $"{reason.Value} times {reason.Key}").Prepend(figures));
        }
    }
}

/// <summary>What an answer was like.</summary>
internal enum AnswerKind
{
    /// <summary>That of the base its tag names, to the byte.</summary>
    Right,

    /// <summary>That of another base.</summary>
    Wrong,

    /// <summary>That of no base.</summary>
    Mixed,

    /// <summary>None.</summary>
    Failed,
}
