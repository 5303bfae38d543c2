using System.Buffers;
using System.Globalization;
using System.Text;

namespace KnowledgeApi.GraphQL.Language;

/// <summary>
/// Cuts a text into tokens, one at a time. Tokens are stretches of the text; only <see cref="ValueOf"/> makes strings.
/// A mutable struct: keep it in one place.
/// </summary>
internal struct Lexer(string text)
{
    private const string TripleQuote = "\"\"\"";
    private const string EscapedTripleQuote = "\\\"\"\"";

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> StringStops =
        SearchValues.Create(['"', '\\', '\n', '\r', .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    private static readonly SearchValues<char> LineEnds = SearchValues.Create('\n', '\r');

    private int _position;
    private int _line = 1;
    private int _lineStart;

    /// <summary>The next token; at the end, <see cref="TokenKind.EndOfDocument"/> again and again.</summary>
    public Token Next()
    {
        SkipIgnored();
        if (_position >= text.Length)
            return Punctuator(TokenKind.EndOfDocument, 0);
        var character = text[_position];
        switch (character)
        {
            case '!': return Punctuator(TokenKind.Bang);
            case '$': return Punctuator(TokenKind.Dollar);
            case '&': return Punctuator(TokenKind.Ampersand);
            case '(': return Punctuator(TokenKind.LeftParenthesis);
            case ')': return Punctuator(TokenKind.RightParenthesis);
            case ':': return Punctuator(TokenKind.Colon);
            case '=': return Punctuator(TokenKind.EqualsSign);
            case '@': return Punctuator(TokenKind.At);
            case '[': return Punctuator(TokenKind.LeftBracket);
            case ']': return Punctuator(TokenKind.RightBracket);
            case '{': return Punctuator(TokenKind.LeftBrace);
            case '|': return Punctuator(TokenKind.Pipe);
            case '}': return Punctuator(TokenKind.RightBrace);
            case '.': return ReadSpread();
            case '"':
                return text.AsSpan(_position).StartsWith(TripleQuote, StringComparison.Ordinal) ? ReadBlockString() : ReadString();
        }

        if (char.IsAsciiLetter(character) || character == '_')
            return ReadName();
        if (char.IsAsciiDigit(character) || character == '-')
            return ReadNumber();
        throw Error(_position, character == '\'' ? "Expected strings between double quotes (\"), found single quote (')" : $"Unexpected character {Describe(_position)}");
    }

    /// <summary>The text of a name or number, or the meaning of a string.</summary>
    public readonly string ValueOf(Token token) => token.Kind switch
    {
        TokenKind.String when token.HasEscapes => Unescape(text.AsSpan(token.Start + 1, token.End - token.Start - 2)),
        TokenKind.String => text.Substring(token.Start + 1, token.End - token.Start - 2),
        TokenKind.BlockString => BlockStrings.Dedent(text.AsSpan(token.Start + 3, token.End - token.Start - 6), token.HasEscapes),
        _ => text[token.Start..token.End],
    };

    /// <summary>The stretch of the text a token covers.</summary>
    public readonly ReadOnlySpan<char> Span(Token token) => text.AsSpan(token.Start, token.End - token.Start);

    private void SkipIgnored()
    {
        while (_position < text.Length)
        {
            switch (text[_position])
            {
                case ' ' or ',' or '\t' or '\uFEFF':
                    _position++;
                    break;
                case '\n':
                    StartLine(_position + 1);
                    break;
                case '\r':
                    StartLine(IndexAfterLineEnd(_position));
                    break;
                case '#':
                    SkipComment();
                    break;
                default:
                    return;
            }
        }
    }

    private void StartLine(int start)
    {
        _line++;
        _lineStart = _position = start;
    }

    private readonly int IndexAfterLineEnd(int index) => text[index] == '\r' && At(index + 1) == '\n' ? index + 2 : index + 1;

    /// <summary>A comment ends with its line, or at half a surrogate pair, which is then an unexpected character.</summary>
    private void SkipComment()
    {
        var length = text.AsSpan(_position).IndexOfAny(LineEnds);
        var end = length < 0 ? text.Length : _position + length;
        while (text.AsSpan(_position, end - _position).IndexOfAnyInRange('\uD800', '\uDFFF') is var plain and >= 0)
        {
            _position += plain;
            if (!IsSurrogatePair(_position))
                return;
            _position += 2;
        }

        _position = end;
    }

    private Token Punctuator(TokenKind kind, int length = 1) => TokenTo(_position + length, kind);

    private Token TokenTo(int end, TokenKind kind, bool hasEscapes = false)
    {
        var token = new Token(kind, _position, end, new SourceLocation(_line, _position - _lineStart + 1), hasEscapes);
        _position = end;
        return token;
    }

    private Token ReadSpread()
    {
        var rest = text.AsSpan(_position);
        if (rest.StartsWith("...", StringComparison.Ordinal))
            return Punctuator(TokenKind.Spread, 3);
        if (char.IsAsciiDigit(At(_position + 1)))
            throw Error(_position, "Expected a digit before \".\"");
        throw Error(_position, rest.StartsWith("..", StringComparison.Ordinal) ? "Expected \"...\", found \"..\"" : "Unexpected character \".\"");
    }

    private Token ReadName()
    {
        var length = text.AsSpan(_position).IndexOfAnyExcept(NameCharacters);
        return TokenTo(length < 0 ? text.Length : _position + length, TokenKind.Name);
    }

    private Token ReadNumber()
    {
        var position = _position;
        var kind = TokenKind.Int;
        if (text[position] == '-')
            position++;
        if (At(position) == '0')
        {
            position++;
            if (char.IsAsciiDigit(At(position)))
                throw Error(position, $"Expected no digit after a leading 0, found {Describe(position)}");
        }
        else
            position = AfterDigits(position);

        if (At(position) == '.')
        {
            kind = TokenKind.Float;
            position = AfterDigits(position + 1);
        }

        if (At(position) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            position++;
            if (At(position) is '+' or '-')
                position++;
            position = AfterDigits(position);
        }

        if (At(position) is '.' or '_' || char.IsAsciiLetter(At(position)))
            throw Error(position, $"Expected the number to end, found {Describe(position)}");
        return TokenTo(position, kind);
    }

    private readonly int AfterDigits(int position)
    {
        if (!char.IsAsciiDigit(At(position)))
            throw Error(position, $"Expected a digit, found {Describe(position)}");
        while (char.IsAsciiDigit(At(position)))
            position++;
        return position;
    }

    private Token ReadString()
    {
        var position = _position + 1;
        var hasEscapes = false;
        while (true)
        {
            var plain = text.AsSpan(position).IndexOfAny(StringStops);
            if (plain < 0)
                throw Error(text.Length, "Expected the string to end with \", found end of document");
            position += plain;
            switch (text[position])
            {
                case '"':
                    return TokenTo(position + 1, TokenKind.String, hasEscapes);
                case '\\':
                    hasEscapes = true;
                    position += ReadEscape(text.AsSpan(position), out _) is var length and > 0 ? length : throw BadEscape(position);
                    break;
                case '\n' or '\r':
                    throw Error(position, "Expected the string to end with \" on its line");
                default:
                    position = AfterSurrogatePair(position);
                    break;
            }
        }
    }

    private Token ReadBlockString()
    {
        var position = _position + 3;
        var hasEscapes = false;
        var line = _line;
        var lineStart = _lineStart;
        while (true)
        {
            var plain = text.AsSpan(position).IndexOfAny(StringStops);
            if (plain < 0)
                throw Error(text.Length, "Expected the block string to end with \"\"\", found end of document");
            position += plain;
            var rest = text.AsSpan(position);
            switch (rest[0])
            {
                case '"' when rest.StartsWith(TripleQuote, StringComparison.Ordinal):
                    var token = TokenTo(position + 3, TokenKind.BlockString, hasEscapes);
                    _line = line;
                    _lineStart = lineStart;
                    return token;
                case '\\' when rest.StartsWith(EscapedTripleQuote, StringComparison.Ordinal):
                    hasEscapes = true;
                    position += EscapedTripleQuote.Length;
                    break;
                case '"' or '\\':
                    position++;
                    break;
                case '\n' or '\r':
                    position = lineStart = IndexAfterLineEnd(position);
                    line++;
                    break;
                default:
                    position = AfterSurrogatePair(position);
                    break;
            }
        }
    }

    private readonly int AfterSurrogatePair(int position) =>
        IsSurrogatePair(position) ? position + 2 : throw Error(position, $"Unexpected half of a surrogate pair in a string, {Describe(position)}");

    private readonly bool IsSurrogatePair(int position) => char.IsHighSurrogate(text[position]) && char.IsLowSurrogate(At(position + 1));

    private static string Unescape(ReadOnlySpan<char> raw)
    {
        var result = new StringBuilder(raw.Length);
        while (raw.IndexOf('\\') is var backslash and >= 0)
        {
            result.Append(raw[..backslash]);
            raw = raw[backslash..];
            raw = raw[ReadEscape(raw, out var rune)..];
            result.Append(rune.ToString());
        }

        return result.Append(raw).ToString();
    }

    /// <summary>Reads the escape sequence at the start of a text. Gives its length, or 0 if it is none.</summary>
    private static int ReadEscape(ReadOnlySpan<char> text, out Rune rune)
    {
        var kind = text.Length > 1 ? text[1] : '\0';
        if (kind == 'u')
            return text.Length > 2 && text[2] == '{' ? ReadBracedEscape(text, out rune) : ReadFixedEscape(text, out rune);
        var simple = kind switch
        {
            '"' or '\\' or '/' => kind,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        rune = new Rune(simple);
        return simple == '\0' ? 0 : 2;
    }

    /// <summary><c>\u{1F600}</c>: one to eight hexadecimal digits that name a Unicode scalar value.</summary>
    private static int ReadBracedEscape(ReadOnlySpan<char> text, out Rune rune)
    {
        rune = default;
        var digits = text[3..Math.Min(text.Length, 12)].IndexOf('}');
        return digits > 0 && TryReadHex(text.Slice(3, digits), out var value) && Rune.TryCreate(value, out rune) ? digits + 4 : 0;
    }

    /// <summary><c>\u00E9</c>, or a surrogate pair of two such.</summary>
    private static int ReadFixedEscape(ReadOnlySpan<char> text, out Rune rune)
    {
        rune = default;
        if (text.Length < 6 || !TryReadHex(text.Slice(2, 4), out var first))
            return 0;
        if (Rune.TryCreate(first, out rune))
            return 6;
        return text.Length >= 12 && text[6] == '\\' && text[7] == 'u' && TryReadHex(text.Slice(8, 4), out var second)
            && Rune.TryCreate((char)first, (char)second, out rune) ? 12 : 0;
    }

    private static bool TryReadHex(ReadOnlySpan<char> digits, out uint value) =>
        uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    private readonly char At(int position) => position < text.Length ? text[position] : '\0';

    private readonly SyntaxException BadEscape(int position)
    {
        var end = position + 1;
        while (end < text.Length && end < position + 12 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '{' or '}'))
            end++;
        return Error(position, $"Unknown escape sequence \"{text[position..end]}\" in a string");
    }

    private readonly string Describe(int position)
    {
        if (position >= text.Length)
            return "end of document";
        if (text[position] is > ' ' and < '\x7F')
            return $"\"{text[position]}\"";
        return Rune.TryGetRuneAt(text, position, out var rune)
            ? $"U+{rune.Value:X4}"
            : $"U+{(int)text[position]:X4}";
    }

    /// <summary>Errors inside a token may be lines further on than its start, so the place is counted anew.</summary>
    private readonly SyntaxException Error(int position, string message)
    {
        var line = _line;
        var lineStart = _lineStart;
        while (text.AsSpan(lineStart, position - lineStart).IndexOfAny(LineEnds) is var index and >= 0)
        {
            line++;
            lineStart = IndexAfterLineEnd(lineStart + index);
        }

        return new SyntaxException($"{message}.", new SourceLocation(line, position - lineStart + 1));
    }
}
