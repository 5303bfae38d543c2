using System.Globalization;
using System.Text;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Pictures;

namespace KnowledgeApi.Time;

/// <summary>
/// Draws when things held and when they were reported, as SVG that stands by itself. A bar is faint where something possibly held, fuller where it is carried
/// forward and full where it certainly held, so that no date looks more precise than it is stated.
/// </summary>
internal static class TimelinePicture
{
    /// <summary>The most rows that are drawn.</summary>
    public const int MaxRows = 80;

    private const double Labels = 380;
    private const double Axis = 620;
    private const double RowHeight = 24;
    private const double Head = 104;

    private const string Style =
        """
        svg{color-scheme:light dark}
        .paper{fill:#fbfaf7}text{font-family:ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif;fill:#22262b}
        .title{font-size:20px;font-weight:650}.caption,.key{font-size:13px;fill:#5c5a54}.key{font-size:12px}.label{font-size:12.5px}.year{font-size:11px;fill:#6d6a62;text-anchor:middle}
        .grid{stroke:#e3dfd5;stroke-width:1}.even{fill:#f3f1ea}
        .possibly{fill:#1f3a5f;opacity:.22}.carried{fill:#1f3a5f;opacity:.55}.certainly{fill:#1f3a5f}.expected{fill:none;stroke:#b45309;stroke-width:1.3;stroke-dasharray:4 3}.reported{fill:#fbfaf7;stroke:#2f7d4f;stroke-width:2}
        @media (prefers-color-scheme:dark){
        .paper{fill:#16181c}text{fill:#e8e6e1}.caption,.key,.year{fill:#a3a099}.grid{stroke:#2c3037}.even{fill:#1b1e23}
        .possibly,.carried,.certainly{fill:#8fb4e3}.expected{stroke:#f0a34b}.reported{fill:#16181c;stroke:#6fc391}
        }
        """;

    /// <summary>What a page may do that shows the picture: nothing but use its own style.</summary>
    public static string ContentSecurityPolicy { get; } = SvgFrame.PolicyFor(Style);

    /// <summary>The picture.</summary>
    /// <param name="name">The name of the entity.</param>
    /// <param name="all">The claims in the order of their times.</param>
    /// <param name="knownOn">The day by which they were reported; null for any.</param>
    public static string Draw(string name, IReadOnlyList<TimelineRow> all, DateOnly? knownOn)
    {
        var rows = all.Take(MaxRows).ToList();
        var (first, last) = YearsOf(rows);
        var title = $"Timeline of {name}";
        var caption = Caption(all.Count, rows.Count, knownOn);
        var (width, height) = ((SvgFrame.Margin * 2) + Labels + Axis, Head + (rows.Count * RowHeight) + 70);
        var text = new StringBuilder(SvgFrame.Open(width, height, Style, title, caption, Describe(rows, caption)));
        for (var i = 1; i < rows.Count; i += 2)
            Write($"<rect class=\"even\" x=\"{SvgFrame.Margin - 8:0}\" y=\"{Head + (i * RowHeight):0}\" width=\"{width - (2 * SvgFrame.Margin) + 16:0}\" height=\"{RowHeight:0}\" rx=\"4\"/>\n");
        DrawYears();
        for (var i = 0; i < rows.Count; i++)
            DrawRow(rows[i], Head + (i * RowHeight) + (RowHeight / 2));
        DrawLegend(height - 30);
        return text.Append("</svg>\n").ToString();

        void Write(FormattableString part) => text.Append(part.ToString(CultureInfo.InvariantCulture));

        double X(DateOnly day) => SvgFrame.Margin + Labels + (Axis * Math.Clamp((day.DayNumber - first.DayNumber) / (double)(last.DayNumber - first.DayNumber), 0, 1));

        void DrawYears()
        {
            var step = Math.Max(1, (last.Year - first.Year) / 10);
            for (var year = first.Year; year <= last.Year; year += step)
            {
                var x = X(new(year, 1, 1));
                Write($"<path class=\"grid\" d=\"M{x:0.#} {Head - 6:0}V{Head + (rows.Count * RowHeight):0}\"/><text class=\"year\" x=\"{x:0.#}\" y=\"{Head - 12:0}\">{year}</text>\n");
            }
        }

        void DrawRow(TimelineRow row, double y)
        {
            Write($"<g><title>{SvgText.Escape($"{row.Label} ({Words(row)})")}</title><text class=\"label\" x=\"{SvgFrame.Margin:0}\" y=\"{y + 4.5:0.#}\">{SvgText.Escape(TextSize.Cut(row.Label, 12.5, Labels - 24))}</text>");
            foreach (var (from, to, certainty) in row.Times.Stretches(row.Period.Earliest ?? first, row.Period.Latest ?? last, new(knownOn)).OrderByDescending(stretch => stretch.Certainty))
                Bar(row.IsFact ? LookOf(certainty) : "expected", from, to);
            if (row.Reported is { } reported)
                Write($"<circle class=\"reported\" cx=\"{X(reported):0.#}\" cy=\"{y:0.#}\" r=\"4\"/>");
            Write($"</g>\n");

            void Bar(string look, DateOnly begin, DateOnly end)
            {
                var (x, room) = (X(begin), Math.Max(5, X(end) - X(begin)));
                Write($"<rect class=\"{look}\" x=\"{x:0.#}\" y=\"{y - 6:0.#}\" width=\"{room:0.#}\" height=\"12\" rx=\"3\"/>");
            }
        }

        void DrawLegend(double y)
        {
            var x = SvgFrame.Margin;
            foreach (var (look, words) in new[] { ("certainly", "certainly held"), ("carried", "last known"), ("possibly", "possibly held"), ("expected", "only expected"), ("reported", "first reported") })
            {
                if (look == "reported")
                    Write($"<circle class=\"reported\" cx=\"{x + 12:0}\" cy=\"{y:0}\" r=\"4\"/>");
                else
                    Write($"<rect class=\"{look}\" x=\"{x:0}\" y=\"{y - 6:0}\" width=\"26\" height=\"12\" rx=\"3\"/>");
                Write($"<text class=\"key\" x=\"{x + 34:0}\" y=\"{y + 4:0}\">{words}</text>\n");
                x += TextSize.Of(words, 12) + 64;
            }
        }
    }

