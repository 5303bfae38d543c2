namespace KnowledgeApi.Knowledge.Model;

/// <summary>
/// One place in one document that bears on a claim or prints a name. Offsets count Unicode code points of the text,
/// from 0, the end excluded, as in a W3C TextPositionSelector.
/// </summary>
public sealed class Citation : IIdentified
{
    /// <summary>Internal number.</summary>
    public long Key { get; init; }

    /// <summary>The slug of its claim, or of the entity that is named, and its number there. Unique among citations.</summary>
    public required string Slug { get; init; }

    /// <summary>Place among the citations of its claim or name, from 1.</summary>
    public int Ordinal { get; init; }

    /// <summary>Internal number of the claim.</summary>
    public long? ClaimKey { get; init; }

    /// <summary>The claim it bears on. Null if it is the citation of a name.</summary>
    public Claim? Claim { get; init; }

    /// <summary>Internal number of the name.</summary>
    public long? NameKey { get; init; }

    /// <summary>The name it prints. Null if it is the citation of a claim.</summary>
    public EntityName? EntityName { get; init; }

    /// <summary>Internal number of the document.</summary>
    public long DocumentKey { get; init; }

    /// <summary>The document cited.</summary>
    public Document Document { get; init; } = null!;

    /// <summary>Offset of the first character.</summary>
    public int Start { get; init; }

    /// <summary>Offset after the last character.</summary>
    public int End { get; init; }

    /// <summary>SHA-256 of the cited characters in UTF-8, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The paragraph it starts in: the number of lines with text up to there, from 1. Null if neither the seeds nor the text tell it.</summary>
    public int? Paragraph { get; init; }

    /// <summary>The cited characters. Null where this base has not got the text of the document.</summary>
    public string? Quote { get; init; }

    /// <summary>What came of checking it against the text.</summary>
    public Alignment Alignment { get; init; }

    /// <summary>Whether it speaks for the claim or against it.</summary>
    public Stance Stance { get; init; }

    /// <summary>True if this is where the end of what the claim says is told, and perhaps told only later than the rest.</summary>
    public bool StatesEnd { get; init; }

    /// <summary>Who speaks here.</summary>
    public Attribution Attribution { get; init; }

    /// <summary>Internal number of the one who speaks.</summary>
    public long? ByKey { get; init; }

    /// <summary>The one who speaks: the newspaper quoted, the person named ... Null if it is the article itself or someone unnamed.</summary>
    public Entity? By { get; init; }

    /// <summary>Who speaks, in our own words, if unnamed.</summary>
    public string? Described { get; init; }

    /// <summary>The part of the document it stands in.</summary>
    public Section Section { get; init; }

    /// <summary>When the comment was posted, local time as printed. Null outside comments.</summary>
    public DateTime? Posted { get; init; }

    /// <summary>The day by which these words were public: that of the comment, else that of the document. Null if neither is known.</summary>
    public DateOnly? Reported { get; init; }

    /// <summary>The figure, name or date as printed here, eight words at most.</summary>
    public string? Wording { get; init; }

    /// <summary>What the rules found that rests on it.</summary>
    public List<Finding> Findings { get; init; } = [];
}

/// <summary>What came of checking a citation against the text of its document.</summary>
public enum Alignment
{
    /// <summary>The characters at its offsets are those that were cited.</summary>
    Exact,

    /// <summary>They are the same but for white space and the shape of quotation marks, or stand elsewhere in the text, once.</summary>
    Normalized,

    /// <summary>They stand elsewhere in the text, several times.</summary>
    Ambiguous,

    /// <summary>They do not stand in the text.</summary>
    NotFound,

    /// <summary>This base has not got the text, so nothing was checked.</summary>
    Unchecked,
}

/// <summary>How a citation bears on its claim.</summary>
public enum Stance
{
    /// <summary>It says what the claim says.</summary>
    Supports,

    /// <summary>It says the contrary.</summary>
    Contradicts,

    /// <summary>It limits or refines it.</summary>
    Qualifies,
}

/// <summary>Who speaks in a citation.</summary>
public enum Attribution
{
    /// <summary>The article itself.</summary>
    Article,

    /// <summary>Another publication, which the article relays.</summary>
    OtherPress,

    /// <summary>A person named in the text.</summary>
    NamedPerson,

    /// <summary>A company or body, for itself.</summary>
    Organisation,

    /// <summary>Accounts or another paper filed with an authority.</summary>
    OfficialFiling,

    /// <summary>Someone the text does not name.</summary>
    AnonymousSource,

    /// <summary>A reader, in a comment below the article.</summary>
    ReaderComment,
}

/// <summary>The part of a document a citation stands in.</summary>
public enum Section
{
    /// <summary>The article.</summary>
    Body,

    /// <summary>The title or a heading.</summary>
    Title,

    /// <summary>The words below a picture.</summary>
    Caption,

    /// <summary>A reader's comment.</summary>
    Comment,
}
