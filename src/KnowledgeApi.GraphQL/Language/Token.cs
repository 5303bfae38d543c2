namespace KnowledgeApi.GraphQL.Language;

/// <summary>The kinds of lexical tokens. Comments, white space, commas and byte order marks make none.</summary>
internal enum TokenKind : byte
{
    EndOfDocument,
    Bang,
    Dollar,
    Ampersand,
    LeftParenthesis,
    RightParenthesis,
    Spread,
    Colon,
    EqualsSign,
    At,
    LeftBracket,
    RightBracket,
    LeftBrace,
    Pipe,
    RightBrace,
    Name,
    Int,
    Float,
    String,
    BlockString,
}

/// <summary>A token: a stretch of the source text. It holds no text of its own.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">The index of its first UTF-16 code unit.</param>
/// <param name="End">The index after its last.</param>
/// <param name="Location">The line and column of <paramref name="Start"/>.</param>
/// <param name="HasEscapes">True for a string in which a backslash means something.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, SourceLocation Location, bool HasEscapes = false);
