using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Types;

/// <summary><c>LocalDateTime</c>: a day and a time of day as a clock shows them, without a time zone.</summary>
internal sealed class LocalDateTimeType : ScalarType<DateTime>
{
    private const string Expected = "a local date and time such as \"2025-09-01T17:30:00\"";
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm"];

    [SetsRequiredMembers]
    public LocalDateTimeType()
    {
        Name = "LocalDateTime";
        Description = "A day and a time of day as a clock at some place shows them, written `YYYY-MM-DDThh:mm:ss`, without a time zone: the place, and so the instant, is not known.";
    }

    public override object ParseLiteral(ValueNode literal) => literal is StringValueNode text
        ? Parse(text.Value)
        : throw ScalarInput.Unexpected(this, Expected, literal);

    public override object ParseValue(JsonElement json) => Parse(ScalarInput.Text(this, Expected, json));

    public override void Write(JsonBuffer json, DateTime value) => json.WriteQuoted(value, "yyyy-MM-dd'T'HH:mm:ss");

    private DateTime Parse(string text) =>
        DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw ScalarInput.Unexpected(this, Expected, text);
}
