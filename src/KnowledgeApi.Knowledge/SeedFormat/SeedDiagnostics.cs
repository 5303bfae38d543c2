using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.SeedFormat;

/// <summary>One run of the reader: collects its problems.</summary>
internal sealed class SeedDiagnostics
{
    /// <summary>How many errors, and how many warnings, are listed. No one mends more at once, and a fault of an export is in each of its lines.</summary>
    public const int Listed = 200;

    private readonly ProblemList _errors = new();
    private readonly ProblemList _warnings = new();

    /// <summary>Goes up whenever something could not be read, reported or not.</summary>
    public int Failures { get; private set; }

    /// <summary>How many errors there are, listed or not.</summary>
    public int ErrorCount => _errors.Count;

    /// <summary>The problems in the order of files, lines and columns: the first of the errors and of the warnings, then how many more there are.</summary>
    /// <param name="folder">What the problems that are not listed are problems of.</param>
    public IReadOnlyList<SeedProblem> Problems(string folder) =>
    [
        .. _errors.First.Concat(_warnings.First).Order(ProblemList.ByPlace),
        .. More(folder, _errors, Severity.Error),
        .. More(folder, _warnings, Severity.Warning),
    ];

    public void Error(SourceLocation location, string message)
    {
        _errors.Add(new(location.File, location.Line, location.Column, message, Severity.Error));
        Failures++;
    }

    public void Warning(SourceLocation location, string message) =>
        _warnings.Add(new(location.File, location.Line, location.Column, message, Severity.Warning));

    /// <summary>Something depends on what failed elsewhere and is reported there.</summary>
    public void FailedElsewhere() => Failures++;

    private static IEnumerable<SeedProblem> More(string folder, ProblemList problems, Severity severity)
    {
        var more = problems.Count - Listed;
        if (more > 0)
            yield return new(folder, 0, 0, $"And {TypeWords.Count(more, $"more {severity.ToString().ToLowerInvariant()}")}: only the first {Listed} are listed.", severity);
    }

    /// <summary>Problems of one severity. Each counts once, however often it is met; of those that are not listed only a print is kept, 16 bytes each.</summary>
    private sealed class ProblemList
    {
        public static readonly Comparer<SeedProblem> ByPlace = Comparer<SeedProblem>.Create((a, b) =>
            (string.CompareOrdinal(a.File, b.File), a.Line.CompareTo(b.Line), a.Column.CompareTo(b.Column)) switch
            {
                (not 0 and var file, _, _) => file,
                (_, not 0 and var line, _) => line,
                var (_, _, column) => column,
            });

        private readonly HashSet<(int File, int Line, int Column, int Message)> _met = [];
        private readonly SortedSet<(SeedProblem Problem, int Order)> _first = new(Comparer<(SeedProblem Problem, int Order)>.Create((a, b) =>
            ByPlace.Compare(a.Problem, b.Problem) is not 0 and var place ? place : a.Order.CompareTo(b.Order)));

        public int Count => _met.Count;

        public IEnumerable<SeedProblem> First => _first.Select(each => each.Problem);

        public void Add(SeedProblem problem)
        {
            if (!_met.Add((problem.File.GetHashCode(StringComparison.Ordinal), problem.Line, problem.Column, problem.Message.GetHashCode(StringComparison.Ordinal))))
                return;
            _first.Add((problem, _met.Count));
            if (_first.Count > Listed)
                _first.Remove(_first.Max);
        }
    }
}
