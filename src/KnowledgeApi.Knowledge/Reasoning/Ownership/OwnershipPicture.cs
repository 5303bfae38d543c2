using System.Globalization;
using System.Text;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Ownership;

/// <summary>Someone in a picture.</summary>
/// <param name="Party">Who.</param>
/// <param name="Layer">How far above (below 0) or below (above 0) the one in the middle.</param>
/// <param name="IsCyclic">Whether it owns a part of itself through others.</param>
public sealed record PictureNode(Party Party, int Layer, bool IsCyclic)
{
    /// <summary>Whether the picture is about it.</summary>
    public bool IsFocus { get; init; }
}

/// <summary>A stake in a picture.</summary>
/// <param name="Owner">Index of the owner among the nodes.</param>
/// <param name="Company">Index of the company among the nodes.</param>
/// <param name="Label">Its share as printed, a question mark if none is.</param>
/// <param name="IsPossible">Whether it is only possible that it was held.</param>
/// <param name="IsCyclic">Whether it is a part of a cycle.</param>
public sealed record PictureStake(int Owner, int Company, string Label, bool IsPossible, bool IsCyclic)
{
    /// <summary>Whether it is carried forward from the day that the label ends with.</summary>
    public bool IsCarried { get; init; }

    /// <summary>The range of percent behind the words, and since when nobody has said so.</summary>
    public string Details { get; init; } = "";
}

/// <summary>Who owns what, to be drawn: stakes that are only possible are dashed, those of cycles marked, unstated shares are question marks.</summary>
/// <param name="Nodes">Everyone in it.</param>
/// <param name="Stakes">What they hold.</param>
public sealed record OwnershipPicture(IReadOnlyList<PictureNode> Nodes, IReadOnlyList<PictureStake> Stakes)
{
    /// <summary>What a stake without a stated share is labelled with.</summary>
    public const string Unstated = "?";

    /// <summary>Everyone and everything a walk found.</summary>
    public static OwnershipPicture Of(OwnershipGraph graph) => Of([graph], [.. graph.Stakes], graph.Root);

    /// <summary>Owners above and companies below.</summary>
    /// <param name="up">The walk to the owners.</param>
    /// <param name="down">The walk to the companies, from the same entity.</param>
    /// <param name="maxNodes">The most to draw, those nearest.</param>
    public static OwnershipPicture Of(OwnershipGraph up, OwnershipGraph down, int maxNodes)
    {
        var kept = up.Nodes.Concat(down.Nodes).Distinct().OrderBy(key => up.Has(key) ? up.DepthOf(key) : down.DepthOf(key)).Take(maxNodes).ToHashSet();
        return Of([up, down], [.. up.Stakes.Concat(down.Stakes).DistinctBy(stake => (stake.Owner, stake.Company)).Where(stake => kept.Contains(stake.Owner) && kept.Contains(stake.Company))], up.Root);
    }

    /// <summary>Some stakes of a walk.</summary>
    /// <param name="graph">The walk.</param>
    /// <param name="stakes">The stakes.</param>
    /// <param name="others">Who is to be there even without any of them.</param>
    public static OwnershipPicture Of(OwnershipGraph graph, IReadOnlyList<Stake> stakes, params long[] others) => Of([graph], stakes, others);

