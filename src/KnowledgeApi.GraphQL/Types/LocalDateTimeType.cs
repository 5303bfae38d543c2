using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Types;

/// <summary><c>LocalDateTime</c>: a day and a time of day as a clock shows them, without a time zone.</summary>
internal sealed partial class LocalDateTimeType : ScalarType<DateTime>
{
    private const string Expected = "a local date and time such as \"2025-09-01T17:30:00\"";

    [SetsRequiredMembers]
    public LocalDateTimeType()
    {
        Name = "LocalDateTime";
        Description =
            "A date and a time of day without a time zone, such as `\"2025-09-01T17:30:00\"`.";
        SpecifiedBy = "https://scalars.graphql.org/chillicream/local-date-time.html";
    }

    public override object ParseLiteral(ValueNode literal) => literal is StringValueNode text
        ? Parse(text.Value)
        : throw ScalarInput.Unexpected(this, Expected, literal);

    public override object ParseValue(JsonElement json) => Parse(ScalarInput.Text(this, Expected, json));

    public override void Write(JsonBuffer json, DateTime value) => json.WriteQuoted(value, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF");

    // The pattern guards the form, the parser the calendar.
    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Format();

    private DateTime Parse(string text) =>
        Format().IsMatch(text)
        && DateTime.TryParse(text.ToUpperInvariant(), CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw ScalarInput.Unexpected(this, Expected, text);
}
