using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Agreements;

namespace KnowledgeApi.Knowledge.Reasoning.Rules;

/// <summary>
/// Rules that propose questions: claims of different agreements that may answer one. Naming a question in the seeds joins them, and the finding is gone. Of claims
/// that hang together in pairs there is one finding.
/// </summary>
public static class QuestionRules
{
    // What so many others are like is no question that a curator asks.
    private const int Neighbours = 30;

    // More than these nobody reads; how many there are is said.
    private const int Named = 8;

    private const string Joins = " Naming one question in the seeds joins them.";

    /// <summary>Claims that stand in one place and state other values.</summary>
    public static RuleDefinition SamePassage { get; } = Proposal(
        "SAME_PASSAGE",
        "Claims of one kind about one subject, stated in words of a document that overlap, with other values of one unit, that are in different agreements.",
        "state other values in one passage",
        claims => claims.Where(claim => StatedValue.Of(claim) is { Unit: not null }).GroupBy(TopicOf).SelectMany(alike => Overlapping(
            alike.SelectMany(claim => Supporting(claim).Select(citation => new Stretch(citation.DocumentKey, citation.Start, citation.End - 1, claim)))))
            .Where(pair => StatedValue.Of(pair.One) is { } one && StatedValue.Of(pair.Other) is { } other && one.Unit == other.Unit && one.Range != other.Range));

    /// <summary>Events that may be one.</summary>
    public static RuleDefinition SameEvent { get; } = Proposal(
        "SAME_EVENT",
        "Events of one kind and subject in which another takes part in common, which may be of one day, and that are in different agreements.",
        "may be of one event",
        claims => claims.OfType<Event>()
            .SelectMany(claim => claim.Participants.Where(participation => participation.EntityKey != claim.SubjectKey).Select(participation => (participation.EntityKey, claim.Kind, Claim: (Claim)claim)))
            .GroupBy(one => (one.EntityKey, one.Kind), one => one.Claim)
            .SelectMany(Pairs)
            .Where(pair => pair.One.Validity is null || pair.Other.Validity is null || pair.One.Validity.PossiblyOverlaps(pair.Other.Validity)));

    /// <summary>Sums that may be one, given by others or stated as another stage.</summary>
    public static RuleDefinition SameAmount { get; } = Proposal(
        "SAME_AMOUNT",
        "Money for one recipient of amounts that may be the same, of one currency, with another funder or stage, that is in different agreements. Amounts without a limit on both sides, or of which one is over "
        + "twice the other, are left out.",
        "may be one sum of money, given by others or at another stage",
        claims => claims.OfType<Funding>().Where(claim => claim.Amount is { Lower: not null, Upper: not null } amount && amount.Upper <= 2 * amount.Lower)
            .SelectMany(claim => PropertyKey.Having(claim, ParticipantRole.Recipient).Select(recipient => (recipient.Key, claim.Amount!.Currency, Claim: claim)))
            .GroupBy(one => (one.Key, one.Currency), one => one.Claim)
            .SelectMany(alike => Overlapping(alike.Select(claim => new Stretch(0, claim.Amount!.Lower!.Value, claim.Amount.Upper!.Value, claim))))
            .Where(pair => pair is { One: Funding one, Other: Funding other } && (one.Stage != other.Stage || FundersOf(one) != FundersOf(other))));

    /// <summary>A headline and its article that state one property otherwise.</summary>
    public static RuleDefinition HeadlineAgainstBody { get; } = Proposal(
        "HEADLINE_AGAINST_BODY",
        "Claims of one property that the title of a document and its body state, in different moods or for times that cannot be compared.",
        "are stated in the title of a document and in its body, in another mood or for another time",
        claims => claims.SelectMany(claim => Supporting(claim).Select(citation => (Property: ClaimDescriptors.Of(claim).KeyOf(claim).Slug, citation.DocumentKey, citation.Section, Claim: claim)))
            .GroupBy(one => (one.Property, one.DocumentKey))
            .SelectMany(places =>
                from title in places.Where(place => place.Section == Section.Title).Take(Neighbours)
                from body in places.Where(place => place.Section == Section.Body).Take(Neighbours)
                where title.Claim != body.Claim
                select (title.Claim, body.Claim)));

