using System.Globalization;
using System.Text;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;
using KnowledgeApi.Pictures;

namespace KnowledgeApi.Ownership.Pictures;

/// <summary>Draws who owns what as SVG that stands by itself: no script, nothing from elsewhere, legible on light and dark pages.</summary>
internal static class SvgPicture
{
    private const double Head = 74;
    private const double Foot = 70;

    private const string Style =
        """
        svg{color-scheme:light dark}
        .paper{fill:#fbfaf7}.box{fill:#fff;stroke:#c9c4b8;stroke-width:1.2}.focus{fill:#1f3a5f;stroke:#1f3a5f}
        .body{fill:#eef3ee;stroke:#a9bfae}.person{fill:#f6efe6;stroke:#d3bf9f}.ring{fill:none;stroke:#b45309;stroke-width:1.4;stroke-dasharray:2 3}
        text{font-family:ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif;fill:#22262b}
        .name{font-size:15px;font-weight:600;text-anchor:middle}.kind{font-size:11px;fill:#6d6a62;text-anchor:middle;letter-spacing:.04em}
        .onfocus{fill:#fff}.kind.onfocus{fill:#c5d3e6}
        .title{font-size:20px;font-weight:650}.caption,.key{font-size:13px;fill:#5c5a54}.key{font-size:12px}
        .line{fill:none;stroke:#5b6470;stroke-width:1.6}.possible{stroke-dasharray:6 5}.cycle{stroke:#b45309}.tip{fill:#5b6470}.tip.cycle{fill:#b45309;stroke:none}
        .plate{fill:#fbfaf7;opacity:.94}.share{font-size:13px;font-variant-numeric:tabular-nums;text-anchor:middle}.unsure{fill:#6d6a62}
        @media (prefers-color-scheme:dark){
        .paper,.plate{fill:#16181c}.box{fill:#22262c;stroke:#444a54}.focus{fill:#8fb4e3;stroke:#8fb4e3}.body{fill:#1f2a24;stroke:#4b6353}.person{fill:#2c2620;stroke:#6a5a42}
        text{fill:#e8e6e1}.kind,.caption,.key,.unsure{fill:#a3a099}.onfocus{fill:#10161f}.kind.onfocus{fill:#2c4260}
        .line{stroke:#9aa3ae}.tip{fill:#9aa3ae}.cycle,.ring{stroke:#f0a34b}.tip.cycle{fill:#f0a34b}
        }
        """;

    /// <summary>What a page may do that shows the picture: nothing but use its own style.</summary>
    public static string ContentSecurityPolicy { get; } = SvgFrame.PolicyFor(Style);

    /// <summary>The picture.</summary>
    /// <param name="picture">What to draw.</param>
    /// <param name="title">What it is about, for the heading.</param>
    /// <param name="caption">As of when it holds, and what it leaves open.</param>
    public static string Draw(OwnershipPicture picture, string title, string caption)
    {
        var layout = PictureLayout.Of(picture);
        var legend = LegendOf(picture);
        var width = Math.Max(layout.Width, new[] { TextSize.Of(title, 20, bold: true), TextSize.Of(caption, 13), legend.Sum(item => item.Width) }.Max()) + 2 * SvgFrame.Margin;
        var height = layout.Height + Head + Foot + SvgFrame.Margin;
        var (dx, dy) = ((width - layout.Width) / 2, Head + 14);
        var text = new StringBuilder(SvgFrame.Open(width, height, Style, title, caption, Describe(picture, caption)));
        Write($"<g transform=\"translate({dx:0.#} {dy:0.#})\">\n");
        foreach (var line in layout.Lines)
            DrawLine(line);
        foreach (var box in layout.Boxes)
            DrawBox(box);
        foreach (var line in layout.Lines)
            DrawLabel(line);
        Write($"</g>\n");
        DrawLegend();
        return text.Append("</svg>\n").ToString();

        void Write(FormattableString part) => text.Append(part.ToString(CultureInfo.InvariantCulture));

        void DrawLine(Line line)
        {
            var classes = $"line{(line.Stake.IsPossible ? " possible" : "")}{(line.Stake.IsCyclic ? " cycle" : "")}";
            Write($"<path class=\"{classes}\" d=\"{PathOf(line)}\"/>\n");
            var (end, cycle) = (line.Points[^1], line.Stake.IsCyclic ? " cycle" : "");
            Write($"<path class=\"tip{cycle}\" d=\"M{end.X:0.#} {end.Y + 8:0.#}l-4.5 -9h9z\"/>\n");
        }

        void DrawBox(Box box)
        {
            var (x, y) = (box.X - box.Width / 2, box.Y - box.Height / 2);
            var kind = box.Node.IsFocus ? "box focus" : box.Node.Party.Kind switch { "PublicBody" => "box body", "Person" => "box person", _ => "box" };
            var on = box.Node.IsFocus ? " onfocus" : "";
            Write($"<g><title>{SvgText.Escape(box.Node.Party.Name)}</title>");
            if (box.Node.IsCyclic)
                Write($"<rect class=\"ring\" x=\"{x - 5:0.#}\" y=\"{y - 5:0.#}\" width=\"{box.Width + 10:0.#}\" height=\"{box.Height + 10:0.#}\" rx=\"14\"/>");
            Write($"<rect class=\"{kind}\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{box.Width:0.#}\" height=\"{box.Height:0.#}\" rx=\"10\"/>");
            for (var i = 0; i < box.Lines.Count; i++)
                Write($"<text class=\"name{on}\" x=\"{box.X:0.#}\" y=\"{y + 24 + i * PictureLayout.LineHeight:0.#}\">{SvgText.Escape(box.Lines[i])}</text>");
            Write($"<text class=\"kind{on}\" x=\"{box.X:0.#}\" y=\"{y + box.Height - 11:0.#}\">{SvgText.Escape(TypeWords.Of(box.Node.Party.Kind))}</text></g>\n");
        }

        void DrawLabel(Line line)
        {
            var (x, y) = (line.Label.X, line.Label.Y);
            Write($"<rect class=\"plate\" x=\"{x - line.LabelWidth / 2:0.#}\" y=\"{y - PictureLayout.LabelHeight / 2:0.#}\" width=\"{line.LabelWidth:0.#}\" height=\"{PictureLayout.LabelHeight:0}\" rx=\"5\"/>");
            Write($"<text class=\"share{(line.Stake.IsPossible ? " unsure" : "")}\" x=\"{x:0.#}\" y=\"{y + 4.5:0.#}\"><title>{SvgText.Escape(line.Stake.Details)}</title>{SvgText.Escape(line.Stake.Label)}</text>\n");
        }

        void DrawLegend()
        {
            var (x, y) = (SvgFrame.Margin, height - 30);
            foreach (var (sample, words, room) in legend)
            {
                if (sample is "?" or "·")
                    Write($"<text class=\"key\" x=\"{x + 2:0}\" y=\"{y + 4:0}\">{(sample is "?" ? "?" : "· day")}</text>");
                else
                    Write($"<path class=\"{sample}\" d=\"M{x:0} {y:0}h30\"/>");
                Write($"<text class=\"key\" x=\"{x + 38:0}\" y=\"{y + 4:0}\">{SvgText.Escape(words)}</text>\n");
                x += room;
            }
        }
    }

