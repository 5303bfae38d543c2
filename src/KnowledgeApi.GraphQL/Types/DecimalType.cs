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
            "An exact decimal number, such as `\"12.50\"`: a string, because many clients round JSON numbers, in the form of `decimal` in W3C XML Schema. " +
            "Input may also be a number, with an exponent if wanted. It has at most 28 digits; more are refused, never rounded.";

        // The Decimal of scalars.graphql.org is a JSON number, which this is not.
        SpecifiedBy = "https://www.w3.org/TR/xmlschema11-2/#decimal";
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

    [GeneratedRegex(@"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,4})?\z", RegexOptions.CultureInvariant)]
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
