using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Types;

/// <summary><c>DateTime</c>: a moment, with the offset of the place it was written down for.</summary>
internal sealed partial class DateTimeType : ScalarType<DateTimeOffset>
{
    private const string Expected = "a date and time such as \"2025-09-01T14:30:00Z\" or \"2025-09-01T16:30:00.5+02:00\"";

    [SetsRequiredMembers]
    public DateTimeType()
    {
        Name = "DateTime";
        Description =
            "A moment in time with its offset from UTC, such as `\"2025-09-01T16:30:00.5+02:00\"` or `\"2025-09-01T14:30:00Z\"`: the `date-time` of RFC 3339, with at most " +
            "seven digits of a second, an offset of at most 14 hours, and no leap seconds.";
        SpecifiedBy = "https://scalars.graphql.org/chillicream/date-time.html";
    }

    public override object ParseLiteral(ValueNode literal) => literal is StringValueNode text
        ? Parse(text.Value)
        : throw ScalarInput.Unexpected(this, Expected, literal);

    public override object ParseValue(JsonElement json) => Parse(ScalarInput.Text(this, Expected, json));

    public override void Write(JsonBuffer json, DateTimeOffset value) =>
        json.WriteQuoted(value, value.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz");

    // The pattern guards the form, the parser the calendar.
    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?([Zz]|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Format();

    private DateTimeOffset Parse(string text) =>
        Format().IsMatch(text)
        && DateTimeOffset.TryParse(text.ToUpperInvariant(), CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw ScalarInput.Unexpected(this, Expected, text);
}
