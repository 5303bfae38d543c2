using System.Globalization;
using System.Text;
using System.Text.Json;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Types;

public sealed class ScalarTests
{
    private const string Tall = "\U0001D11E";

    private static readonly LocalDateTimeType LocalDateTime = new();

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("2147483647", int.MaxValue)]
    public void Int_takes_whole_numbers_of_32_bits(string literal, int value) => FromLiteral(BuiltIns.Int, literal).ShouldBe(value);

    [Theory]
    [InlineData("2147483648", "outside")]
    [InlineData("-2147483649", "outside")]
    [InlineData("99999999999999999999", "outside")]
    [InlineData("1.0", "expects a whole number, not 1.0")]
    [InlineData("\"1\"", "expects a whole number, not \"1\"")]
    [InlineData("true", "not true")]
    [InlineData("ONE", "not ONE")]
    [InlineData("[1]", "not a list")]
    [InlineData("{ a: 1 }", "not an object")]
    public void Int_refuses_other_literals(string literal, string message) => RefusesLiteral(BuiltIns.Int, literal, message);

    [Theory]
    [InlineData("7", 7)]
    [InlineData("1.0", 1)]
    [InlineData("1e3", 1000)]
    [InlineData("-0.0", 0)]
    public void Int_takes_JSON_numbers_that_are_whole_however_written(string json, int value) => FromJson(BuiltIns.Int, json).ShouldBe(value);

    [Theory]
    [InlineData("1.5", "not 1.5")]
    [InlineData("2147483648", "outside")]
    [InlineData("1e400", "whole number")]
    [InlineData("\"1\"", "not \"1\"")]
    [InlineData("false", "not false")]
    [InlineData("[]", "not a list")]
    [InlineData("{}", "not an object")]
    public void Int_refuses_other_JSON(string json, string message) => RefusesJson(BuiltIns.Int, json, message);

    [Theory]
    [InlineData("1", 1)]
    [InlineData("1.5", 1.5)]
    [InlineData("-1e-3", -0.001)]
    public void Float_takes_any_number(string text, double value)
    {
        FromLiteral(BuiltIns.Float, text).ShouldBe(value);
        FromJson(BuiltIns.Float, text).ShouldBe(value);
    }

    [Fact]
    public void Float_refuses_a_number_beyond_double_precision()
    {
        RefusesLiteral(BuiltIns.Float, "1e400", "beyond double precision");
        RefusesJson(BuiltIns.Float, "-1e400", "beyond double precision");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Float_does_not_send_what_is_not_finite(double value) =>
        Should.Throw<CoercionException>(() => Written(BuiltIns.Float, value)).Message.ShouldContain("finite");

    [Fact]
    public void String_takes_strings_only()
    {
        FromLiteral(BuiltIns.String, "\"\"\"a\"\"\"").ShouldBe("a");
        FromJson(BuiltIns.String, "\"\\u00e9\"").ShouldBe("é");
        RefusesLiteral(BuiltIns.String, "1", "expects a string, not 1");
        RefusesLiteral(BuiltIns.String, "NAME", "not NAME");
        RefusesJson(BuiltIns.String, "1", "not 1");
    }

    [Fact]
    public void String_refuses_half_of_a_surrogate_pair() => RefusesJson(BuiltIns.String, "\"\\ud834\"", "surrogate");

    [Fact]
    public void String_sends_text_with_quotes_and_beyond_the_basic_plane() => Written(BuiltIns.String, $"\"{Tall}\"").ShouldBe($"\"\\\"{Tall}\\\"\"");

    [Fact]
    public void Boolean_takes_true_and_false_only()
    {
        FromLiteral(BuiltIns.Boolean, "true").ShouldBe(true);
        FromJson(BuiltIns.Boolean, "false").ShouldBe(false);
        RefusesLiteral(BuiltIns.Boolean, "\"true\"", "true or false");
        RefusesLiteral(BuiltIns.Boolean, "0", "true or false");
        RefusesJson(BuiltIns.Boolean, "1", "true or false");
    }

    [Theory]
    [InlineData("\"abc\"", "abc")]
    [InlineData("4", "4")]
    [InlineData("-90071992547409931", "-90071992547409931")]
    public void Id_takes_strings_and_whole_numbers_as_strings(string text, string value)
    {
        FromLiteral(BuiltIns.Id, text).ShouldBe(value);
        FromJson(BuiltIns.Id, text).ShouldBe(value);
    }

    [Fact]
    public void Id_takes_a_JSON_number_by_its_value() => FromJson(BuiltIns.Id, "1e3").ShouldBe("1000");

    [Theory]
    [InlineData("1.5")]
    [InlineData("true")]
    public void Id_refuses_the_rest(string text)
    {
        RefusesLiteral(BuiltIns.Id, text, "a string or a whole number");
        RefusesJson(BuiltIns.Id, text, "a string or a whole number");
    }

    [Fact]
    public void Date_is_a_day_of_the_calendar()
    {
        FromLiteral(BuiltIns.Date, "\"2024-02-29\"").ShouldBe(new DateOnly(2024, 2, 29));
        FromJson(BuiltIns.Date, "\"0001-01-01\"").ShouldBe(DateOnly.MinValue);
        Written(BuiltIns.Date, new DateOnly(800, 12, 25)).ShouldBe("\"0800-12-25\"");
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2023-2-1")]
    [InlineData("2023-02-01T00:00:00Z")]
    [InlineData("01/02/2023")]
    [InlineData(" 2023-02-01")]
    [InlineData("")]
    public void Date_refuses_what_is_no_day(string text) => RefusesJson(BuiltIns.Date, $"\"{text}\"", "expects a date such as");

    [Theory]
    [InlineData("2025-09-01T14:30:00Z", "2025-09-01T14:30:00Z")]
    [InlineData("2025-09-01t14:30:00z", "2025-09-01T14:30:00Z")]
    [InlineData("2025-09-01T14:30:00.500+02:00", "2025-09-01T14:30:00.5+02:00")]
    [InlineData("2025-09-01T14:30:00.1234567-11:30", "2025-09-01T14:30:00.1234567-11:30")]
    [InlineData("2025-09-01T14:30:00-00:00", "2025-09-01T14:30:00Z")]
    public void DateTime_keeps_the_moment_and_its_offset(string given, string sent) =>
        Written(BuiltIns.DateTime, (DateTimeOffset)FromJson(BuiltIns.DateTime, $"\"{given}\"")).ShouldBe($"\"{sent}\"");

    [Theory]
    [InlineData("2025-09-01")]
    [InlineData("2025-09-01T14:30:00")]
    [InlineData("2025-09-01T14:30Z")]
    [InlineData("2025-09-01 14:30:00Z")]
    [InlineData("2025-09-01T24:00:00Z")]
    [InlineData("2025-09-01T23:59:60Z")]
    [InlineData("2025-02-30T00:00:00Z")]
    [InlineData("2025-09-01T14:30:00.12345678Z")]
    [InlineData("2025-09-01T14:30:00+15:00")]
    [InlineData("2025-09-01T14:30:00Z\\n")]
    public void DateTime_refuses_what_is_no_moment(string text) => RefusesJson(BuiltIns.DateTime, $"\"{text}\"", "expects a date and time");

    [Theory]
    [InlineData("2015-01-12T12:10:00", "2015-01-12T12:10:00")]
    [InlineData("2015-01-12t12:10:00", "2015-01-12T12:10:00")]
    [InlineData("2015-01-12T12:10:00.1234567", "2015-01-12T12:10:00.1234567")]
    public void LocalDateTime_keeps_what_the_clock_showed(string given, string sent) =>
        Written(LocalDateTime, (DateTime)FromJson(LocalDateTime, $"\"{given}\"")).ShouldBe($"\"{sent}\"");

    [Theory]
    [InlineData("2015-01-12")]
    [InlineData("2015-01-12T12:10")]
    [InlineData("2015-01-12 12:10:00")]
    [InlineData("2015-01-12T12:10:00Z")]
    [InlineData("2015-01-12T12:10:00+01:00")]
    [InlineData("2015-02-30T12:10:00")]
    [InlineData("2015-01-12T24:00:00")]
    [InlineData("2015-01-12T12:10:00.12345678")]
    public void LocalDateTime_refuses_what_no_clock_shows(string text) => RefusesJson(LocalDateTime, $"\"{text}\"", "expects a local date and time");

    [Fact]
    public void Every_scalar_the_specification_does_not_define_says_where_it_is_specified() =>
        new ScalarType[] { BuiltIns.Date, BuiltIns.DateTime, BuiltIns.Decimal, LocalDateTime }.Select(scalar => scalar.SpecifiedBy).ShouldBe(
        [
            "https://scalars.graphql.org/chillicream/local-date.html",
            "https://scalars.graphql.org/chillicream/date-time.html",
            "https://www.w3.org/TR/xmlschema11-2/#decimal",
            "https://scalars.graphql.org/chillicream/local-date-time.html",
        ]);

    [Theory]
    [InlineData("\"12.50\"", "12.50")]
    [InlineData("12.50", "12.50")]
    [InlineData("-3", "-3")]
    [InlineData("\"1e3\"", "1000")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("\"0.0000000000000000000000000001\"", "0.0000000000000000000000000001")]
    public void Decimal_takes_strings_and_numbers_and_sends_a_string(string text, string sent)
    {
        var value = decimal.Parse(sent, CultureInfo.InvariantCulture);
        FromLiteral(BuiltIns.Decimal, text).ShouldBe(value);
        FromJson(BuiltIns.Decimal, text).ShouldBe(value);
        Written(BuiltIns.Decimal, value).ShouldBe($"\"{sent}\"");
    }

    [Theory]
    [InlineData("\"0.12345678901234567890123456789\"")]
    [InlineData("\"1e-29\"")]
    [InlineData("\"79228162514264337593543950336\"")]
    [InlineData("1e400")]
    public void Decimal_never_rounds(string text) => RefusesJson(BuiltIns.Decimal, text, "more than 28 digits");

    /// <summary>All that XML Schema writes a decimal as.</summary>
    [Theory]
    [InlineData("+1", "1")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("-0012.50", "-12.50")]
    public void Decimal_takes_what_its_specification_allows(string text, string sent) =>
        Written(BuiltIns.Decimal, (decimal)FromJson(BuiltIns.Decimal, $"\"{text}\"")).ShouldBe($"\"{sent}\"");

    [Theory]
    [InlineData("1,5")]
    [InlineData("1 000")]
    [InlineData("0x1")]
    [InlineData(".")]
    [InlineData("INF")]
    [InlineData("")]
    public void Decimal_refuses_other_ways_to_write_numbers(string text) => RefusesJson(BuiltIns.Decimal, $"\"{text}\"", "expects a decimal number");

    [Fact]
    public void Messages_stay_short_for_long_input() =>
        Should.Throw<CoercionException>(() => FromLiteral(BuiltIns.Int, $"\"{new string('x', 5000)}\"")).Message.Length.ShouldBeLessThan(120);

    [Fact]
    public void A_custom_scalar_may_tell_its_specification_by_attribute() =>
        new Building.Orchestra.LengthType().SpecifiedBy.ShouldBe("https://example.com/length");

    private static object FromLiteral(ScalarType type, string literal) => type.ParseLiteral(Parser.ParseValue(literal));

    private static object FromJson(ScalarType type, string json)
    {
        using var document = JsonDocument.Parse(json);
        return type.ParseValue(document.RootElement);
    }

    private static string Written<T>(ScalarType<T> type, T value)
        where T : notnull
    {
        using var json = new JsonBuffer();
        type.Write(json, value);
        return Encoding.UTF8.GetString(json.Written);
    }

    private static void RefusesLiteral(ScalarType type, string literal, string message) =>
        Should.Throw<CoercionException>(() => FromLiteral(type, literal)).Message.ShouldContain(message);

    private static void RefusesJson(ScalarType type, string json, string message) =>
        Should.Throw<CoercionException>(() => FromJson(type, json)).Message.ShouldContain(message);
}
