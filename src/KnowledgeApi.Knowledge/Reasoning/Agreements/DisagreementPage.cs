using System.Globalization;
using System.Text;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Agreements;

/// <summary>
/// Where documents disagree, as a page in Markdown: each question with its answers side by side, by document and speaker. It has wordings of a few words, never a quote.
/// </summary>
public sealed class DisagreementPage
{
    private readonly List<(bool IsUnnamed, string Label, string Slug, string Text)> _parts = [];

    /// <summary>Adds a group, if it is a disagreement.</summary>
    public void Add(ClaimGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        if (group.IsDisagreement)
            _parts.Add((group.Question is null, group.Label, group.Slug, PartOf(group)));
    }

    /// <summary>The page: the questions the curators named, then the rest, each in the order of their words.</summary>
    public override string ToString()
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Where documents disagree

            {TypeWords.Count(_parts.Count, "question")} that documents answer differently, {_parts.Count(part => !part.IsUnnamed)} of them named by the curators. Each has its answers side by side: the document, who speaks there, the words
            as printed, what they say with the range they allow, how it is stated, and the time it speaks of, "inferred" where no document says it. The command `disagreements` prints this page.

            """);
        foreach (var part in _parts.OrderBy(part => part.IsUnnamed).ThenBy(part => part.Label, StringComparer.Ordinal).ThenBy(part => part.Slug, StringComparer.Ordinal))
            page.Append(part.Text);
        return page.ToString();
    }

    private static string PartOf(ClaimGroup group)
    {
        var part = new StringBuilder();
        part.Append(CultureInfo.InvariantCulture, $"\n## {Plain(group.Label)}\n\n");
        part.Append(CultureInfo.InvariantCulture, $"`{group.Slug}`: **{EnumNames.Name(group.Verdict)}**{(group.HingesOnReading ? ", by how words are read" : "")}");
        part.Append(CultureInfo.InvariantCulture, $"{(group.Differences.Count > 0 ? $"; differs in {string.Join(", ", group.Differences.Select(EnumNames.Name))}" : "")}. {Plain(group.Comparison)}\n");
        if (group.Question?.Note is { } note)
            part.Append(CultureInfo.InvariantCulture, $"\n{Plain(note)}\n");
        part.Append("\n| document | who speaks | wording | says | status | time |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var (claim, citation) in group.Claims.SelectMany(claim => claim.Citations.Select(citation => (claim, citation)))
            .OrderBy(row => row.citation.DocumentKey).ThenBy(row => row.citation.Start).ThenBy(row => row.claim.Slug, StringComparer.Ordinal).ThenBy(row => row.citation.Ordinal))
        {
            string[] cells =
            [
                DocumentOf(citation), SpeakerOf(citation), citation.Wording ?? claim.Wording ?? "–", $"{(citation.Stance == Stance.Contradicts ? "not: " : "")}{SaysOf(claim)}",
                $"{EnumNames.Name(claim.Status)}{(AgreementFinder.Counts(claim) ? "" : ", deprecated")}{(citation.Stance == Stance.Qualifies ? ", qualified here" : "")}", TimeOf(claim.Validity),
            ];
            part.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells.Select(Cell))} |\n");
        }

        return part.ToString();
    }

    private static string DocumentOf(Citation citation) => $"{(citation.Document.Label.Length > 0 ? citation.Document.Label : citation.Document.Slug)}{citation.Section switch
    {
        Section.Title => ", title",
        Section.Caption => ", caption",
        Section.Comment => ", comment",
        _ => "",
    }}";

    private static string SpeakerOf(Citation citation) => citation.By?.Name ?? citation.Described ?? citation.Attribution switch
    {
        Attribution.Article => "the article",
        Attribution.ReaderComment => "a reader",
        Attribution.OfficialFiling => "a filing",
        _ => "someone unnamed",
    };

    private static string SaysOf(Claim claim)
    {
        var kind = ClaimDescriptors.Of(claim);
        var what = (kind.DetailsOf(claim).EventKind is null ? null : kind.HeadingOf(claim)) ?? kind.SummaryOf(claim) ?? kind.KeyOf(claim).Label;
        return kind.ValueOf(claim) is { Unit: { } unit } value ? $"{what}: {RangeOf(value.Range)} {unit}" : what;
    }

    private static string RangeOf(Interval range) => range switch
    {
        { Lower: { } lower, Upper: { } upper } => lower == upper ? Number(lower) : $"{Number(lower)} to {Number(upper)}",
        { Lower: { } lower } => $"{(range.LowerInclusive ? "at least" : "more than")} {Number(lower)}",
        { Upper: { } upper } => $"{(range.UpperInclusive ? "at most" : "less than")} {Number(upper)}",
        _ => "any number of",
    };

    private static string Number(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);

    private static string TimeOf(Period? time) => time switch
    {
        null => "–",
        { At: { } at } => Day(at),
        { Start: null, End: null } => time.Ongoing switch { Ongoing.Yes => "when stated", Ongoing.No => "before", _ => "–" },
        _ => $"{(time.Start is { } start ? $"from {Day(start)}" : "")}{(time is { Start: not null, End: not null } ? " " : "")}{(time.End is { } end ? $"until {Day(end)}" : "")}",
    };

    // What the curators concluded, no document says.
    private static string Day(PartialDate date) => date.Inferred is null ? date.Edtf : $"{date.Edtf} (inferred)";

    private static string Cell(string text) => Plain(text).Replace("|", "\\|", StringComparison.Ordinal);

    // Words of seeds are no markup, and a row is one line.
    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("<", "&lt;", StringComparison.Ordinal);
}
