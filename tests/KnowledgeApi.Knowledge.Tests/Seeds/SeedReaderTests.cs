using System.Globalization;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Seeds;
using KnowledgeApi.Knowledge.Texts;
using static KnowledgeApi.Knowledge.Tests.Seeds.ProblemAssert;

namespace KnowledgeApi.Knowledge.Tests.Seeds;

public sealed class SeedReaderTests
{
    [Fact]
    public void A_shareholding_links_owner_and_company()
    {
        var claim = Read<Shareholding>("shareholdings", "owner: alpha, company: beta, share: \"22.2\", wording: \"22,2 %\"");

        claim.Owner.Holdings.ShouldBe([claim]);
        claim.Company.Shareholders.ShouldBe([claim]);
        claim.Subject.ShouldBe(claim.Company);
        claim.Participants.Select(p => (p.Entity.Slug, p.Role)).ShouldBe([("alpha", ParticipantRole.Owner), ("beta", ParticipantRole.Company)]);
    }

    [Fact]
    public void A_share_keeps_its_printed_decimals() =>
        Read<Shareholding>("shareholdings", "owner: alpha, company: beta, share: 22.0").Share!.ToInterval().ShouldBe(new(21.95m, true, 22.05m, false));

    [Fact]
    public void A_share_may_be_unstated() => Read<Shareholding>("shareholdings", "owner: alpha, company: beta, share: null").Share.ShouldBeNull();

    [Fact]
    public void Left_out_keys_have_their_defaults()
    {
        var claim = Read<Shareholding>("shareholdings", "owner: alpha, company: beta");

        (claim.Interest, claim.Basis, claim.Rank).ShouldBe((Interest.Direct, ShareBasis.Unstated, ClaimRank.Normal));
        claim.Citations[0].ShouldSatisfyAllConditions(
            c => c.Attribution.ShouldBe(Attribution.Article),
            c => c.Section.ShouldBe(Section.Body),
            c => c.Stance.ShouldBe(Stance.Supports));
    }

    [Theory]
    [InlineData("", StatementModality.Assertion, true)]
    [InlineData(", status: REPORTED, modality: ASSERTION", StatementModality.Assertion, true)]
    [InlineData(", status: FORECAST", StatementModality.Assertion, false)]
    [InlineData(", modality: OPINION", StatementModality.Opinion, false)]
    [InlineData(", modality: QUESTION", StatementModality.Question, false)]
    [InlineData(", modality: EXPECTATION", StatementModality.Expectation, false)]
    [InlineData(", status: REPORTED, modality: WISH", StatementModality.Wish, false)]
    public void Only_what_is_asserted_is_a_fact(string keys, StatementModality modality, bool isFact) =>
        Read<Statement>("statements", $"speaker: alpha, about: [beta], summary: Alpha speaks of Beta.{keys}").ShouldSatisfyAllConditions(
            statement => statement.Modality.ShouldBe(modality),
            statement => statement.IsFact.ShouldBe(isFact));

    [Theory]
    [InlineData("", null)]
    [InlineData(", medium: PRESS_RELEASE", Medium.PressRelease)]
    public void A_statement_was_made_in_a_medium_or_no_one_says(string keys, Medium? medium) =>
        Read<Statement>("statements", $"speaker: alpha, about: [beta], summary: Alpha speaks of Beta.{keys}").Medium.ShouldBe(medium);

    [Theory]
    [InlineData(ClaimStatus.Actual, true)]
    [InlineData(ClaimStatus.Reported, true)]
    [InlineData(ClaimStatus.Announced, false)]
    [InlineData(ClaimStatus.Planned, false)]
    [InlineData(ClaimStatus.Abandoned, false)]
    public void Facts_and_hearsay_are_facts_and_plans_are_not(ClaimStatus status, bool isFact) =>
        Read<Shareholding>("shareholdings", $"owner: alpha, company: beta, status: {EnumNames.Name(status)}").IsFact.ShouldBe(isFact);

