using KnowledgeApi.Knowledge.Texts;
using static KnowledgeApi.Knowledge.Tests.Seeds.ProblemAssert;

namespace KnowledgeApi.Knowledge.Tests.Seeds;

public sealed class ReferenceProblemTests
{
    [Fact]
    public void An_unknown_entity() => HasError($"roles:\n  - {Claim("person: ¤adda, job-title: Head")}\n", "Unknown entity \"adda\"", "Did you mean \"ada\"?");

    [Fact]
    public void An_unknown_document() => HasError($"roles:\n  - {Claim("person: ada, job-title: Head").Replace("document: doc", "document: ¤dok", StringComparison.Ordinal)}\n", "Unknown document \"dok\"", "\"doc\"");

    [Fact]
    public void An_unknown_cause() => HasError(Event("cause: ¤none-such"), "Unknown claim \"none-such\"");

    [Fact]
    public void A_cause_that_is_no_event() => HasError(
        $"roles:\n  - {Claim("person: ada, job-title: Head").Replace("id: it", "id: other", StringComparison.Ordinal)}\n{Event("cause: ¤other")}", "\"other\" is a role", "Expected an event");

    [Fact]
    public void A_product_as_company() => HasError($"shareholdings:\n  - {Claim("owner: alpha, company: ¤gadget")}\n", "\"gadget\" is a product", "Expected a company");

    [Fact]
    public void A_company_as_person() => HasError($"roles:\n  - {Claim("person: ¤alpha, job-title: Head")}\n", "Expected a person");

    [Fact]
    public void A_person_as_organisation() => HasError($"roles:\n  - {Claim("person: ada, organisation: ¤gadget, job-title: Head")}\n", "a company, a programme, a public body or a publication");

    [Fact]
    public void A_company_as_publisher() => HasError($"documents:\n  - {{ id: one, language: en, length: 1, sha256: {new string('0', 64)}, publisher: ¤alpha }}\n", "Expected a publication");

    [Fact]
    public void An_author_twice() => HasError($"documents:\n  - {{ id: one, language: en, length: 1, sha256: {new string('0', 64)}, authors: [ada, ¤ada] }}\n", "twice");

    [Fact]
    public void Two_documents_of_one_text() => HasError($"documents:\n  - {{ id: one, language: en, length: 1, sha256: ¤{CodePointText.HashOf(TempFolder.Text)} }}\n", "\"doc\" has the same SHA-256");

    [Fact]
    public void An_owner_of_itself() => HasError($"shareholdings:\n  - {Claim("owner: beta, company: ¤beta")}\n", "\"beta\" takes part twice, as OWNER and as COMPANY");

    [Fact]
    public void A_named_part_again_among_participants() =>
        HasError($"roles:\n  - {Claim("person: ada, job-title: Head, participants: [{ entity: ¤ada, role: ACTOR }]")}\n", "as PERSON and as ACTOR");

    [Fact]
    public void A_name_that_refers_to_what_it_is_a_name_of() =>
        HasError($"companies:\n  - {{ id: one, name: One, names: [{{ name: Uno, kind: BRAND, refers-to: ¤one, citations: [{TempFolder.Citation()}] }}] }}\n", "the entity itself");

    [Fact]
    public void A_name_that_refers_to_no_one() =>
        HasError($"companies:\n  - {{ id: one, name: One, names: [{{ name: Uno, kind: BRAND, refers-to: ¤bta, citations: [{TempFolder.Citation()}] }}] }}\n", "Unknown entity \"bta\"", "beta");

    [Fact]
    public void A_statement_about_its_speaker() => HasError($"statements:\n  - {Claim("speaker: ada, about: [beta, ¤ada], summary: All is well.")}\n", "as SPEAKER and as ABOUT");

    [Fact]
    public void A_statement_by_no_one() => HasError($"statements:\n  - ¤{Claim("about: [beta], summary: All is well.")}\n", "speaker-described");

    [Fact]
    public void A_statement_about_nothing() => HasError($"statements:\n  - {Claim("speaker: ada, about: ¤[], summary: All is well.")}\n", "at least 1");

    [Fact]
    public void An_event_without_participants() => HasError($"events:\n  - ¤{Claim("kind: LAUNCH, summary: It starts")}\n", "about no one");

    [Fact]
    public void Money_from_no_one_for_no_one() => HasError($"fundings:\n  - ¤{Claim("amount: { exactly: \"1\", currency: EUR }")}\n", "about no one");

    [Fact]
    public void An_event_that_is_its_own_cause() => HasError(Event("cause: ¤it"), "its own cause");

    [Fact]
    public void A_rank_without_a_reason() => HasError($"roles:\n  - {Claim("person: ada, job-title: Head, rank: ¤DEPRECATED")}\n", "without \"rank-reason\"");

    [Fact]
    public void A_reason_without_a_rank() => HasError($"roles:\n  - {Claim("person: ada, job-title: Head, rank-reason: ¤because")}\n", "with the rank NORMAL");

    [Fact]
    public void What_refers_to_something_faulty_is_not_reported_too()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base)
            .Seed("it.yaml", $"people:\n  - {{ id: bob }}\nroles:\n  - {Claim("person: bob, job-title: Head")}\n");

        folder.Read().Problems.ShouldHaveSingleItem().Message.ShouldContain("without \"name\"");
    }

    private static string Event(string keys) => $"events:\n  - {Claim("kind: LAUNCH, summary: It starts, participants: [{ entity: beta, role: SUBJECT }], " + keys)}\n";
}
