using FsCheck;
using FsCheck.Fluent;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning;
using KnowledgeApi.Knowledge.Reasoning.Agreements;
using KnowledgeApi.Knowledge.Reasoning.Rules;
using Interval = KnowledgeApi.Knowledge.Model.Interval;

namespace KnowledgeApi.Knowledge.Tests.Reasoning.Agreements;

/// <summary>What holds of any claims. They are stakes of few owners, with few numbers and few days, so that they often meet.</summary>
public sealed class AgreementLaws
{
    private static readonly Company[] Companies = [.. Enumerable.Range(1, 3).Select(i => new Company { Key = i, Slug = $"c{i}", Name = $"C{i}", NameFolded = $"c{i}", NameSortKey = $"{i}" })];

    private static readonly Document Paper = new() { Slug = "paper", Language = "en", Sha256 = "" };

    private static readonly Gen<PartialDate> Dates =
        from year in Gen.Choose(2012, 2014)
        from month in Gen.Choose(0, 4)
        select PartialDate.Parse(month == 0 ? $"{year}" : $"{year}-{month:00}");

    private static readonly Gen<Period?> Periods = Gen.Frequency(
        (1, Gen.Constant<Period?>(null)),
        (2, Dates.Select(date => (Period?)Period.Moment(date))),
        (1, Dates.Select(date => (Period?)Period.Stretch(date, null, Ongoing.Unstated))),
        (1, Dates.Select(date => (Period?)Period.Stretch(null, date, Ongoing.No))),
        (2, from start in Dates from end in Dates select (Period?)Period.Stretch(start, end, Ongoing.No)));

    private static readonly Gen<Share?> Shares = Gen.Frequency(
        (1, Gen.Constant<Share?>(null)),
        (4, from one in Gen.Choose(0, 8) from other in Gen.Choose(0, 8) select (Share?)Share.Between(Math.Min(one, other), Math.Max(one, other))));

    private static readonly Question?[] Questions = [null, null, null, new("open", "Open?", false, null, []), new("one-answer", "Which?", true, null, [])];

    private static readonly Gen<Shareholding> Stakes =
        from owner in Gen.Choose(1, 2)
        from share in Shares
        from period in Periods
        from status in Gen.Elements(ClaimStatus.Actual, ClaimStatus.Actual, ClaimStatus.Reported, ClaimStatus.Target)
        from basis in Gen.Elements(ShareBasis.Unstated, ShareBasis.Unstated, ShareBasis.Capital, ShareBasis.Votes)
        from rank in Gen.Elements(ClaimRank.Normal, ClaimRank.Normal, ClaimRank.Preferred, ClaimRank.Deprecated)
        from reported in Gen.Choose(0, 5)
        from question in Gen.Elements(Questions)
        from contradicted in Gen.Choose(0, 9)
        select new Shareholding
        {
            Slug = "",
            OwnerKey = owner,
            Owner = Companies[owner],
            Company = Companies[0],
            SubjectKey = 1,
            Subject = Companies[0],
            Share = share,
            Basis = basis,
            Status = status,
            Rank = rank,
            Validity = period,
            FirstReported = reported == 0 ? null : new DateOnly(2015, 1, reported),
            Question = question,
            Participants = [new() { EntityKey = owner, Role = ParticipantRole.Owner }, new() { EntityKey = 1, Role = ParticipantRole.Company }],
            Citations = contradicted > 0 ? [] : [new() { Slug = "", Sha256 = "", Stance = Stance.Contradicts, Document = Paper, Reported = new DateOnly(2015, 1, 3) }],
        };

    private static readonly Gen<IReadOnlyList<Claim>> Bases =
        from count in Gen.Choose(0, 8)
        from stakes in Stakes.ListOf(count)
        select (IReadOnlyList<Claim>)[.. stakes.Select((stake, i) => Numbered(stake, i + 1))];