    [Fact]
    public void A_name_may_be_an_entity_of_its_own()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base)
            .Seed("it.yaml", $"companies:\n  - {{ id: group, name: Group, names: [{{ name: Group Beta, kind: DIVISION, refers-to: beta, citations: [{TempFolder.Citation()}] }}] }}\n");
        var entities = folder.Read().Base!.Entities.ToDictionary(entity => entity.Slug);

        var name = entities["group"].Names.ShouldHaveSingleItem();
        (name.Kind, name.RefersTo).ShouldBe((NameKind.Division, entities["beta"]));
        entities["beta"].NameOf.ShouldBe([name]);
    }

    [Fact]
    public void A_funding_without_funder_is_about_its_recipient() =>
        Read<Funding>("fundings", "recipient: beta, amount: { exactly: \"225000000\", printed-to: \"1000000\", currency: EUR }").ShouldSatisfyAllConditions(
            f => f.Subject.Slug.ShouldBe("beta"),
            f => f.Funder.ShouldBeNull(),
            f => f.Amount!.ToInterval().ShouldBe(new(224_500_000, true, 225_500_000, false)));

    [Fact]
    public void A_figure_speaks_of_its_fiscal_period() =>
        Read<FinancialFigure>("financial-figures", "company: beta, concept: NET_INCOME, amount: { exactly: \"-5\", currency: EUR }, fiscal-period: 2013").Validity!.At!.Edtf.ShouldBe("2013");

    [Fact]
    public void A_measurement_of_things_is_a_quantity() =>
        Read<Measurement>("measurements", "subject: gadget, metric: JOBS, quantity: { between: [300, 500], unit: jobs }").ShouldSatisfyAllConditions(
            m => m.Quantity!.Unit.ShouldBe("jobs"),
            m => m.Quantity!.Value.ShouldBeNull());

    [Theory]
    [InlineData("exactly: \"17\", unit: sites", "17", "17")]
    [InlineData("exactly: \"10000\", printed-to: \"1\", unit: machines", "10000", "10000")]
    [InlineData("exactly: \"10000\", printed-to: \"1000\", unit: machines", "9500", "10500)")]
    [InlineData("exactly: \"10\", unit: percent", "9.5", "10.5)")]
    [InlineData("exactly: \"99\", unit: hours-a-week", "98.5", "99.5)")]
    [InlineData("about: \"90\", unit: persons", "81", "99")]
    [InlineData("nearly: \"90\", unit: persons", "81", "90)")]
    [InlineData("barely: \"90\", unit: persons", "81", "90")]
    [InlineData("less-than: \"90\", unit: persons", "0", "90)")]
    [InlineData("at-most: \"90\", unit: gigabytes", null, "90")]
    [InlineData("exactly: \"-3\", unit: persons", "-3", "-3")]
    public void What_is_counted_is_not_rounded_and_never_less_than_none(string quantity, string? lower, string upper) =>
        RangeOf(Read<Measurement>("measurements", $"subject: gadget, metric: OTHER, quantity: {{ {quantity} }}").Quantity!).ShouldBe((lower, upper));

    [Theory]
    [InlineData("financial-figures", "company: beta, concept: REVENUE, amount: { less-than: \"3000000\", currency: EUR }", "0", "3000000)")]
    [InlineData("financial-figures", "company: beta, concept: REVENUE, amount: { exactly: \"0.2\", printed-to: \"1\", currency: EUR }", "0", "0.7)")]
    [InlineData("financial-figures", "company: beta, concept: NET_INCOME, amount: { less-than: \"3000000\", currency: EUR }", null, "3000000)")]
    [InlineData("fundings", "recipient: beta, amount: { at-most: \"285000000\", currency: EUR }", "0", "285000000")]
    [InlineData("measurements", "subject: gadget, metric: PRICE, quantity: { less-than: \"5\", currency: EUR }", "0", "5)")]
    public void Only_income_may_be_negative(string section, string keys, string? lower, string upper)
    {
        using var folder = Folder(section, keys);
        var claim = folder.Read().Base!.Claims.ShouldHaveSingleItem();
        RangeOf(claim switch { FinancialFigure figure => figure.Amount!, Funding funding => funding.Amount!, Measurement measurement => (Bounds)measurement.Quantity!, _ => throw new InvalidOperationException() })
            .ShouldBe((lower, upper));
    }

    [Fact]
    public void An_order_of_magnitude_prints_no_number() =>
        Read<FinancialFigure>("financial-figures", "company: beta, concept: REVENUE, amount: { order-of: \"1000000\", currency: EUR }").Amount!.ShouldSatisfyAllConditions(
            amount => amount.Value.ShouldBeNull(),
            amount => RangeOf(amount).ShouldBe(("2000000", "10000000)")));

    [Fact]
    public void A_measurement_of_money_is_a_quantity_of_its_currency() =>
        Read<Measurement>("measurements", "subject: gadget, metric: PRICE, quantity: { about: 10, currency: EUR }").ShouldSatisfyAllConditions(
            m => m.Quantity!.Unit.ShouldBe("EUR"),
            m => m.Quantity!.Value.ShouldBe(10));

    [Fact]
    public void A_role_may_be_held_nowhere() => Read<Role>("roles", "person: ada, organisation: null, job-title: Head").Organisation.ShouldBeNull();

    [Fact]
    public void A_consequence_may_stand_before_its_cause()
    {
        var participants = "kind: LAUNCH, summary: It starts, participants: [{ entity: beta, role: SUBJECT }]";
        using var folder = Folder("events", $"{participants}, cause: first", $"{participants}");
        File.WriteAllText(Path.Combine(folder.Seeds, "it.yaml"), File.ReadAllText(Path.Combine(folder.Seeds, "it.yaml")).Replace("id: it1", "id: first", StringComparison.Ordinal));

        var events = folder.Read().Base!.Claims.OfType<Event>().ToList();

        events.Select(e => (e.Key, e.Slug)).ShouldBe([(1, "it0"), (2, "first")]);
        events[0].Cause.ShouldBe(events[1]);
    }

    [Fact]
    public void The_subject_of_an_event_is_the_participant_with_that_part() =>
        Read<Event>("events", "kind: SALE, summary: It is sold, participants: [{ entity: alpha, role: SELLER }, { entity: beta, role: SUBJECT }]").Subject.Slug.ShouldBe("beta");

    [Fact]
    public void A_statement_is_about_the_first_it_names() =>
        Read<Statement>("statements", "speaker-described: a customer, about: [beta, scheme], summary: All is well.").ShouldSatisfyAllConditions(
            s => s.Subject.Slug.ShouldBe("beta"),
            s => s.Speaker.ShouldBeNull(),
            s => s.Participants.Select(p => p.Role).ShouldBe([ParticipantRole.About, ParticipantRole.About]));

    [Fact]
    public void A_citation_was_reported_on_the_day_of_its_document() =>
        Read<Role>("roles", "person: ada, job-title: Head").FirstReported.ShouldBe(new(2020, 5, 4));

    [Fact]
    public void A_comment_was_reported_on_its_own_day()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base).Seed("it.yaml",
            $"roles:\n  - {{ id: it, status: ACTUAL, person: ada, job-title: Head, citations: [{TempFolder.Citation()}, {TempFolder.Citation("by: beta, section: COMMENT, posted: 2021-06-07T08:09")}] }}\n");

        var claim = folder.Read().Base!.Claims[0];

        (claim.FirstReported, claim.LastReported).ShouldBe((new DateOnly(2020, 5, 4), new DateOnly(2021, 6, 7)));
    }

    [Fact]
    public void Only_what_supports_a_claim_reports_it()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base).Seed("it.yaml",
            $"roles:\n  - {{ id: it, status: ACTUAL, person: ada, job-title: Head, citations: [{TempFolder.Citation()}, {TempFolder.Citation("by: beta, stance: CONTRADICTS, section: COMMENT, posted: 2019-06-07T08:09")}] }}\n");

        folder.Read().Base!.Claims[0].FirstReported.ShouldBe(new(2020, 5, 4));
    }

    [Theory]
    [InlineData("", "2020-05-04")]
    [InlineData("states-end: true, ", "2021-06-07")]
    public void An_end_may_be_told_later_than_the_rest(string mark, string expected)
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base).Seed("it.yaml",
            "roles:\n  - { id: it, status: ACTUAL, person: ada, job-title: Head, validity: { start: 2018, end: 2021 }, citations: ["
            + $"{TempFolder.Citation()}, {TempFolder.Citation($"{mark}by: beta, stance: QUALIFIES, section: COMMENT, posted: 2021-06-07T08:09")}] }}\n");

        folder.Read().Base!.Claims[0].EndReported.ShouldBe(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void What_has_no_end_has_no_day_on_which_it_was_told() => Read<Role>("roles", "person: ada, job-title: Head, validity: { start: 2018 }").EndReported.ShouldBeNull();

    [Fact]
    public void An_undated_document_was_public_by_its_first_comment()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base.Replace("published: {", "published: null #", StringComparison.Ordinal)).Seed("it.yaml",
            $"roles:\n  - {Claim("person: ada, job-title: Head")}\n"
            + $"  - {{ id: later, status: ACTUAL, person: ada, job-title: Head, citations: [{TempFolder.Citation("section: COMMENT, posted: 2021-06-08T08:09")}] }}\n"
            + $"  - {{ id: first, status: ACTUAL, person: ada, job-title: Head, citations: [{TempFolder.Citation("section: COMMENT, posted: 2021-06-07T08:09")}] }}\n");

        folder.Read().Base!.ShouldSatisfyAllConditions(
            b => b.Documents[0].PublicBy.ShouldBe(new(2021, 6, 7)),
            b => b.Claims.Select(claim => claim.FirstReported).ShouldBe([new(2021, 6, 7), new(2021, 6, 8), new(2021, 6, 7)]));
    }

    [Fact]
    public void A_misprinted_date_dates_nothing()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base.Replace("published: { date: 2020-05-04,", "published: { date: 2020-05-04, misprint: true,", StringComparison.Ordinal))
            .Seed("it.yaml", $"roles:\n  - {Claim("person: ada, job-title: Head")}\n");

        folder.Read().Base!.Claims[0].FirstReported.ShouldBeNull();
    }

    [Fact]
    public void Without_texts_nothing_is_checked_or_quoted() =>
        Read<Role>("roles", "person: ada, job-title: Head").Citations[0].ShouldSatisfyAllConditions(
            c => c.Alignment.ShouldBe(Alignment.Unchecked),
            c => c.Quote.ShouldBeNull(),
            c => c.Paragraph.ShouldBeNull());

    [Fact]
    public void With_texts_citations_are_checked_and_quoted()
    {
        var start = new CodePointText(TempFolder.Text).Offset(TempFolder.Text.IndexOf("forty", StringComparison.Ordinal));
        using var folder = new TempFolder().Document("any name", TempFolder.Text).Seed("base.yaml", TempFolder.Base).Seed("it.yaml",
            $"roles:\n  - {{ id: it, status: ACTUAL, person: ada, job-title: Head, citations: [{{ document: doc, span: [{start}, {start + 14}], sha256: {CodePointText.HashOf("forty\n\npercent")} }}] }}\n");

        folder.Read(texts: true).Base!.Claims[0].Citations[0].ShouldSatisfyAllConditions(
            c => c.Alignment.ShouldBe(Alignment.Exact),
            c => c.Quote.ShouldBe("forty\n\npercent"),
            c => c.Paragraph.ShouldBe(1),
            c => c.Document.HasText.ShouldBeTrue());
    }

    [Fact]
    public void A_document_knows_publisher_authors_and_date()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base);

        folder.Read().Base!.Documents[0].ShouldSatisfyAllConditions(
            d => d.Publisher!.Slug.ShouldBe("paper"),
            d => d.Authors.ShouldHaveSingleItem().Documents.ShouldBe([d]),
            d => d.Published!.Time.ShouldBe("10:30"));
    }

    [Fact]
    public void Keys_follow_the_order_of_files_and_lines()
    {
        using var folder = new TempFolder().Seed("b.yaml", "people:\n  - { id: ada, name: Ada }\n").Seed("a.yaml", "people:\n  - { id: eve, name: Eve }\n  - { id: bob, name: Bob }\n");

        folder.Read().Base!.Entities.Select(e => (e.Key, e.Slug)).ShouldBe([(1, "eve"), (2, "bob"), (3, "ada")]);
    }

    [Fact]
    public void The_hash_changes_with_a_file_name()
    {
        using var one = new TempFolder().Seed("a.yaml", TempFolder.Base);
        using var other = new TempFolder().Seed("b.yaml", TempFolder.Base);

        one.Read().Hash.ShouldNotBe(other.Read().Hash);
    }

    [Fact]
    public void The_hash_is_the_same_for_the_same_seeds()
    {
        using var one = new TempFolder().Seed("a.yaml", TempFolder.Base);
        using var other = new TempFolder().Seed("a.yaml", TempFolder.Base).Seed("notes.txt", Array.Empty<byte>());

        one.Read().Hash.ShouldBe(other.Read().Hash);
    }

    [Fact]
    public void What_is_hashed_is_what_is_read_whatever_becomes_of_the_files()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base);
        var seeds = SeedFolder.Open(folder.Seeds);
        folder.Seed("base.yaml", "companies: changed since\n");
        using var graph = Graph(folder);

        graph.Check(seeds, null, null, CancellationToken.None);

        graph.ReadDocuments().ShouldHaveSingleItem().Slug.ShouldBe("doc");
    }

    [Fact]
    public void Files_too_large_to_be_kept_must_not_change_before_they_are_read()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base);
        var seeds = SeedFolder.Open(folder.Seeds, kept: 10);
        folder.Seed("base.yaml", "companies: []\n");
        using var graph = Graph(folder);

        Should.Throw<SeedFolderException>(() => graph.Check(seeds, null, null, CancellationToken.None)).Message.ShouldContain("changed while they were read");
    }

    [Fact]
    public void The_hash_does_not_depend_on_what_is_kept()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base).Seed("more.yaml", "companies: []\n");

        SeedFolder.Open(folder.Seeds, kept: 10).Hash.ShouldBe(SeedFolder.Open(folder.Seeds).Hash);
    }

    [Fact]
    public void Documents_are_read_whatever_is_wrong_elsewhere()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base).Seed("it.yaml", "roles:\n  - { id: It }\n");

        SeedReader.ReadDocuments(folder.Seeds).ShouldBe([new SeedDocument("doc", CodePointText.HashOf(TempFolder.Text))]);
    }

    private static SeedGraph Graph(TempFolder folder) => new(new(KnowledgeKinds.Standard), new SeedDiagnostics(), null, new(folder.Documents), SeedGraph.PieceSize);

    /// <summary>The ends of a range; a bracket behind the upper one says that it is excluded.</summary>
    private static (string? Lower, string? Upper) RangeOf(Bounds bounds)
    {
        bounds.LowerInclusive.ShouldBe(bounds.Lower is not null);
        return (Digits(bounds.Lower), bounds.Upper is null ? null : $"{Digits(bounds.Upper)}{(bounds.UpperInclusive ? "" : ")")}");

        static string? Digits(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture);
    }

    private static T Read<T>(string section, string keys)
        where T : Claim
    {
        using var folder = Folder(section, keys);
        var result = folder.Read();
        result.Problems.ShouldBeEmpty();
        return result.Base!.Claims.ShouldHaveSingleItem().ShouldBeOfType<T>();
    }

    private static TempFolder Folder(string section, params string[] items) => new TempFolder().Seed("base.yaml", TempFolder.Base)
        .Seed("it.yaml", $"{section}:\n{string.Concat(items.Select((keys, i) => $"  - {Claim(keys).Replace("id: it", $"id: it{i}", StringComparison.Ordinal)}\n"))}");
}
