using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.SeedFormat;

/// <summary>The kinds of values that are written as one text.</summary>
internal static partial class SeedTypes
{
    private const int MostWords = 8;

    /// <summary>A line of text as printed or in our own words.</summary>
    public static readonly SeedType<string> Line = Text("a text on one line", text => text.Trim().Length > 0 && !text.Contains('\n', StringComparison.Ordinal));

    /// <summary>Any text of our own.</summary>
    public static readonly SeedType<string> Prose = Text("a text", text => text.Trim().Length > 0);

    /// <summary>Words as printed: a figure, a name or a date.</summary>
    public static readonly SeedType<string> Wording = new WordingType();

    public static readonly SeedType<string> Slug = Text("a name of lower-case letters a-z, digits and single hyphens", text => SlugPattern().IsMatch(text), "^[a-z0-9]+(-[a-z0-9]+)*$");

    /// <summary>The slug of a finding: the name of its rule, a point, and what it is about.</summary>
    public static readonly SeedType<Located> FindingReference = new LocatedType(Text("the slug of a finding, such as date-misprinted.some-document.updated", text => FindingPattern().IsMatch(text), @"^[a-z0-9-]+\.\S+$"));

    public static readonly SeedType<Located> Reference = new LocatedType(Slug);

    public static readonly SeedType<string> Sha256 = Text("a SHA-256 in 64 lower-case hexadecimal digits", text => Sha256Pattern().IsMatch(text), "^[0-9a-f]{64}$");

    public static readonly SeedType<string> Language = Text("a language tag such as fr or en-GB", text => LanguagePattern().IsMatch(text), "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$");

    public static readonly SeedType<string> Scheme = Text("the name of a scheme in capitals, such as DOMAIN", text => SchemePattern().IsMatch(text), "^[A-Z][A-Z0-9_]*$");

