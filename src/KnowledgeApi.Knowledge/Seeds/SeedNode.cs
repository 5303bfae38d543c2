namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>Where a node of a seed file begins; line and column from 1.</summary>
internal readonly record struct Place(string File, int Line, int Column);

/// <summary>A node of a seed file, with its place.</summary>
internal abstract record SeedNode(Place Place)
{
    /// <summary>Whether nothing stands here: no value, "null" or "~".</summary>
    public virtual bool IsNull => false;

    /// <summary>What the node is, for messages.</summary>
    public abstract string Kind { get; }
}

/// <summary>A text. Numbers and dates are texts too, kept as they are written.</summary>
internal sealed record ScalarNode(Place Place, string Text, bool Plain) : SeedNode(Place)
{
    public override bool IsNull => Plain && Text is ("" or "~" or "null" or "Null" or "NULL");

    public override string Kind => IsNull ? "nothing" : $"\"{(Text.Length <= 40 ? Text : Text[..40] + "...")}\"";
}

internal sealed record ListNode(Place Place, IReadOnlyList<SeedNode> Items) : SeedNode(Place)
{
    public override string Kind => "a list";
}

internal sealed record MapNode(Place Place, IReadOnlyList<(ScalarNode Key, SeedNode Value)> Entries) : SeedNode(Place)
{
    public override string Kind => "a mapping";
}
