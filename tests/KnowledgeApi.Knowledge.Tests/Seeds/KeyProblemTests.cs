using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Seeds;
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
    public void What_has_an_unknown_key_is_named_with_its_article() => HasError(
        $"events:\n  - {{ id: it, status: ACTUAL, kind: LAUNCH, summary: It starts, ¤colour: red, participants: [{{ entity: beta, role: SUBJECT }}], citations: [{TempFolder.Citation()}] }}\n",
        "Unknown key \"colour\" in an event.");

    [Theory]
    [InlineData("¤figures: []\n", "financial-figures")]
    [InlineData("financial-figures:\n  - { {claim}, company: beta, ¤metric: REVENUE }\n", "concept")]
    [InlineData("financial-figures:\n  - { {claim}, company: beta, concept: REVENUE, ¤period: 2013 }\n", "fiscal-period")]
    [InlineData("events:\n  - { {claim}, ¤event: LAUNCH, summary: It starts, participants: [{ entity: beta, role: SUBJECT }] }\n", "kind")]
    [InlineData("events:\n  - { {claim}, kind: LAUNCH, ¤title: It starts, participants: [{ entity: beta, role: SUBJECT }] }\n", "summary")]
    [InlineData("roles:\n  - { {claim}, person: ada, ¤title: Head }\n", "job-title")]
    [InlineData("events:\n  - { {claim}, kind: LAUNCH, summary: It starts, participants: [{ entity: beta, ¤part: SUBJECT }] }\n", "role")]
    [InlineData("roles:\n  - { {claim}, person: ada, job-title: Head, validity: { ¤from: 2018 } }\n", "start")]
    [InlineData("roles:\n  - { {claim}, person: ada, job-title: Head, validity: { ¤to: 2018 } }\n", "end")]
    [InlineData("roles:\n  - { id: it, status: ACTUAL, person: ada, job-title: Head, validity: { end: 2018 }, citations: [{ {cited}, ¤tells-end: true }] }\n", "states-end")]
    public void An_old_key_is_answered_with_the_new_one(string seeds, string name)
    {
        var cited = TempFolder.Citation().Trim('{', '}', ' ');

        HasError(seeds.Replace("{claim}", $"id: it, status: ACTUAL, citations: [{{ {cited} }}]", StringComparison.Ordinal).Replace("{cited}", cited, StringComparison.Ordinal), $"is now called \"{name}\"");
    }

    [Fact]
    public void Every_renamed_key_leads_to_a_key_that_is_there() =>
        RenamedKeys.All.ShouldAllBe(old => RenamedKeys.NewName(old.Mapping, old.Old) != null
            && new SeedSections(KnowledgeKinds.Standard).Mappings.Single(mapping => mapping.Name == old.Mapping).Keys.Any(key => key.Name == RenamedKeys.NewName(old.Mapping, old.Old)));

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
        $"roles:\n  - {Claim("person: ada, job-title: Head")}\n  - {Claim("person: ada, job-title: Chief").Replace("id: it", "id: ¤it", StringComparison.Ordinal)}\n", "another claim at it.yaml:2");

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
