using System.Text;
using static KnowledgeApi.Knowledge.Tests.Seeds.ProblemAssert;

namespace KnowledgeApi.Knowledge.Tests.Seeds;

public sealed class YamlProblemTests
{
    [Fact]
    public void A_key_that_stands_twice() => HasError("companies:\n  - id: one\n    name: One\n    ¤name: Two\n", "\"name\"", "a second time", "line 3");

    [Fact]
    public void A_section_that_stands_twice() => HasError("companies: []\n¤companies: []\n", "a second time");

    [Fact]
    public void A_tab_in_the_indent() => HasError("companies:\n ¤\t- { id: one, name: One }\n", "tab", "blanks");

    [Fact]
    public void A_control_character() => HasError("companies:\n  - { id: one, name: O¤\u0007ne }\n", "U+0007");

    [Fact]
    public void An_anchor() => HasError("companies:\n  - ¤&x { id: one, name: One }\n", "&x", "no anchors");

    [Fact]
    public void An_alias() => HasError("companies: ¤*x\n", "*x", "no anchors");

    [Fact]
    public void A_tag() => HasError("companies:\n  - { id: one, name: ¤!!str One }\n", "tag");

    [Fact]
    public void A_second_document() => HasError("companies: []\n¤---\npeople: []\n", "second YAML document");

    [Fact]
    public void A_bracket_left_open() => HasError("companies:\n  - { id: one, name: One\n¤", "not YAML");

    [Fact]
    public void A_bracket_closed_too_often() => HasError("companies:\n  - { id: one, name: One }¤}\n  - { id: two, name: Two }\n", "not YAML");

    [Fact]
    public void A_bracket_left_open_inside_a_line() => HasError("companies:\n  - { id: one, name: One, names: [ ¤}\n  - { id: two, name: Two }\n", "not YAML");

    [Fact]
    public void A_list_as_root() => HasError("¤- one\n", "Found a list", "sections");

    [Fact]
    public void A_list_as_key() => HasError("companies:\n  - { ¤[a]: b, id: one, name: One }\n", "key is a list");

    [Fact]
    public void A_byte_that_is_not_UTF8()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base)
            .Seed("it.yaml", [.. Encoding.UTF8.GetBytes("# é\n# "), 0xE9, .. Encoding.UTF8.GetBytes("\n")]);

        folder.Read().Problems.ShouldHaveSingleItem().ToString().ShouldStartWith("it.yaml:2:3: error: This byte is not UTF-8");
    }

    [Fact]
    public void An_empty_file_is_no_problem()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base).Seed("it.yaml", "# nothing yet\n");

        folder.Read().Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_byte_order_mark_is_no_problem()
    {
        using var folder = new TempFolder().Seed("base.yaml", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(TempFolder.Base)]);

        folder.Read().Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Tabs_after_the_indent_are_no_problem()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base).Seed("it.yaml", "companies:\n  - { id: one,\tname: One }\t# tab\n");

        folder.Read().Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        using var folder = new TempFolder();
        Directory.Delete(folder.Seeds);

        folder.Read().Problems.ShouldHaveSingleItem().ToString().ShouldStartWith($"{folder.Seeds}: error: The seeds folder cannot be read");
    }

    [Fact]
    public void An_empty_folder_is_named()
    {
        using var folder = new TempFolder();

        folder.Read().Problems.ShouldHaveSingleItem().Message.ShouldContain("at least one .yaml or .jsonl file");
    }
}