    /// <summary>One voice that is cited for one thing at two times.</summary>
    public static RuleDefinition OneSourceTwoPeriods { get; } = Proposal(
        "ONE_SOURCE_TWO_PERIODS",
        "A voice that is cited for what may be one figure of a company with two fiscal periods, or for an event of the same participants with two dates, in different agreements.",
        "are one voice's word for two times",
        claims => claims.Where(claim => claim is FinancialFigure { FiscalPeriod: not null, Amount: not null } or Event { Date: not null })
            .SelectMany(claim => Supporting(claim).Where(citation => citation.ByKey is not null).Select(citation => citation.ByKey!.Value).Distinct().Select(by => (by, Topic: TopicOf(claim), Who: EveryoneIn(claim), Claim: claim)))
            .GroupBy(one => (one.by, one.Topic, one.Who), one => one.Claim)
            .SelectMany(Pairs)
            .Where(pair => pair.One.Validity?.At?.Edtf != pair.Other.Validity?.At?.Edtf && (pair.One is Event || Overlap(pair.One, pair.Other))));

    private static RuleDefinition Proposal(string name, string description, string what, Func<IReadOnlyList<Claim>, IEnumerable<(Claim One, Claim Other)>> pairs) => RuleDefinition.OfSubjects(
        name,
        $"{description} They may answer one question, which the curators can name.",
        Severity.Info,
        knowledge => knowledge.Claims.Where(AgreementFinder.Counts).GroupBy(claim => claim.SubjectKey)
            .SelectMany(about => Together(pairs([.. about]).Where(pair => knowledge.GroupOf(pair.One) != knowledge.GroupOf(pair.Other))))
            .Select(claims => new Observation(claims.Min(claim => claim.Key), claims[0].Slug, $"{List(claims)} {what}.{Joins}") { Entity = claims[0].SubjectKey }.With(claims)));

    // What hangs together in pairs, in the order of slugs.
    private static IEnumerable<List<Claim>> Together(IEnumerable<(Claim One, Claim Other)> pairs)
    {
        var parts = new Dictionary<Claim, List<Claim>>();
        foreach (var (one, other) in pairs)
        {
            var (a, b) = (PartOf(one), PartOf(other));
            if (a == b)
                continue;
            var (large, small) = a.Count < b.Count ? (b, a) : (a, b);
            large.AddRange(small);
            foreach (var claim in small)
                parts[claim] = large;
        }

        return parts.Values.Distinct().Select(part => part.OrderBy(claim => claim.Slug, StringComparer.Ordinal).ToList());

        List<Claim> PartOf(Claim claim)
        {
            if (!parts.TryGetValue(claim, out var part))
                parts.Add(claim, part = [claim]);
            return part;
        }
    }

    private static IEnumerable<(Claim One, Claim Other)> Pairs(IEnumerable<Claim> claims)
    {
        var few = claims.Distinct().Take(Neighbours).ToList();
        return few.SelectMany((one, i) => few.Skip(i + 1).Select(other => (one, other)));
    }

    // Stretches that overlap, each set beside the last of those that are still open where it begins.
    private static IEnumerable<(Claim One, Claim Other)> Overlapping(IEnumerable<Stretch> stretches)
    {
        var open = new List<Stretch>();
        foreach (var next in stretches.OrderBy(one => one.Where).ThenBy(one => one.From).ThenBy(one => one.Claim.Key))
        {
            open.RemoveAll(one => one.Where != next.Where || one.To < next.From);
            foreach (var one in open.Where(one => one.Claim != next.Claim))
                yield return (one.Claim, next.Claim);
            open.Add(next);
            if (open.Count > Neighbours)
                open.RemoveAt(0);
        }
    }

    // What a claim is of, apart from the time, the other side and how it is stated: stakes of two owners are two things, whoever tells of them.
    private static string TopicOf(Claim claim)
    {
        var kind = ClaimDescriptors.Of(claim);
        var details = kind.DetailsOf(claim);
        return $"{kind.PropertyOf(claim).Name} {details.MeasurementMetric} {details.EventKind} {(claim as Shareholding)?.OwnerKey}";
    }

    private static bool Overlap(Claim a, Claim b) => StatedValue.Of(a) is { } one && StatedValue.Of(b) is { } other && one.Unit == other.Unit && one.Range.Overlaps(other.Range);

    private static string EveryoneIn(Claim claim) => string.Join(' ', claim.Participants.Select(participation => participation.EntityKey).Order());

    private static string FundersOf(Funding claim) => PropertyKey.Slugs(PropertyKey.Having(claim, ParticipantRole.Funder));

    private static IEnumerable<Citation> Supporting(Claim claim) => claim.Citations.Where(citation => citation.Stance == Stance.Supports);

    private static string List(List<Claim> claims)
    {
        var named = claims.Take(Named).Select(claim => $"\"{claim.Slug}\"").ToList();
        return claims.Count > Named ? $"{string.Join(", ", named)} and {claims.Count - Named} more" : $"{string.Join(", ", named.SkipLast(1))} and {named[^1]}";
    }

    /// <summary>What a claim reaches from and to, both included: characters of a document, or numbers.</summary>
    private readonly record struct Stretch(long Where, decimal From, decimal To, Claim Claim);
}
