using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Types;

/// <summary><c>ID</c>: an opaque identifier, a string in C#.</summary>
internal sealed class IdType : ScalarType<string>
{
    [SetsRequiredMembers]
    public IdType()
    {
        Name = "ID";
        Description = "An identifier. It is sent as a string and means nothing but the object it stands for; a whole number is taken as its digits.";
    }

    public override object ParseLiteral(ValueNode literal) => literal switch
    {
        StringValueNode text => text.Value,
        IntValueNode number => number.Value,
        _ => throw ScalarInput.Unexpected(this, "a string or a whole number", literal),
    };

    public override object ParseValue(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Number)
            return ScalarInput.Text(this, "a string or a whole number", json);

        // Digits are kept as they came, however many; 1.0 and 1e0 are the number 1.
        var text = json.GetRawText();
        if (text.AsSpan().IndexOfAny('.', 'e', 'E') < 0)
            return text;
        return json.TryGetDouble(out var number) && double.IsInteger(number) && Math.Abs(number) <= 1L << 53
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : throw ScalarInput.Unexpected(this, "a string or a whole number", json);
    }

    public override void Write(JsonBuffer json, string value) => json.WriteString(value);
}
