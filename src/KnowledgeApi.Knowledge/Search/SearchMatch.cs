namespace KnowledgeApi.Knowledge.Search;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">Offset of its first character, in Unicode code points from 0.</param>
/// <param name="End">Offset after its last character.</param>
public sealed record TextSpan(int Start, int End);

/// <summary>A text of an object in which something was found.</summary>
/// <param name="Field">Which of its texts.</param>
/// <param name="Snippet">The text as it is or, of a longer one, the stretch of it that tells most, cut between words.</param>
/// <param name="Highlights">What was found, as places in the snippet, in their order; they do not overlap.</param>
/// <param name="Start">Where the snippet stands in the text: the offset of its first character, in Unicode code points from 0.</param>
/// <param name="End">Offset in the text after the last character of the snippet.</param>
/// <param name="Paragraph">The paragraph of a document's text the first highlight is in, counted as for citations: the number of lines with text up to there, from 1. Null in other fields.</param>
public sealed record SearchMatch(SearchField Field, string Snippet, IReadOnlyList<TextSpan> Highlights, int Start, int End, int? Paragraph);
