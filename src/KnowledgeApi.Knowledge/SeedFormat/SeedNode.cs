namespace KnowledgeApi.Knowledge.SeedFormat;

/// <summary>Where a node of a seed file begins; line and column from 1.</summary>
internal readonly record struct SourceLocation(string File, int Line, int Column);

/// <summary>A node of a seed file, with its place.</summary>
internal abstract record SeedNode(SourceLocation Location)
{
    /// <summary>Whether nothing stands here: no value, "null" or "~".</summary>
    public virtual bool IsNull => false;

    /// <summary>What the node is, for messages.</summary>
    public abstract string Kind { get; }
}

/// <summary>A text. Numbers and dates are texts too, kept as they are written.</summary>
internal sealed record ScalarNode(SourceLocation Location, string Text, bool Plain) : SeedNode(Location)
{
    public override bool IsNull => Plain && Text is ("" or "~" or "null" or "Null" or "NULL");

    public override string Kind => IsNull ? "nothing" : $"\"{(Text.Length <= 40 ? Text : Text[..40] + "...")}\"";
}

internal sealed record ListNode(SourceLocation Location, IReadOnlyList<SeedNode> Items) : SeedNode(Location)
{
    public override string Kind => "a list";
}

internal sealed record MapNode(SourceLocation Location, IReadOnlyList<(ScalarNode Key, SeedNode Value)> Entries) : SeedNode(Location)
{
    public override string Kind => "a mapping";
}

/// <summary>The entries of a mapping as they are read; a second one of a key is reported and left out.</summary>
internal sealed class MapEntries(SeedDiagnostics diagnostics)
{
    private readonly List<(ScalarNode Key, SeedNode Value)> _entries = [];

    public IReadOnlyList<(ScalarNode Key, SeedNode Value)> All => _entries;

    public void Add(ScalarNode key, SeedNode value)
    {
        if (_entries.Find(entry => entry.Key.Text == key.Text) is { Key: { } first })
            diagnostics.Error(key.Location, $"The key \"{key.Text}\" stands here a second time; the first is on line {first.Location.Line}. Expected each key once.");
        else
            _entries.Add((key, value));
    }
}
