namespace KnowledgeApi.Knowledge.Model;

/// <summary>A reader's comment printed with a document.</summary>
public sealed class Comment
{
    /// <summary>Internal number.</summary>
    public long Key { get; init; }

    /// <summary>Internal number of the document.</summary>
    public long DocumentKey { get; init; }

    /// <summary>The document.</summary>
    public Document Document { get; init; } = null!;

    /// <summary>Its place among the comments, from 1.</summary>
    public int Position { get; init; }

    /// <summary>Local time at which it was posted. Null if none is printed.</summary>
    public DateTime? Posted { get; init; }

    /// <summary>The name it is signed with, as printed. Null if it is not signed.</summary>
    public string? Author { get; init; }

    /// <summary>Internal number of the comment it answers.</summary>
    public long? ReplyToKey { get; init; }

    /// <summary>The comment it answers. Null if it answers the article.</summary>
    public Comment? ReplyTo { get; internal set; }

    /// <summary>Offset of its first character in the text, in Unicode code points.</summary>
    public int Start { get; init; }

    /// <summary>Offset after its last character.</summary>
    public int End { get; init; }

    /// <summary>The cited spans that start in it.</summary>
    public List<Citation> Citations { get; init; } = [];
}