    private static readonly Gen<(IReadOnlyList<Claim> Base, IReadOnlyList<Claim> Shuffled)> Shuffles =
        from claims in Bases from shuffled in Gen.Shuffle(claims.ToArray()) select (claims, (IReadOnlyList<Claim>)shuffled);

    [Fact]
    public void Every_claim_is_in_one_group() => Check(Bases, claims =>
        AgreementFinder.Find(claims).SelectMany(group => group.Claims).OrderBy(claim => claim.Key).SequenceEqual(claims));

    [Fact]
    public void Groups_have_names_and_numbers_of_their_own() => Check(Bases, claims =>
    {
        var groups = AgreementFinder.Find(claims);
        return groups.Select(group => group.Slug).Distinct().Count() == groups.Count && groups.Select(group => group.Key).SequenceEqual(groups.Select(group => group.Claims.Min(claim => claim.Key)));
    });

    [Fact]
    public void The_order_of_the_claims_makes_no_difference() => Check(Shuffles, pair =>
        AgreementFinder.Find(pair.Base).Select(Told).SequenceEqual(AgreementFinder.Find(pair.Shuffled).Select(Told)));

    [Fact]
    public void Comparing_and_contradicting_are_mutual() => Check(Bases, claims =>
        Pairs(claims).All(pair => AgreementFinder.AreComparable(pair.A, pair.B) == AgreementFinder.AreComparable(pair.B, pair.A)
            && AgreementFinder.AreRivals(pair.A, pair.B) == AgreementFinder.AreRivals(pair.B, pair.A)));

    [Fact]
    public void Rivals_are_in_one_group_unless_they_would_be_in_two() => Check(Bases, claims =>
    {
        var asked = claims.Select(claim => claim.Question?.Slug).OfType<string>().Distinct().Count();
        var groups = AgreementFinder.Find(claims);
        return Pairs(claims).Where(pair => AgreementFinder.AreRivals(pair.A, pair.B) && (asked < 2 || pair.A.Question?.Slug == pair.B.Question?.Slug))
            .All(pair => groups.Single(group => group.Claims.Contains(pair.A)).Rivals.Any(rivals => (rivals.One, rivals.Other) == pair || (rivals.Other, rivals.One) == pair));
    });

    [Fact]
    public void Groups_that_no_question_joins_are_of_one_mood_and_owner() => Check(Bases, claims =>
        AgreementFinder.Find(claims).Where(group => group.Question is null).All(group => group.Claims.Select(claim => (claim.Status == ClaimStatus.Target, ((Shareholding)claim).Owner)).Distinct().Count() == 1));

    [Fact]
    public void What_all_allow_lies_in_what_each_allows() => Groups(group =>
        group.Intersection is not { } common || Ranges(group).All(range => range.Contains(common)));

    [Fact]
    public void What_any_allows_holds_what_each_allows() => Groups(group => Ranges(group).All(range => group.Spread!.Value.Contains(range)));

    [Fact]
    public void Claims_that_name_one_question_are_one_group() => Check(Bases, claims =>
        AgreementFinder.Find(claims).GroupBy(group => group.Question?.Slug).Where(groups => groups.Key is not null)
            .All(groups => groups.Count() == 1 && claims.Where(claim => claim.Question?.Slug == groups.Key).All(groups.Single().Claims.Contains)));

    [Fact]
    public void A_claim_that_names_no_question_joins_one_only_beside_what_it_is_compared_with() => Check(Bases, claims =>
        AgreementFinder.Find(claims).Where(group => group.Question is not null)
            .All(group => group.Claims.Where(claim => claim.Question is null).All(claim => claims.Any(other => AgreementFinder.AreComparable(claim, other)))));

    [Fact]
    public void Deprecated_claims_change_nothing_of_what_the_others_come_to() => Groups(group =>
        AgreementFinder.Find([.. group.Claims.Where(claim => claim.Rank != ClaimRank.Deprecated)]) is not [var rest]
        || rest.Question?.Slug != group.Question?.Slug || (rest.Verdict, rest.Rivals.Count, rest.Intersection, rest.Spread, rest.HingesOnReading) == (group.Verdict, group.Rivals.Count, group.Intersection, group.Spread, group.HingesOnReading));

