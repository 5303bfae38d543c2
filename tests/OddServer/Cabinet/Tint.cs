using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.OddServer.Cabinet;

/// <summary>A colour of 24 bits.</summary>
public readonly record struct Tint(int Rgb)
{
    public override string ToString() => $"#{Rgb:x6}";
}

/// <summary><c>Tint</c>: a colour such as <c>#00ff7f</c>, in small letters only.</summary>
[SpecifiedBy("https://www.w3.org/TR/css-color-4/#hex-notation")]
internal sealed class TintType : ScalarType<Tint>
{
    private const int Digits = 6;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    [SetsRequiredMembers]
    public TintType()
    {
        Name = "Tint";
        Description = "A colour such as `#00ff7f`.";
    }

    public override object ParseLiteral(ValueNode literal) => Parse(literal is StringValueNode text ? text.Value : "");

    public override object ParseValue(JsonElement json) => Parse(json.ValueKind == JsonValueKind.String ? json.GetString()! : "");

    public override void Write(JsonBuffer json, Tint value) => json.WriteString(value.ToString());

    private static Tint Parse(string text)
    {
        var isTint = text.Length == Digits + 1 && text[0] == '#' && !text.AsSpan(1).ContainsAnyExcept(Hex);
        return isTint ? new Tint(int.Parse(text.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture)) : throw new CoercionException("Expected a colour such as \"#00ff7f\".");
    }
}
