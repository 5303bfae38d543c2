namespace KnowledgeApi.Knowledge.Search;

/// <summary>Part of a text, by the offsets of its characters.</summary>
/// <param name="Start">Offset of the first character, in Unicode code points from 0.</param>
/// <param name="End">Offset after the last character.</param>
public sealed record TextSpan(int Start, int End);

/// <summary>Text of an object in which searched words were found.</summary>
/// <param name="Field">The field that holds the text.</param>
/// <param name="Snippet">The text or, of a long one, the passage with the most of the searched words.</param>
/// <param name="Highlights">Where the words stand in the snippet, in their order.</param>
/// <param name="Start">Offset of the snippet in the text, in Unicode code points from 0.</param>
/// <param name="End">Offset after the snippet in the text.</param>
/// <param name="Paragraph">Number of the paragraph of a document's text with the first highlight, from 1. Null in other fields.</param>
public sealed record SearchMatch(SearchField Field, string Snippet, IReadOnlyList<TextSpan> Highlights, int Start, int End, int? Paragraph);
