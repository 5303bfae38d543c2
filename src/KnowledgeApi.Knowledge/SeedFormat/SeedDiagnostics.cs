using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.SeedFormat;

/// <summary>One run of the reader: collects its problems.</summary>
internal sealed class SeedDiagnostics
{
    private readonly List<SeedProblem> _problems = [];

    /// <summary>Goes up whenever something could not be read, reported or not.</summary>
    public int Failures { get; private set; }

    /// <summary>All problems in the order of files, lines and columns.</summary>
    public IReadOnlyList<SeedProblem> Problems() =>
        [.. _problems.Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)];

    public void Error(SourceLocation location, string message)
    {
        _problems.Add(new(location.File, location.Line, location.Column, message, Severity.Error));
        Failures++;
    }

    public void Warning(SourceLocation location, string message) =>
        _problems.Add(new(location.File, location.Line, location.Column, message, Severity.Warning));

    /// <summary>Something depends on what failed elsewhere and is reported there.</summary>
    public void FailedElsewhere() => Failures++;
}
