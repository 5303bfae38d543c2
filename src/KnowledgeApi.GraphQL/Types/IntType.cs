using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Types;

/// <summary><c>Int</c>: a whole number of 32 bits with a sign.</summary>
internal sealed class IntType : ScalarType<int>
{
    [SetsRequiredMembers]
    public IntType()
    {
        Name = "Int";
        Description = "A whole number from -2147483648 to 2147483647.";
    }

    public override object ParseLiteral(ValueNode literal)
    {
        if (literal is not IntValueNode number)
            throw ScalarInput.Unexpected(this, "a whole number", literal);
        return int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw OutOfRange(number.Value);
    }

    public override object ParseValue(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Number)
            throw ScalarInput.Unexpected(this, "a whole number", json);
        if (json.TryGetInt32(out var value))
            return value;

        // In JSON 1.0 and 1e0 are the same number as 1.
        if (!json.TryGetDouble(out var number) || !double.IsInteger(number))
            throw ScalarInput.Unexpected(this, "a whole number", json);
        return number is >= int.MinValue and <= int.MaxValue ? (int)number : throw OutOfRange(json.GetRawText());
    }

    public override void Write(JsonBuffer json, int value) => json.WriteNumber(value);

    private static CoercionException OutOfRange(string text) =>
        new($"Int cannot hold {ScalarInput.Shorten(text)}: it lies outside of -2147483648 to 2147483647.");
}