    private static List<(string Sample, string Words, double Width)> LegendOf(OwnershipPicture picture)
    {
        var items = new List<(string Sample, string Words)> { ("line", "owner to company") };
        if (picture.Stakes.Any(stake => stake.IsPossible))
            items.Add(("line possible", "held possibly, not certainly"));
        if (picture.Stakes.Any(stake => stake.IsCarried))
            items.Add(("·", "since that day nobody has stated it"));
        if (picture.Stakes.Any(stake => stake.IsCyclic))
            items.Add(("line cycle", "they own each other"));
        if (picture.Stakes.Any(stake => IsUnstated(stake)))
            items.Add(("?", "no share stated"));
        return items.ConvertAll(item => (item.Sample, item.Words, TextSize.Of(item.Words, 12) + 66));
    }

    private static string Describe(OwnershipPicture picture, string caption)
    {
        var stakes = picture.Stakes.Select(stake =>
            $"{picture.Nodes[stake.Owner].Party.Name} {(stake.IsPossible ? "possibly holds" : "holds")} {(IsUnstated(stake) ? $"a share that is not stated ({stake.Details})" : $"{stake.Label} ({stake.Details})")} of {picture.Nodes[stake.Company].Party.Name}{(stake.IsCyclic ? " (part of a cycle)" : "")}.");
        return string.Join(' ', stakes.DefaultIfEmpty("No stakes.").Prepend($"{caption}."));
    }

    private static bool IsUnstated(PictureStake stake) => stake.Label.StartsWith(OwnershipPicture.Unstated, StringComparison.Ordinal);

    private static string PathOf(Line line)
    {
        var text = new StringBuilder();
        Append($"M{line.Points[0].X:0.#} {line.Points[0].Y:0.#}");
        if (line.IsAside)
        {
            for (var i = 1; i < line.Points.Count - 1; i++)
            {
                var (before, after) = (Towards(line.Points[i], line.Points[i - 1]), Towards(line.Points[i], line.Points[i + 1]));
                Append($"L{before.X:0.#} {before.Y:0.#}Q{line.Points[i].X:0.#} {line.Points[i].Y:0.#} {after.X:0.#} {after.Y:0.#}");
            }

            Append($"L{line.Points[^1].X:0.#} {line.Points[^1].Y:0.#}");
            return text.ToString();
        }

        foreach (var (from, to) in line.Points.Zip(line.Points.Skip(1)))
        {
            var bend = (to.Y - from.Y) / 2;
            Append($"C{from.X:0.#} {from.Y + bend:0.#} {to.X:0.#} {to.Y - bend:0.#} {to.X:0.#} {to.Y:0.#}");
        }

        return text.ToString();

        void Append(FormattableString part) => text.Append(part.ToString(CultureInfo.InvariantCulture));
    }

    // Where the rounding of a corner begins.
    private static Spot Towards(Spot corner, Spot other)
    {
        var length = Math.Abs(other.X - corner.X) + Math.Abs(other.Y - corner.Y);
        var part = length == 0 ? 0 : Math.Min(12, length / 2) / length;
        return new(corner.X + (other.X - corner.X) * part, corner.Y + (other.Y - corner.Y) * part);
    }
}