    [Fact]
    public void A_conflict_is_a_disagreement_with_a_finding_and_nothing_else_has_one() => Check(Bases, claims =>
    {
        var groups = AgreementFinder.Find(claims);
        var knowledge = new KnowledgeBase { Documents = [], Entities = Companies, Claims = claims, Citations = [] };
        var found = ContradictionRules.ClaimsConflict.CheckSubjects!(new(knowledge, groups, Tallies.Of(knowledge))).Select(seen => seen.About).ToHashSet();
        return groups.All(group => group.Verdict == Verdict.Conflicting == found.Contains(group.Slug)
            && (group.Verdict != Verdict.Conflicting || group.IsDisagreement)
            && group.Verdict == Verdict.Conflicting == (group.Rivals.Count + group.Contradictions.Count > 0));
    });

    [Fact]
    public void Facts_are_nobodys_rivals_but_of_facts_and_of_what_was_given_up() => Groups(group =>
        group.Rivals.All(pair => pair.One.Status == ClaimStatus.Target == (pair.Other.Status == ClaimStatus.Target)));

    [Fact]
    public void Identical_claims_do_not_differ() => Groups(group => group.Verdict != Verdict.Identical || group.Differences.Count == 0);

    [Fact]
    public void Nothing_is_told_of_a_group_without_numbers() => Groups(group =>
        Ranges(group).Count > 0 == group.Spread is not null && (group.Intersection is null || group.Spread is not null));

    [Fact]
    public void Verdicts_are_what_they_say() => Groups(group =>
    {
        var counted = Counted(group).ToList();
        return group.Verdict == (group.Rivals.Count + counted.Sum(claim => claim.Citations.Count) > 0 ? Verdict.Conflicting
            : counted.Count <= 1 ? Verdict.Single
            : counted.TrueForAll(claim => Same((Shareholding)claim, (Shareholding)counted[0])) ? Verdict.Identical
            : Verdict.Consistent);

        static bool Same(Shareholding a, Shareholding b) =>
            (a.OwnerKey, a.Share, a.Validity, a.Basis, a.Status) == (b.OwnerKey, b.Share, b.Validity, b.Basis, b.Status);
    });

    [Fact]
    public void Identical_claims_allow_exactly_what_any_allows() => Groups(group => group.Verdict != Verdict.Identical || group.Intersection == group.Spread);

    [Fact]
    public void Claims_of_one_time_conflict_if_nothing_is_allowed_by_all() => Check(Bases, claims =>
        AgreementFinder.Find([.. claims.Where(claim => claim.Validity is null && ((Shareholding)claim).Basis == ShareBasis.Unstated && claim.Question is null && claim.Citations.Count == 0)])
            .All(group => Ranges(group).Count == 0 || group.Verdict == Verdict.Conflicting == group.Intersection is null));

    [Fact]
    public void Less_precise_words_contradict_no_more() => Check(from claims in Bases where claims.Count > 0 from i in Gen.Choose(0, claims.Count - 1) select (claims, i), test =>
    {
        var claim = (Shareholding)test.claims[test.i];
        if (claim.Share is not { } share)
            return true;
        var wider = Numbered(claim, claim.Key, Share.Between(Math.Max(0, share.Lower!.Value - 1), share.Upper!.Value + 1));
        return test.claims.Where(other => other != claim).All(other => !AgreementFinder.AreRivals(wider, other) || AgreementFinder.AreRivals(claim, other));
    });

    [Fact]
    public void Claims_without_numbers_tie_nothing_together() => Check(Bases, claims =>
    {
        var valued = claims.Where(claim => StatedValue.Of(claim) is not null && claim.Question is null).ToList();
        claims = [.. claims.Where(claim => claim.Question is null)];
        return Partition(AgreementFinder.Find(valued), valued).SetEquals(Partition(AgreementFinder.Find(claims), valued));
    });

