using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Agreements;

/// <summary>
/// What is carried forward gives way to what is stated later: to another value of the same, and, of stakes, to others that make the whole without it. The earlier claim stays true of its own time.
/// </summary>
internal static class Supersession
{
    // Printed numbers are no wider than this: what makes the whole must be stated, not merely allowed.
    private const decimal Printed = 1;

    /// <summary>Enters in claims from which day on what was stated later stands.</summary>
    /// <param name="claims">All claims about some subjects.</param>
    public static void Enter(IReadOnlyCollection<Claim> claims)
    {
        var lasting = claims.Where(claim => ClaimDescriptors.Of(claim).Lasts && StatedOf(claim).Any()).ToList();
        var rows = new Dictionary<Claim, List<ClaimTime>>();
        foreach (var alike in lasting.GroupBy(Moods.KeyOf).Where(alike => alike.Skip(1).Any()))
        {
            foreach (var claim in alike)
                foreach (var other in alike.Where(other => AgreementFinder.AreApart(claim, other)))
                    Add(claim, StatedOf(other));
        }

        foreach (var stakes in lasting.OfType<Shareholding>().GroupBy(stake => stake.CompanyKey))
        {
            foreach (var (row, owners) in WholesOf(stakes))
                foreach (var claim in stakes.Where(stake => !owners.Contains(stake.OwnerKey)))
                    Add(claim, [row]);
        }

        foreach (var (claim, found) in rows)
            claim.SetTimes(new([.. claim.Times.Rows, .. found.Distinct()]));

        void Add(Claim claim, IEnumerable<ClaimTime> others)
        {
            foreach (var found in others.SelectMany(other => By(other, [.. StatedOf(claim)])))
            {
                if (!rows.TryGetValue(claim, out var list))
                    rows.Add(claim, list = []);
                list.Add(found);
            }
        }
    }

    // Of a text that was written some time between two days the first counts: it is stated to hold then or after. Once the earlier claim is stated again, that stands; before this was known, it did not.
    private static IEnumerable<ClaimTime> By(ClaimTime later, IReadOnlyList<ClaimTime> stated)
    {
        var again = stated.Where(row => row.From >= later.From).OrderBy(row => row.KnownFrom ?? DateOnly.MaxValue).FirstOrDefault();
        if (again is not null && stated.All(row => row.From >= later.From))
            yield break;
        var row = new ClaimTime { Type = ClaimTimeType.Superseded, From = later.To, KnownFrom = later.KnownFrom, PossiblyKnownFrom = later.PossiblyKnownFrom };
        yield return again is null ? row : row with { KnownUntil = again.KnownFrom ?? DateOnly.MaxValue };
        if (again is { To: { } day } && day > later.To)
            yield return row with { To = day.AddDays(-1), KnownFrom = later.KnownFrom is null || again.KnownFrom is null ? null : later.KnownFrom > again.KnownFrom ? later.KnownFrom : again.KnownFrom };
    }

    private static IEnumerable<ClaimTime> StatedOf(Claim claim) => claim.Times.Rows.Where(row => row.Type == ClaimTimeType.Stated);

    private static bool IsPrinted(Shareholding stake) => stake is { Interest: Interest.Direct, Share: { Lower: { } lower, Upper: { } upper } } && upper - lower <= Printed;

    // The stakes that one text states and that make the whole as printed, each with when it states them.
    private static IEnumerable<(ClaimTime Row, IReadOnlyList<long> Owners)> WholesOf(IEnumerable<Shareholding> stakes) =>
        from stated in stakes.Where(IsPrinted).SelectMany(stake => StatedOf(stake).Select(row => (Stake: stake, Row: row))).GroupBy(pair => (pair.Row.From, pair.Row.To, pair.Row.KnownFrom))
        let owners = stated.GroupBy(pair => pair.Stake.OwnerKey).Select(tellings => (Owner: tellings.Key, Lower: tellings.Max(pair => pair.Stake.Share!.Lower!.Value), Upper: tellings.Min(pair => pair.Stake.Share!.Upper!.Value))).ToList()
        where owners.Sum(owner => owner.Lower) <= 100 && owners.Sum(owner => owner.Upper) >= 100
        select (stated.First().Row, (IReadOnlyList<long>)owners.ConvertAll(owner => owner.Owner));
}
