using System.Text;
using KnowledgeApi.Knowledge.Model;
using static KnowledgeApi.Knowledge.Tests.Seeds.ProblemAssert;

namespace KnowledgeApi.Knowledge.Tests.Seeds;

/// <summary>Seeds in JSON Lines: an item of a section a line.</summary>
public sealed class SeedLinesTests
{
    private static readonly string Cited = $"\"citations\": [{{\"document\": \"doc\", \"span\": [0, 5], \"sha256\": \"{KnowledgeApi.Knowledge.Texts.CodePointText.HashOf("Alpha")}\"}}]";

    [Fact]
    public void A_line_is_one_item_of_its_section() =>
        Read("{\"companies\": {\"id\": \"gamma\", \"name\": \"Gamma\"}}\n{\"people\": {\"id\": \"bob\", \"name\": \"Bob\"}}\n").Entities
            .Where(entity => entity.Slug is "gamma" or "bob").Select(entity => entity.Name).ShouldBe(["Gamma", "Bob"]);

    [Fact]
    public void The_example_of_the_readme_is_read()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Seeds, "README.md"));
        var start = readme.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        using var folder = new TempFolder().Seed("it.jsonl", readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)]);

        var result = folder.Read();

        result.Problems.ShouldBeEmpty();
        result.Base!.Claims.ShouldHaveSingleItem().Slug.ShouldBe("beta-alpha-40");
    }

    [Theory]
    [InlineData("44.40")]
    [InlineData("\"44.40\"")]
    public void A_number_keeps_its_digits_with_and_without_quotation_marks(string share) =>
        Read(Line("shareholdings", $"\"owner\": \"alpha\", \"company\": \"beta\", \"share\": {share}")).Claims
            .ShouldHaveSingleItem().ShouldBeOfType<Shareholding>().Share!.ToInterval().ShouldBe(new(44.395m, true, 44.405m, false));

    [Fact]
    public void A_year_is_a_date_and_true_a_flag_without_quotation_marks() =>
        Read(Line("financial-figures", "\"company\": \"beta\", \"concept\": \"REVENUE\", \"amount\": {\"exactly\": 5, \"currency\": \"EUR\"}, \"fiscal-period\": 2014, \"cumulative\": true")).Claims
            .ShouldHaveSingleItem().ShouldBeOfType<FinancialFigure>().ShouldSatisfyAllConditions(
                figure => figure.FiscalPeriod!.Edtf.ShouldBe("2014"),
                figure => figure.Cumulative.ShouldBeTrue());

    [Fact]
    public void Null_is_nothing() =>
        Read(Line("shareholdings", "\"owner\": \"alpha\", \"company\": \"beta\", \"share\": null")).Claims.ShouldHaveSingleItem().ShouldBeOfType<Shareholding>().Share.ShouldBeNull();

    [Fact]
    public void Empty_lines_Windows_line_breaks_and_a_byte_order_mark_are_no_problem() =>
        Read("\uFEFF\r\n{\"companies\": {\"id\": \"gamma\", \"name\": \"Gamma\"}}\r\n \t\n\n{\"companies\": {\"id\": \"delta\", \"name\": \"Delta\"}}").Entities
            .Count(entity => entity.Slug is "gamma" or "delta").ShouldBe(2);

    [Fact]
    public void Claims_follow_the_order_of_lines() =>
        Read(Line("roles", "\"person\": \"ada\", \"job-title\": \"Head\"", "one") + Line("shareholdings", "\"owner\": \"alpha\", \"company\": \"beta\"", "two") + Line("roles", "\"person\": \"ada\", \"job-title\": \"Chair\"", "three")).Claims
            .Select(claim => claim.Slug).ShouldBe(["one", "two", "three"]);

    [Fact]
    public void A_value_of_the_wrong_form() => HasErrorInLines(Line("shareholdings", "\"owner\": \"alpha\", \"company\": \"beta\", \"share\": ¤\"a third\""), "Found \"a third\"", "a number of percent");

    [Fact]
    public void A_number_with_an_exponent() => HasErrorInLines(Line("shareholdings", "\"owner\": \"alpha\", \"company\": \"beta\", \"share\": ¤4.4e1"), "Found \"4.4e1\"");

    [Fact]
    public void An_unknown_reference() => HasErrorInLines(Line("shareholdings", "\"owner\": ¤\"alhpa\", \"company\": \"beta\""), "Unknown entity \"alhpa\"", "Did you mean \"alpha\"?");

    [Fact]
    public void An_unknown_section() => HasErrorInLines("\n{¤\"companie\": {\"id\": \"gamma\", \"name\": \"Gamma\"}}\n", "Unknown key \"companie\"", "Did you mean \"companies\"?");

    [Fact]
    public void A_renamed_section() => HasErrorInLines("{¤\"figures\": {}}\n", "now called \"financial-figures\"");

    [Fact]
    public void An_item_without_a_key_it_needs() => HasErrorInLines("{\"companies\": ¤{\"id\": \"gamma\"}}\n", "An entity without \"name\"");

    [Fact]
    public void A_list_of_items() => HasErrorInLines("{\"companies\": ¤[{\"id\": \"gamma\", \"name\": \"Gamma\"}]}\n", "Found a list", "an entity with the keys");

    [Fact]
    public void Two_sections_in_a_line() => HasErrorInLines("¤{\"companies\": {\"id\": \"gamma\", \"name\": \"Gamma\"}, \"people\": {\"id\": \"bob\", \"name\": \"Bob\"}}\n", "An object with 2 keys", "one key, the section");

    [Fact]
    public void An_item_without_its_section() => HasErrorInLines("¤[1]\n", "Found a list", "one key, the section");

    [Fact]
    public void A_key_that_stands_twice() => HasErrorInLines("\n{\"companies\": {\"id\": \"gamma\", \"name\": \"Gamma\", ¤\"name\": \"Delta\"}}\n", "\"name\"", "a second time", "line 2");

    [Fact]
    public void A_section_that_stands_twice() => HasErrorInLines("{\"companies\": {\"id\": \"gamma\", \"name\": \"Gamma\"}, ¤\"companies\": {}}\n", "a second time");

    [Fact]
    public void A_bracket_left_open() => HasErrorInLines("{\"companies\": {\"id\": \"gamma\", \"name\": \"Gamma\"}¤\n", "This is not JSON: ");

    [Fact]
    public void A_second_object_in_a_line() => HasErrorInLines("{\"companies\": {\"id\": \"gamma\", \"name\": \"Gamma\"}} ¤{}\n", "This is not JSON: ");

    [Fact]
    public void A_comment() => HasErrorInLines("¤// nothing yet\n", "This is not JSON: ");

    [Fact]
    public void A_control_character() => HasErrorInLines("{\"companies\": {\"id\": \"gamma\", \"name\": ¤\"Ga\\u0007mma\"}}\n", "U+0007");

    [Fact]
    public void Half_a_surrogate_pair() => HasErrorInLines("{\"companies\": {\"id\": \"gamma\", \"name\": ¤\"Ga\\uD83Cmma\"}}\n", "surrogate");

    [Fact]
    public void Nesting_without_end() => HasErrorInLines($"{{\"companies\": {new string('[', 63)}¤{new string('[', 10_000)}\n", "This is not JSON: ");

    [Fact]
    public void Columns_count_UTF16_units_as_editors_do() => HasErrorInLines("{\"companies\": {\"name\": \"é🅰\", \"id\": ¤\"É\"}}\n", "Found \"É\"");

    [Fact]
    public void A_byte_that_is_not_UTF8()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base)
            .Seed("it.jsonl", [.. Encoding.UTF8.GetBytes("{\"é\n{\"é"), 0xE9, .. "\n{\"people\": {}}\n"u8]);

        folder.Read().Problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.Message.Split('.')[0]}")
            .ShouldBe(["1:4 This is not JSON: Expected end of string, but instead reached end of data", "2:4 This byte is not UTF-8", "3:12 An entity without \"id\"", "3:12 An entity without \"name\""]);
    }

    [Fact]
    public void A_line_that_is_not_JSON_hides_nothing_of_the_others()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base)
            .Seed("it.jsonl", "{\"companies\": {\"id\": \"One\", \"name\": \"One\"}}\n{\n{\"companies\": {\"id\": \"Two\", \"name\": \"Two\"}}\n");

        folder.Read().Problems.Select(problem => problem.Line).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void A_line_that_is_too_long_is_passed_over()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base)
            .Seed("it.jsonl", $"{{\"companies\": {{\"id\": \"gamma\", \"name\": \"{new string('a', 3 << 20)}\"}}}}\n{{\"companies\": {{\"id\": \"One\", \"name\": \"One\"}}}}\n");

        folder.Read().Problems.Select(problem => problem.ToString()[..44]).ShouldBe(["it.jsonl:1:1: error: A line of 3145770 bytes", "it.jsonl:2:22: error: Found \"One\". Expected "]);
    }

    private static string Line(string section, string keys, string id = "it") => $"{{\"{section}\": {{\"id\": \"{id}\", \"status\": \"ACTUAL\", {Cited}, {keys}}}}}\n";

    private static KnowledgeBase Read(string lines)
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base).Seed("it.jsonl", lines);
        var result = folder.Read();
        result.Problems.ShouldBeEmpty();
        return result.Base!;
    }
}
