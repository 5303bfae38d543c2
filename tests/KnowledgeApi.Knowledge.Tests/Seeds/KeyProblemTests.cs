using static KnowledgeApi.Knowledge.Tests.Seeds.ProblemAssert;

namespace KnowledgeApi.Knowledge.Tests.Seeds;

public sealed class KeyProblemTests
{
    [Fact]
    public void An_unknown_section() => HasError("¤compagnies: []\n", "\"compagnies\"", "Did you mean \"companies\"?");

    [Fact]
    public void An_unknown_key() => HasError("companies:\n  - id: one\n    name: One\n    ¤descripton: x\n", "Did you mean \"description\"?");

    [Fact]
    public void An_unknown_key_that_is_like_no_other() => HasError("companies:\n  - { id: one, name: One, ¤colour: red }\n", "Expected one of: id, name");

    [Fact]
    public void A_missing_key() => HasError("companies:\n  - ¤{ id: one }\n", "without \"name\"");

    [Fact]
    public void A_required_key_that_holds_nothing() => HasError("companies:\n  - id: one\n    name: ¤null\n", "\"name\" holds nothing");

    [Fact]
    public void A_text_in_place_of_a_list() => HasError("companies: ¤one\n", "Found \"one\"", "Expected a list");

    [Fact]
    public void A_text_in_place_of_a_mapping() => HasError("companies:\n  - ¤one\n", "Found \"one\"", "entity with the keys id");

    [Fact]
    public void A_list_in_place_of_a_text() => HasError("companies:\n  - id: one\n    name: ¤[One]\n", "Found a list", "a text");

    [Fact]
    public void An_id_in_capitals() => HasError("companies:\n  - { id: ¤One, name: One }\n", "lower-case letters");

    [Fact]
    public void An_id_that_is_taken() => HasError("companies:\n  - { id: ¤ada, name: One }\n", "\"ada\" is taken", "base.yaml:");

    [Fact]
    public void A_claim_id_that_is_taken() => HasError(
        $"roles:\n  - {Claim("person: ada, title: Head")}\n  - {Claim("person: ada, title: Chief").Replace("id: it", "id: ¤it", StringComparison.Ordinal)}\n", "another claim at it.yaml:2");

    [Fact]
    public void A_name_that_stands_twice() => HasError(
        $"companies:\n  - id: one\n    name: One\n    names:\n      - {{ name: Uno, kind: ALIAS, citations: [{TempFolder.Citation()}] }}\n      - {{ name: ¤Uno, kind: SHORT, citations: [{TempFolder.Citation()}] }}\n", "\"Uno\" stands here twice");

    [Fact]
    public void An_identifier_that_is_taken() => HasError(
        "companies:\n  - { id: one, name: One, identifiers: [{ scheme: DOMAIN, value: one.example }] }\n  - { id: two, name: Two, identifiers: [{ scheme: DOMAIN, value: ¤one.example }] }\n", "taken at it.yaml:2");

    [Fact]
    public void A_scheme_in_lower_case() => HasError("companies:\n  - { id: one, name: One, identifiers: [{ scheme: ¤domain, value: one.example }] }\n", "capitals");

    [Fact]
    public void All_problems_are_reported_at_once()
    {
        using var folder = new TempFolder().Seed("a.yaml", "compagnies: []\npeople:\n  - { id: Ada }\n").Seed("b.yaml", "companies: one\n").Seed("sub/c.yml", "x: [\n");

        folder.Read().Problems.Select(problem => $"{problem.File}:{problem.Line}:{problem.Column}")
            .ShouldBe(["a.yaml:1:1", "a.yaml:3:5", "a.yaml:3:11", "b.yaml:1:12", "sub/c.yml:2:1"]);
    }
}