    /// <summary>The picture in the language of Graphviz.</summary>
    public string ToDot()
    {
        var text = new StringBuilder("digraph ownership {\n  rankdir=TB;\n  node [shape=box, style=rounded, fontname=\"Helvetica\"];\n  edge [fontname=\"Helvetica\", fontsize=10];\n");
        for (var i = 0; i < Nodes.Count; i++)
        {
            var node = Nodes[i];
            text.Append(CultureInfo.InvariantCulture, $"  n{i} [label=\"{DotEscape(node.Party.Name)}\"{(node.IsFocus ? ", style=\"rounded,bold\"" : "")}{(node.IsCyclic ? ", peripheries=2" : "")}];\n");
        }

        foreach (var stake in Stakes)
            text.Append(CultureInfo.InvariantCulture, $"  n{stake.Owner} -> n{stake.Company} [label=\"{DotEscape(stake.Label)}\", tooltip=\"{DotEscape(stake.Details)}\"{(stake.IsPossible ? ", style=dashed" : "")}{(stake.IsCyclic ? ", color=\"#b45309\"" : "")}];\n");
        return text.Append("}\n").ToString();
    }

    /// <summary>The picture in the language of Mermaid.</summary>
    public string ToMermaid()
    {
        var text = new StringBuilder("flowchart TB\n");
        for (var i = 0; i < Nodes.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"  n{i}[\"{MermaidEscape(Nodes[i].Party.Name)}\"]\n");
        foreach (var stake in Stakes)
            text.Append(CultureInfo.InvariantCulture, $"  n{stake.Owner} {(stake.IsPossible ? "-.->" : "-->")}|\"{MermaidEscape(stake.Label == stake.Details ? stake.Label : $"{stake.Label} ({stake.Details})")}\"| n{stake.Company}\n");
        Class("focus", "stroke-width:3px", node => node.IsFocus);
        Class("cycle", "stroke:#b45309,stroke-dasharray:2 2", node => node.IsCyclic);
        var cyclic = string.Join(',', Enumerable.Range(0, Stakes.Count).Where(i => Stakes[i].IsCyclic));
        if (cyclic.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"  linkStyle {cyclic} stroke:#b45309\n");
        return text.ToString();

        void Class(string name, string style, Func<PictureNode, bool> has)
        {
            var members = string.Join(',', Enumerable.Range(0, Nodes.Count).Where(i => has(Nodes[i])).Select(i => $"n{i}"));
            if (members.Length > 0)
                text.Append(CultureInfo.InvariantCulture, $"  classDef {name} {style}\n  class {members} {name}\n");
        }
    }

    private static OwnershipPicture Of(IReadOnlyList<OwnershipGraph> graphs, IReadOnlyList<Stake> stakes, params IReadOnlyList<long> others)
    {
        List<long> keys = [.. others.Concat(stakes.SelectMany(stake => new[] { stake.Owner, stake.Company })).Distinct().OrderBy(Layer).ThenBy(key => Home(key).Index.PartyOf(key).Slug, StringComparer.Ordinal)];
        var indexOf = keys.Index().ToDictionary(each => each.Item, each => each.Index);
        return new(
            [
                .. keys.Select(key => new PictureNode(Home(key).Index.PartyOf(key), Layer(key), graphs.Any(graph => graph.Has(key) && graph.IsCyclic(key)))
                {
                    IsFocus = key == graphs[0].Root,
                }),
            ],
            [
                .. stakes
                    .Select(stake => new PictureStake(
                        indexOf[stake.Owner],
                        indexOf[stake.Company],
                        LabelOf(stake),
                        stake.Certainty == Certainty.Possible,
                        graphs.Any(graph => graph.Has(stake.Owner) && graph.Has(stake.Company) && graph.IsCyclic(stake)))
                    {
                        IsCarried = stake.Certainty == Certainty.LastKnown,
                        Details = DetailsOf(stake),
                    })
                    .OrderBy(stake => stake.Company).ThenBy(stake => stake.Owner),
            ]);

        OwnershipGraph Home(long key) => graphs.FirstOrDefault(graph => graph.Has(key)) ?? graphs[0];
        int Layer(long key) => Home(key) is var graph && graph.Has(key) ? graph.DepthOf(key) * (graph.Direction == WalkDirection.Up ? -1 : 1) : -1;
    }

    private static string LabelOf(Stake stake)
    {
        var share = stake.Stated is { } stated ? stake.Claims.FirstOrDefault(claim => claim.Stated is not null)?.Wording ?? ShareRange.Of(stated).Text : Unstated;
        return $"{share}{(stake.Certainty == Certainty.LastKnown ? $" · {stake.LastStated?.Edtf}" : "")}{(stake.Agreement == Verdict.Conflicting ? " (claims conflict)" : "")}";
    }

    private static string DetailsOf(Stake stake)
    {
        var range = stake.Stated is { } stated ? ShareRange.Of(stated).Text : "size not stated";
        return stake.Certainty switch
        {
            Certainty.Certain => range,
            Certainty.LastKnown => $"{range}, last stated {stake.LastStated?.Edtf}, carried forward",
            _ => $"{range}, possibly held",
        };
    }

    private static string DotEscape(string text) => OneLine(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string MermaidEscape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in OneLine(text).EnumerateRunes())
        {
            if (rune.Value is '"' or '#' or '<' or '>' or '&' or '`' or ';' or '|' or '[' or ']' or '\\')
                escaped.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
            else
                escaped.Append(rune);
        }

        return escaped.ToString();
    }

    private static string OneLine(string text) => string.Create(text.Length, text, (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = char.IsControl(from[i]) ? ' ' : from[i];
    });
}