    public static readonly SeedType<string> Time = Text("a time of day such as 10:38", text => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), "^([01][0-9]|2[0-3]):[0-5][0-9]$");

    public static readonly SeedType<string> Currency = new TextType<string>(
        "a currency code of ISO 4217 in capitals, such as EUR",
        (string text, out string? value) => Currencies.Codes.Contains(value = text),
        () => new() { ["enum"] = new JsonArray([.. Currencies.Codes.Order(StringComparer.Ordinal).Select(code => (JsonNode)code)]) });

    public static readonly SeedType<PartialDate> Date = new TextType<PartialDate>(
        PartialDate.Forms,
        (string text, out PartialDate? value) => PartialDate.TryParse(text, out value),
        () => new() { ["type"] = new JsonArray("string", "integer") });

    public static readonly SeedType<DateTime?> Moment = new TextType<DateTime?>(
        "a day and time such as 2015-01-12T12:10",
        TryReadMoment,
        () => new() { ["type"] = "string", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?$" });

    public static readonly SeedType<bool> Flag = new TextType<bool>(
        "true or false",
        (string text, out bool value) => (value = text == "true") || text == "false",
        () => new() { ["type"] = "boolean" });

    /// <summary>A whole number above zero.</summary>
    public static readonly SeedType<int?> Count = new TextType<int?>("a whole number above zero", TryReadCount, () => new() { ["type"] = "integer", ["minimum"] = 1 });

    /// <summary>A whole number, zero included.</summary>
    public static readonly SeedType<int?> Tally = new TextType<int?>("a whole number", TryReadTally, () => new() { ["type"] = "integer", ["minimum"] = 0 });

    /// <summary>A number whose printed digits are kept: "22" and "22.0" differ.</summary>
    public static readonly SeedType<PrintedNumber> Number = new TextType<PrintedNumber>(
        "a number in digits with a point and at most 3 decimals, without grouping, such as \"22.2\"",
        (string text, out PrintedNumber? value) => (value = PrintedNumber.Read(text)) is not null,
        () => new() { ["type"] = new JsonArray("string", "number"), ["pattern"] = PrintedNumber.Pattern });

    public static readonly SeedType<CitedSpan?> Span = new SpanType();

    public static SeedType<T?> Enumeration<T>()
        where T : struct, Enum => new TextType<T?>(
            $"one of {string.Join(", ", EnumNames.All<T>())}",
            (string text, out T? value) =>
            {
                var known = EnumNames.TryParse<T>(text, out var parsed);
                value = parsed;
                return known;
            },
            () => new() { ["enum"] = new JsonArray([.. EnumNames.All<T>().Select(name => (JsonNode)name)]) });

    private static TextType<string> Text(string expected, Func<string, bool> accepts, string? pattern = null) => new(
        expected,
        (string text, out string? value) => accepts(value = text),
        () =>
        {
            var schema = new JsonObject { ["type"] = "string" };
            if (pattern is null)
                schema["minLength"] = 1;
            else
                schema["pattern"] = pattern;
            return schema;
        });

    private static bool TryReadMoment(string text, out DateTime? value)
    {
        var read = DateTime.TryParseExact(text, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment);
        value = moment;
        return read;
    }

    private static bool TryReadCount(string text, out int? value) => TryReadTally(text, out value) && value > 0;

    private static bool TryReadTally(string text, out int? value)
    {
        var read = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        value = count;
        return read;
    }

    /// <summary>Words by the count that keeps sentences out: runs of letters and digits.</summary>
    internal static int CountWords(string text) => WordPattern().Count(text);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex SlugPattern();

    [GeneratedRegex(@"^[a-z0-9-]+\.\S+$")]
    private static partial Regex FindingPattern();

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Sha256Pattern();

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex LanguagePattern();

    [GeneratedRegex("^[A-Z][A-Z0-9_]*$")]
    private static partial Regex SchemePattern();

    [GeneratedRegex(@"\w+")]
    private static partial Regex WordPattern();

    // Five words or more that end like a sentence, or that go on after the end of one.
    [GeneratedRegex(@"[.!?…]\s*$|[.!?…]\s+\p{Lu}")]
    private static partial Regex SentencePattern();

    private sealed class WordingType : SeedType<string>
    {
        public override string Expected => "the figure, name or date as printed, at most eight words and no sentence";

        public override bool TryRead(SeedNode node, SeedDiagnostics diagnostics, out string? value)
        {
            if (!Line.TryRead(node, diagnostics, out value))
                return false;
            var words = CountWords(value!);
            if (words > MostWords)
                diagnostics.Error(node.Location, $"A wording of {words} words. Expected {Expected}.");
            else if (words >= 5 && SentencePattern().IsMatch(value!))
                diagnostics.Error(node.Location, $"A wording that is a sentence. Expected {Expected}.");
            else
                return true;
            return false;
        }

        public override JsonObject Schema() => new() { ["type"] = new JsonArray("string", "number"), ["minLength"] = 1 };
    }

    private sealed class SpanType : SeedType<CitedSpan?>
    {
        public override string Expected => "two offsets in Unicode code points, the second greater: [start, end]";

        public override bool TryRead(SeedNode node, SeedDiagnostics diagnostics, out CitedSpan? value)
        {
            value = null;
            if (node is ListNode { Items: [ScalarNode first, ScalarNode second] }
                && int.TryParse(first.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
                && int.TryParse(second.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var end))
            {
                if (start < end)
                {
                    value = new(start, end);
                    return true;
                }
                diagnostics.Error(node.Location, $"The span [{start}, {end}] is {(start == end ? "empty" : "reversed")}. Expected {Expected}.");
                return false;
            }
            diagnostics.Error(node.Location, $"Found {node.Kind}. Expected {Expected}.");
            return false;
        }

        public override JsonObject Schema() => new()
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
            ["minItems"] = 2,
            ["maxItems"] = 2,
        };
    }
}

/// <summary>Offsets in Unicode code points, the end excluded and greater.</summary>
internal readonly record struct CitedSpan(int Start, int End);

/// <summary>A number with the value of one unit of its last printed digit.</summary>
internal sealed partial record PrintedNumber(decimal Value, decimal Unit)
{
    public const string Pattern = @"^-?[0-9]{1,14}(\.[0-9]{1,3})?$";

    public static PrintedNumber? Read(string text)
    {
        if (!Form().IsMatch(text))
            return null;
        var value = decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return new(value, new decimal(1, 0, 0, false, value.Scale));
    }

    [GeneratedRegex(Pattern)]
    private static partial Regex Form();
}
