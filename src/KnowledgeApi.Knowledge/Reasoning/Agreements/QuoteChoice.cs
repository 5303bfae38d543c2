using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Agreements;

/// <summary>
/// Which claim of a group to quote first. The criteria are applied one after the other, each only to those the earlier ones
/// left. Where a thing is stated and by whom comes before how precisely: a reader's exact number is worth less than an
/// article's round one, and a filing's word more than either.
/// </summary>
/// <param name="Claim">The claim to quote first.</param>
/// <param name="Reason">The criterion that left it alone.</param>
/// <param name="Explanation">All criteria that set it apart, in a sentence.</param>
public sealed record QuoteChoice(Claim Claim, QuoteReason Reason, string Explanation)
{
    private static readonly (QuoteReason Reason, Func<Claim, IComparable?> Worse, string Words)[] Criteria =
    [
        (QuoteReason.Rank, claim => (int)claim.Rank, "it is ranked best by the curators"),
        (QuoteReason.Status, claim => claim.IsFact ? -1 : (int)Moods.Of(claim.Status), "it is stated as a fact, or as what is nearest to one"),
        (QuoteReason.Value, claim => StatedValue.Of(claim) is null, "it states a number or a date, which others do not"),
        (QuoteReason.Section, claim => Support(claim).All(citation => citation.Section == Section.Comment), "it is stated outside readers' comments"),
        (QuoteReason.Attribution, claim => Support(claim).Select(citation => Distance(citation.Attribution)).DefaultIfEmpty(int.MaxValue).Min(), "it is stated by the voice nearest to the matter"),
        (QuoteReason.Status, claim => claim.Status is ClaimStatus.Reported or ClaimStatus.Planned, "it is stated as settled, not as hearsay or plan"),
        (QuoteReason.Precision, claim => StatedValue.Of(claim) is { } stated ? stated.Breadth ?? decimal.MaxValue : decimal.Zero, "it is the most precise"),
        (QuoteReason.Sources, claim => -claim.IndependentSources, "it is stated by the most independent sources"),
        (QuoteReason.Date, claim => claim.FirstReported ?? DateOnly.MaxValue, "it was reported first"),
        (QuoteReason.Name, claim => new Ordinal(claim.Slug), "it comes first in the alphabet, nothing else setting them apart"),
    ];

    /// <summary>Chooses among claims.</summary>
    /// <param name="claims">At least one claim.</param>
    public static QuoteChoice Of(IReadOnlyCollection<Claim> claims)
    {
        var left = claims.ToList();
        if (left.Count == 1)
            return new(left[0], QuoteReason.OnlyOne, "It is the only claim.");
        var reason = QuoteReason.Name;
        var decided = new List<string>();
        foreach (var criterion in Criteria.TakeWhile(_ => left.Count > 1))
        {
            var best = left.Min(criterion.Worse);
            var kept = left.Where(claim => Equals(criterion.Worse(claim), best)).ToList();
            if (kept.Count < left.Count)
                decided.Add(criterion.Words);
            (left, reason) = (kept, criterion.Reason);
        }
        return new(left[0], reason, $"I{string.Join("; of those left, ", decided)[1..]}.");
    }

    /// <summary>All claims in the order in which they are to be quoted: the chosen one, then the one chosen of those left, and so on.</summary>
    public static IEnumerable<Claim> Order(IReadOnlyCollection<Claim> claims) => claims.Count == 1
        ? claims
        : Criteria.Skip(1).Aggregate(claims.OrderBy(Criteria[0].Worse), (ordered, criterion) => ordered.ThenBy(criterion.Worse));

    // The best places that speak for it: comments count only where there is nothing else.
    private static List<Citation> Support(Claim claim)
    {
        var support = claim.Citations.Where(citation => citation.Stance == Stance.Supports).ToList();
        return support.Exists(citation => citation.Section != Section.Comment) ? support.FindAll(citation => citation.Section != Section.Comment) : support;
    }

    // How far the one who speaks is from the matter: a filing is sworn, the party itself knows, the article has looked, the rest is relayed.
    private static int Distance(Attribution attribution) => attribution switch
    {
        Attribution.OfficialFiling => 0,
        Attribution.Organisation => 1,
        Attribution.NamedPerson => 2,
        Attribution.Article => 3,
        Attribution.OtherPress => 4,
        Attribution.AnonymousSource => 5,
        _ => 6,
    };

    // Slugs are compared by their characters, whatever the culture.
    private readonly record struct Ordinal(string Text) : IComparable
    {
        public int CompareTo(object? obj) => string.CompareOrdinal(Text, ((Ordinal)obj!).Text);
    }
}
