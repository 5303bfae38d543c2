using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>One run of the reader: collects its problems.</summary>
internal sealed class Reading
{
    private readonly List<SeedProblem> _problems = [];

    /// <summary>Goes up whenever something could not be read, reported or not.</summary>
    public int Failures { get; private set; }

    /// <summary>All problems in the order of files, lines and columns.</summary>
    public IReadOnlyList<SeedProblem> Problems() =>
        [.. _problems.Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)];

    public void Error(Place place, string message)
    {
        _problems.Add(new(place.File, place.Line, place.Column, message, Severity.Error));
        Failures++;
    }

    public void Warning(Place place, string message) =>
        _problems.Add(new(place.File, place.Line, place.Column, message, Severity.Warning));

    /// <summary>Something depends on what failed elsewhere and is reported there.</summary>
    public void FailedElsewhere() => Failures++;
}
