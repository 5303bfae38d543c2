using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Types;

/// <summary><c>Decimal</c>: an exact decimal number, sent as a string so that no client rounds it.</summary>
internal sealed partial class DecimalType : ScalarType<decimal>
{
    private const string Expected = "a decimal number such as \"12.50\"";

    [SetsRequiredMembers]
    public DecimalType()
    {
        Name = "Decimal";
        Description =
            "An exact decimal number of up to 28 digits, at most 28 of them behind the point. It is sent as a string, such as `\"12.50\"`, because many clients round JSON numbers. " +
            "As input a string or a number will do, with a point for the fraction and an exponent if wanted; a number with more digits is refused, never rounded.";
    }

    public override object ParseLiteral(ValueNode literal) => literal switch
    {
        StringValueNode text => Parse(text.Value),
        IntValueNode number => Parse(number.Value),
        FloatValueNode number => Parse(number.Value),
        _ => throw ScalarInput.Unexpected(this, Expected, literal),
    };

    public override object ParseValue(JsonElement json) =>
        Parse(json.ValueKind == JsonValueKind.Number ? json.GetRawText() : ScalarInput.Text(this, Expected, json));

    public override void Write(JsonBuffer json, decimal value) => json.WriteQuoted(value);

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]{1,4})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Format();

    private decimal Parse(string text)
    {
        if (!Format().IsMatch(text))
            throw ScalarInput.Unexpected(this, Expected, text);

        // The parser rounds what does not fit; comparing the digits finds that out.
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && Digits(text) == Digits(value.ToString(CultureInfo.InvariantCulture))
            ? value
            : throw new CoercionException($"Decimal cannot hold {ScalarInput.Shorten(text)} exactly: it has more than 28 digits.");
    }

    private static string Digits(string number)
    {
        var exponent = number.AsSpan().IndexOfAny('e', 'E');
        var mantissa = exponent < 0 ? number : number[..exponent];
        return string.Concat(mantissa.Where(char.IsAsciiDigit)).Trim('0');
    }
}