    private static string LookOf(Certainty certainty) => certainty switch
    {
        Certainty.Certain => "certainly",
        Certainty.LastKnown => "carried",
        _ => "possibly",
    };

    // Whole years, so that nothing stands at the edge that has an end.
    private static (DateOnly First, DateOnly Last) YearsOf(List<TimelineRow> rows)
    {
        var days = rows.SelectMany(row => new[] { row.Period.Earliest, row.Period.Latest, row.Reported }).OfType<DateOnly>().DefaultIfEmpty(new(2000, 1, 1)).ToList();
        return (new(days.Min().Year, 1, 1), new(Math.Min(days.Max().Year + 1, DateOnly.MaxValue.Year), 1, 1));
    }

    private static string Caption(int all, int drawn, DateOnly? knownOn)
    {
        var known = knownOn is { } day ? string.Create(CultureInfo.InvariantCulture, $" · by what was reported by {day:yyyy-MM-dd}") : "";
        var cut = all > drawn ? string.Create(CultureInfo.InvariantCulture, $" · only the first {drawn} of {all} are drawn") : "";
        return (all == 0 ? "No claim about it states a time" : "What is stated of it with a time, statements apart") + known + cut;
    }

    private static string Describe(List<TimelineRow> rows, string caption) =>
        string.Join(' ', rows.Select(row => $"{row.Label} ({Words(row)}).").Prepend($"{caption}."));

    private static string Words(TimelineRow row)
    {
        var (period, reported) = (row.Period, row.Reported is { } day ? string.Create(CultureInfo.InvariantCulture, $", first reported {day:yyyy-MM-dd}") : "");
        var time = period.At is { } at ? at.Edtf : (period.Start, period.End) switch
        {
            ({ } start, { } end) => $"{start.Edtf} until {end.Edtf}",
            ({ } start, null) => $"since {start.Edtf}",
            (null, { } end) => $"until {end.Edtf}",
            _ => "at a time that is not stated",
        };
        return $"{(row.IsFact ? "" : "expected ")}{time}{(row.IsInferred ? ", as the curators conclude" : "")}{reported}";
    }
}
