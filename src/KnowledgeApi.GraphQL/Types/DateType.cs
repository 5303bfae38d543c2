using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Types;

/// <summary><c>Date</c>: a day of the calendar without a time or a time zone.</summary>
internal sealed class DateType : ScalarType<DateOnly>
{
    private const string Expected = "a date such as \"2025-09-01\"";

    [SetsRequiredMembers]
    public DateType()
    {
        Name = "Date";
        Description = "A day of the calendar, such as `\"2025-09-01\"`: the `full-date` of RFC 3339, without a time or a time zone.";

        // There is a specification named Date too, but it means the day in UTC.
        SpecifiedBy = "https://scalars.graphql.org/chillicream/local-date.html";
    }

    public override object ParseLiteral(ValueNode literal) => literal is StringValueNode text
        ? Parse(text.Value)
        : throw ScalarInput.Unexpected(this, Expected, literal);

    public override object ParseValue(JsonElement json) => Parse(ScalarInput.Text(this, Expected, json));

    public override void Write(JsonBuffer json, DateOnly value) => json.WriteQuoted(value, "yyyy-MM-dd");

    private DateOnly Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw ScalarInput.Unexpected(this, Expected, text);
}