    [Fact]
    public void The_claim_to_quote_first_is_of_the_group_and_of_its_best_rank() => Groups(group =>
        group.Claims.Contains(group.Quote.Claim) && group.Claims.All(claim => claim.Rank >= group.Quote.Claim.Rank));

    [Fact]
    public void A_claim_to_quote_first_tells_a_number_if_any_of_its_rank_and_mood_does() => Groups(group =>
        StatedValue.Of(group.Quote.Claim) is not null
        || group.Claims.All(claim => (claim.Rank, Moods.Of(claim.Status)) != (group.Quote.Claim.Rank, Moods.Of(group.Quote.Claim.Status)) || StatedValue.Of(claim) is null));

    [Fact]
    public void A_claim_to_quote_first_is_a_fact_if_any_of_its_rank_is() => Groups(group =>
        group.Quote.Claim.Status != ClaimStatus.Target || group.Claims.All(claim => claim.Rank != group.Quote.Claim.Rank || claim.Status == ClaimStatus.Target));

    [Fact]
    public void No_conflict_is_public_before_its_claims() => Groups(group =>
        group.Since is not { } day || group.Rivals.Any(pair => pair.One.FirstReported <= day && pair.Other.FirstReported <= day)
        || group.Contradictions.Any(citation => citation.Reported <= day && citation.Claim!.FirstReported <= day));

    private static IEnumerable<Claim> Counted(ClaimGroup group) => group.Claims.Where(claim => claim.Rank != ClaimRank.Deprecated);

    private static List<Interval> Ranges(ClaimGroup group) => [.. Counted(group).Select(claim => StatedValue.Of(claim)).OfType<StatedValue>().Select(told => told.Range)];

    private static HashSet<string> Partition(IEnumerable<ClaimGroup> groups, List<Claim> among) =>
        [.. groups.Select(group => string.Join(' ', group.Claims.Where(among.Contains).Select(claim => claim.Slug))).Where(part => part.Length > 0)];

    private static IEnumerable<(Claim A, Claim B)> Pairs(IReadOnlyList<Claim> claims) => claims.SelectMany((a, i) => claims.Skip(i + 1).Select(b => (a, b)));

    // All that is said of a group, as text.
    private static string Told(ClaimGroup group) =>
        $"{group.Key} {group.Slug} {group.Label} {group.Verdict} {group.Unit} {group.Intersection} {group.Spread} {group.Quote} {group.Since} {group.Comparison} {group.HingesOnReading} {string.Join(' ', group.Differences)} "
        + $"{string.Join(' ', group.Claims.Select(claim => claim.Slug))} {string.Join(' ', group.Rivals.Select(pair => $"{pair.One.Slug}/{pair.Other.Slug}"))}";

    private static Shareholding Numbered(Shareholding stake, long key, Share? share = null)
    {
        var numbered = Copy(stake, key, share);
        foreach (var citation in stake.Citations)
            numbered.Citations.Add(new() { Slug = "", Sha256 = "", Stance = citation.Stance, Document = citation.Document, Reported = citation.Reported, Claim = numbered });
        return numbered;
    }

    private static Shareholding Copy(Shareholding stake, long key, Share? share) => new()
    {
        Key = key,
        Slug = $"s{key}",
        OwnerKey = stake.OwnerKey,
        Owner = stake.Owner,
        Company = stake.Company,
        SubjectKey = stake.SubjectKey,
        Subject = stake.Subject,
        Share = share ?? stake.Share,
        Basis = stake.Basis,
        Status = stake.Status,
        Rank = stake.Rank,
        Validity = stake.Validity,
        FirstReported = stake.FirstReported,
        Question = stake.Question,
        Participants = stake.Participants,
    };

    private static void Groups(Func<ClaimGroup, bool> law) => Check(Bases, claims => AgreementFinder.Find(claims).All(law));

    private static void Check<T>(Gen<T> values, Func<T, bool> law) =>
        Prop.ForAll(Arb.From(values), law).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
