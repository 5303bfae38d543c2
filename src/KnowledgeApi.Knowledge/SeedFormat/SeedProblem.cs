using System.Globalization;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.SeedFormat;

/// <summary>Something wrong in the seeds, where it is and what was expected.</summary>
/// <param name="File">The file, relative to the seeds folder with forward slashes; the folder itself for a problem of no file.</param>
/// <param name="Line">Line from 1; 0 for a problem of the whole file or folder.</param>
/// <param name="Column">Column from 1 in UTF-16 units, as editors count; 0 for a problem of the whole file or folder.</param>
/// <param name="Message">What is wrong and what was expected.</param>
/// <param name="Severity">An error keeps the base from being built; a warning does not.</param>
public sealed record SeedProblem(string File, int Line, int Column, string Message, Severity Severity)
{
    /// <summary>The problem on one line, as compilers print theirs.</summary>
    public override string ToString()
    {
        var place = Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
        return $"{place}: {Severity.ToString().ToLowerInvariant()}: {Message}";
    }
}
