namespace KnowledgeApi.Knowledge.Model;

/// <summary>
/// A span of a document that supports, qualifies or contradicts a claim, or prints a name. Offsets count Unicode code points from 0, the end excluded, as
/// in a W3C TextPositionSelector.
/// </summary>
public sealed class Citation : IIdentified
{
    /// <summary>Internal number.</summary>
    public long Key { get; init; }

    /// <summary>Readable unique name of the citation, such as "cloudwatt-orange-100.1".</summary>
    public required string Slug { get; init; }

    /// <summary>Position among the citations of the claim or name, from 1.</summary>
    public int Ordinal { get; init; }

    /// <summary>Internal number of the claim.</summary>
    public long? ClaimKey { get; init; }

    /// <summary>The claim that is cited. Null for the citation of a name.</summary>
    public Claim? Claim { get; init; }

    /// <summary>Internal number of the name.</summary>
    public long? NameKey { get; init; }

    /// <summary>The name that is printed. Null for the citation of a claim.</summary>
    public EntityName? EntityName { get; init; }

    /// <summary>Internal number of the document.</summary>
    public long DocumentKey { get; init; }

    /// <summary>The cited document.</summary>
    public Document Document { get; init; } = null!;

    /// <summary>Offset of the first cited character.</summary>
    public int Start { get; init; }

    /// <summary>Offset after the last cited character.</summary>
    public int End { get; init; }

    /// <summary>SHA-256 of the cited characters in UTF-8, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Number of the paragraph in which the span starts, counting lines with text from 1. Null if unknown.</summary>
    public int? Paragraph { get; init; }

    /// <summary>The cited characters. Null if the server has no text of the document.</summary>
    public string? Quote { get; init; }

    /// <summary>The result of checking the span against the text of the document.</summary>
    public Alignment Alignment { get; init; }

    /// <summary>Whether the span supports, qualifies or contradicts the claim.</summary>
    public Stance Stance { get; init; }

    /// <summary>Whether this span states the end of the claim's validity, which may be reported later than the rest.</summary>
    public bool StatesEnd { get; init; }

    /// <summary>The kind of speaker: the article, another paper, a named person ...</summary>
    public Attribution Attribution { get; init; }

    /// <summary>Internal number of the one who speaks.</summary>
    public long? ByKey { get; init; }

    /// <summary>The speaker, such as the newspaper that is quoted. Null for the article itself and for unnamed speakers.</summary>
    public Entity? By { get; init; }

    /// <summary>Description of an unnamed speaker, such as "a person close to the matter".</summary>
    public string? Described { get; init; }

    /// <summary>The part of the document that holds the span.</summary>
    public Section Section { get; init; }

    /// <summary>Internal number of the comment.</summary>
    public long? CommentKey { get; init; }

    /// <summary>The reader's comment in which the span starts. Null outside comments, and where those of the document are not listed.</summary>
    public Comment? Comment { get; init; }

    /// <summary>Local time at which the comment was posted. Null outside comments.</summary>
    public DateTime? Posted { get; init; }

    /// <summary>Whether the words look back: they state that something had held or had been so, not that it was so when they were written.</summary>
    public bool IsPast { get; init; }

    /// <summary>The day by which these words were public: the day of the comment or, outside comments, of this part of the document. Null if unknown.</summary>
    public DateOnly? Reported { get; init; }

    /// <summary>The first day on which these words can have been written. Null if nothing limits it.</summary>
    public DateOnly? ReportedFrom { get; init; }

    /// <summary>The figure, name or date as printed here, such as "44,4 %".</summary>
    public string? Wording { get; init; }

    /// <summary>Findings of the rules that rest on this citation.</summary>
    public List<Finding> Findings { get; init; } = [];
}

/// <summary>Results of checking a citation against the text of its document.</summary>
public enum Alignment
{
    /// <summary>The characters at the offsets are the cited ones.</summary>
    Exact,

    /// <summary>The cited characters differ only in white space or quotation marks, or stand once elsewhere in the text.</summary>
    Normalized,

    /// <summary>The cited characters stand several times elsewhere in the text.</summary>
    Ambiguous,

    /// <summary>The cited characters do not occur in the text.</summary>
    NotFound,

    /// <summary>The server has no text of the document, so nothing was checked.</summary>
    Unchecked,
}

/// <summary>How a citation bears on its claim.</summary>
public enum Stance
{
    /// <summary>The cited words state the claim.</summary>
    Supports,

    /// <summary>The cited words state the opposite.</summary>
    Contradicts,

    /// <summary>The cited words limit or refine the claim.</summary>
    Qualifies,
}

/// <summary>Kinds of speakers in citations.</summary>
public enum Attribution
{
    /// <summary>The article itself.</summary>
    Article,

    /// <summary>Another publication, relayed by the article.</summary>
    OtherPress,

    /// <summary>A person named in the text.</summary>
    NamedPerson,

    /// <summary>A company or public body speaking for itself.</summary>
    Organisation,

    /// <summary>Accounts or another document filed with an authority.</summary>
    OfficialFiling,

    /// <summary>Someone the text does not name.</summary>
    AnonymousSource,

    /// <summary>A reader, in a comment below the article.</summary>
    ReaderComment,
}

/// <summary>Parts of a document.</summary>
public enum Section
{
    /// <summary>The article.</summary>
    Body,

    /// <summary>The title or a heading.</summary>
    Title,

    /// <summary>The caption of a picture.</summary>
    Caption,

    /// <summary>A reader's comment.</summary>
    Comment,
}
