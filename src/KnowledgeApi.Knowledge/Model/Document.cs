namespace KnowledgeApi.Knowledge.Model;

/// <summary>A source document, such as a press article. Its text is here only if the operator of the server has it.</summary>
public sealed class Document : ISearchable
{
    /// <summary>Internal number: the place of the document in the seeds. Not stable between builds.</summary>
    public long Key { get; init; }

    /// <summary>Readable unique name of the document.</summary>
    public required string Slug { get; init; }

    /// <summary>Title as printed. Null if the document has none.</summary>
    public string? Title { get; init; }

    /// <summary>The title without case and accents, to search and filter by.</summary>
    public string? TitleFolded { get; init; }

    /// <summary>The title as a French collation key in hexadecimal, to order by.</summary>
    public string? TitleSortKey { get; init; }

    /// <summary>A short label in our own words, for pictures and tables; the title or the slug if it has none.</summary>
    public string Label { get; init; } = "";

    /// <summary>The section of the publication it is printed in, such as "Cloud". Null if none is printed.</summary>
    public string? ArticleSection { get; init; }

    /// <summary>The number of comments as printed. Null if none is printed.</summary>
    public int? CommentCount { get; init; }

    /// <summary>The readers' comments printed with it, in their order; none if they are not listed.</summary>
    public List<Comment> Comments { get; init; } = [];

    /// <summary>Internal number of the publisher.</summary>
    public long? PublisherKey { get; init; }

    /// <summary>The publication it appeared in. Null if the document does not say.</summary>
    public Publication? Publisher { get; init; }

    /// <summary>The people who signed the document. Empty if no one did.</summary>
    public List<Person> Authors { get; init; } = [];

    /// <summary>Those who signed it, in the order of their signatures.</summary>
    public List<Authorship> Authorships { get; init; } = [];

    /// <summary>Date of publication as printed. Null if none is printed.</summary>
    public PrintedDate? Published { get; init; }

    /// <summary>Date of the last update as printed. Null if none is printed.</summary>
    public PrintedDate? Updated { get; init; }

    /// <summary>When the body of the document was written, as far as `dates`, else the dates it prints about itself, else the first comment limit it. Null if nothing does.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>The day by which the body was certainly public: the last day `date` can mean. Null if unknown.</summary>
    public DateOnly? PublicBy { get; init; }

    /// <summary>What limits the day of the document or of a part of it, each with its evidence. For such a part, what is printed counts only as far as it is among these.</summary>
    public List<DocumentDate> Dates { get; init; } = [];

    /// <summary>Language as a BCP 47 tag, such as "fr".</summary>
    public required string Language { get; init; }

    /// <summary>SHA-256 of the bytes of the text, in hexadecimal. A document is recognised by it, whatever its file is called.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Length of the text in Unicode code points.</summary>
    public int Length { get; init; }

    /// <summary>Remark by the curators of this base on what is odd about the document.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the server has the text, so that citations are checked and quoted.</summary>
    public bool HasText { get; init; }

    /// <summary>Its text, where this base has got it.</summary>
    public DocumentText? Text { get; init; }

    /// <summary>The cited spans of the document.</summary>
    public List<Citation> Citations { get; init; } = [];

    /// <summary>Findings of the rules about the document.</summary>
    public List<Finding> Findings { get; init; } = [];

    /// <summary>The listed comment that holds a character of the text; null if none does.</summary>
    internal Comment? CommentAt(int offset)
    {
        // They stand in the text one after the other.
        var (low, high) = (0, Comments.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Comments[middle].End <= offset ? (middle + 1, high) : (low, middle);
        }

        return low < Comments.Count && Comments[low].Start <= offset ? Comments[low] : null;
    }

    /// <summary>When each part of it was written, in the order of the parts.</summary>
    internal IReadOnlyList<WrittenOn> Written { get; init; } = [];

    /// <summary>When a part of it was written.</summary>
    internal WrittenOn WrittenOn(Section section) => Written.Count == 0 ? default : Written[(int)section];
}

