using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Types;

/// <summary><c>Float</c>: a finite number of double precision.</summary>
internal sealed class FloatType : ScalarType<double>
{
    [SetsRequiredMembers]
    public FloatType()
    {
        Name = "Float";
        Description = "A finite number with a fraction, of double precision (IEEE 754).";
    }

    public override object ParseLiteral(ValueNode literal) => literal switch
    {
        IntValueNode number => Parse(number.Value),
        FloatValueNode number => Parse(number.Value),
        _ => throw ScalarInput.Unexpected(this, "a number", literal),
    };

    public override object ParseValue(JsonElement json) => json.ValueKind == JsonValueKind.Number
        ? Parse(json.GetRawText())
        : throw ScalarInput.Unexpected(this, "a number", json);

    public override void Write(JsonBuffer json, double value)
    {
        if (!double.IsFinite(value))
            throw new CoercionException($"Float cannot hold {value.ToString(CultureInfo.InvariantCulture)}: only finite numbers can be sent.");
        json.WriteNumber(value);
    }

    private static double Parse(string text)
    {
        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value)
            ? value
            : throw new CoercionException($"Float cannot hold {ScalarInput.Shorten(text)}: it is beyond double precision.");
    }
}