/// <summary>One signature under a document.</summary>
public sealed class Authorship
{
    /// <summary>Internal number of the document.</summary>
    public long DocumentKey { get; init; }

    /// <summary>The document.</summary>
    public Document Document { get; init; } = null!;

    /// <summary>Internal number of the person.</summary>
    public long PersonKey { get; init; }

    /// <summary>The person who signed.</summary>
    public Person Person { get; init; } = null!;

    /// <summary>Place among the signatures, from 1.</summary>
    public int Ordinal { get; init; }
}

/// <summary>The text of a document, kept apart so that no one reads it by accident.</summary>
public sealed class DocumentText
{
    /// <summary>Internal number of the document.</summary>
    public long DocumentKey { get; init; }

    /// <summary>The document.</summary>
    public Document Document { get; init; } = null!;

    /// <summary>The text as it is, nothing normalised.</summary>
    public required string Content { get; init; }
}

/// <summary>A date that a document prints about itself, with its place in the text.</summary>
public sealed record PrintedDate
{
    /// <summary>The date in EDTF, as precise as it is printed, such as "2015-03".</summary>
    public required string Edtf { get; init; }

    /// <summary>The first day it can mean.</summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>The last day it can mean.</summary>
    public DateOnly? Latest { get; init; }

    /// <summary>The printed time of day, such as "10:38". Null if none is printed.</summary>
    public string? Time { get; init; }

    /// <summary>Whether the document itself shows the date to be wrong. A misprint is kept, but dates nothing.</summary>
    public bool Misprint { get; init; }

    /// <summary>The date as printed.</summary>
    public string? Wording { get; init; }

    /// <summary>Offset of its first character in the text, in Unicode code points.</summary>
    public int? Start { get; init; }

    /// <summary>Offset after its last character.</summary>
    public int? End { get; init; }

    /// <summary>SHA-256 of the printed characters in UTF-8, in hexadecimal.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The result of checking the place against the text.</summary>
    public Alignment Alignment { get; init; }
}

/// <summary>Something that limits when a document, or a part of it, was written, with its evidence.</summary>
public sealed class DocumentDate
{
    /// <summary>Internal number of the document.</summary>
    public long DocumentKey { get; init; }

    /// <summary>The document.</summary>
    public Document Document { get; set; } = null!;

    /// <summary>Which it is of the document, from 1.</summary>
    public long Ordinal { get; set; }

    /// <summary>The part that it dates. Null for all of the document but its comments.</summary>
    public Section? Section { get; init; }

    /// <summary>What shows it.</summary>
    public DateEvidence Evidence { get; init; }

    /// <summary>The first day on which the part can have been written. Null if this does not limit it.</summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>The last day on which it can have been written. Null if this does not limit it.</summary>
    public DateOnly? Latest { get; init; }

    /// <summary>Internal number of the document that holds the evidence.</summary>
    public long? ShownInKey { get; init; }

    /// <summary>The document that holds the evidence. Null if no words do.</summary>
    public Document? ShownIn { get; init; }

    /// <summary>The words that show it, such as "ce lundi". Null if none are cited.</summary>
    public string? Wording { get; init; }

    /// <summary>Offset of their first character in that document, in Unicode code points.</summary>
    public int? Start { get; init; }

    /// <summary>Offset after their last character.</summary>
    public int? End { get; init; }

    /// <summary>SHA-256 of these characters in UTF-8, in hexadecimal.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Why this follows from the evidence.</summary>
    public string? Note { get; init; }
}

/// <summary>What shows when a document was written.</summary>
public enum DateEvidence
{
    /// <summary>A date it prints about itself.</summary>
    Printed,

    /// <summary>A printed date with a misprint put right.</summary>
    Corrected,

    /// <summary>Words of the text, such as "this Monday".</summary>
    Text,

    /// <summary>A comment that answers it, and so came after.</summary>
    Comment,

    /// <summary>What another document says of the same.</summary>
    OtherDocument,
}
