using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Agreements;

/// <summary>
/// Groups claims of the same property of the same subject, and says of each group whether its claims can be true together.
/// The outcome does not depend on the order of the claims, but for the internal numbers.
/// </summary>
public static class AgreementFinder
{
    /// <summary>The groups of all claims, in the order of their first claims.</summary>
    /// <param name="claims">The claims, each once.</param>
    /// <param name="cancellation">Stops.</param>
    public static IReadOnlyList<ClaimGroup> Find(IReadOnlyCollection<Claim> claims, CancellationToken cancellation = default)
    {
        var found = new List<ClaimGroup>();
        foreach (var alike in claims.GroupBy(Moods.KeyOf))
        {
            var parts = Connect([.. alike], cancellation);
            var times = GroupName.TimesOf(parts);
            foreach (var part in parts)
                found.Add(Judge(part, times));
        }
        return [.. found.OrderBy(group => group.Key)];
    }

    /// <summary>
    /// Whether two claims state the same property in the same sense for the same time, so that their values can be compared: the
    /// same unit, the same basis or instrument or one that is not stated, and periods that overlap and need not follow each other.
    /// A claim that states no time is compared with any.
    /// </summary>
    public static bool AreComparable(Claim a, Claim b) =>
        a != b && Moods.KeyOf(a) == Moods.KeyOf(b) && Match(a, b);

    /// <summary>Whether two claims cannot be true together: they are comparable, no value is allowed by both, and nothing that one of them leaves open can be why.</summary>
    public static bool AreRivals(Claim a, Claim b) => AreComparable(a, b) && AreApart(a, b);

    // What is asked of two claims of one key.
    private static bool Match(Claim a, Claim b) =>
        SameOrUnstated(StatedValue.Of(a)?.Unit, StatedValue.Of(b)?.Unit) && ClaimDescriptors.Of(a).AreComparable(a, b);

    private static bool AreApart(Claim a, Claim b) =>
        ClaimDescriptors.Of(a).CanConflict(a, b) && StatedValue.Of(a) is { } one && StatedValue.Of(b) is { } other && !one.Range.Overlaps(other.Range);

    // Claims that state a value hang together in chains of comparable ones. One without a value joins what it can only belong
    // to; it must not tie together what would be apart without it.
    private static List<List<Claim>> Connect(List<Claim> claims, CancellationToken cancellation)
    {
        if (claims.Count == 1)
            return [claims];
        var parts = Components(claims.FindAll(claim => StatedValue.Of(claim) is not null), cancellation);
        var homeless = new List<Claim>();
        // All homes are found before any is moved into.
        foreach (var (claim, homes) in claims.FindAll(claim => StatedValue.Of(claim) is null)
            .ConvertAll(claim => (claim, parts.FindAll(part => part.Exists(member => Match(claim, member))))))
        {
            if (homes.Count == 1)
                homes[0].Add(claim);
            else
                homeless.Add(claim);
        }
        return [.. parts, .. Components(homeless, cancellation)];
    }

    private static List<List<Claim>> Components(List<Claim> claims, CancellationToken cancellation)
    {
        var parts = new List<List<Claim>>();
        foreach (var claim in claims)
        {
            cancellation.ThrowIfCancellationRequested();
            var joined = parts.FindAll(part => part.Exists(member => Match(claim, member)));
            parts.RemoveAll(joined.Contains);
            parts.Add([.. joined.SelectMany(part => part), claim]);
        }
        return parts;
    }

    private static bool SameOrUnstated(string? a, string? b) => a is null || b is null || a == b;

    private static ClaimGroup Judge(List<Claim> claims, IReadOnlyDictionary<string, int>? times)
    {
        claims = [.. claims.OrderBy(claim => claim.Key).ThenBy(claim => claim.Slug, StringComparer.Ordinal)];
        var stated = claims.ConvertAll(StatedValue.Of);
        var ranges = stated.OfType<StatedValue>().Select(value => value.Range).ToList();
        var rivals = (from i in Enumerable.Range(0, claims.Count)
                      from j in Enumerable.Range(i + 1, claims.Count - i - 1)
                      where AreApart(claims[i], claims[j]) && Match(claims[i], claims[j])
                      select (claims[i], claims[j])).ToList();
        var name = GroupName.Of(Moods.KeyOf(claims[0]), claims, times);
        return new ClaimGroup(name.Slug, name.Label, claims)
        {
            Unit = stated.Select(value => value?.Unit).FirstOrDefault(unit => unit is not null),
            Verdict = VerdictOf(stated, ranges, rivals.Count),
            Rivals = rivals,
            Intersection = ranges.Count == 0 ? null : ranges.Skip(1).Aggregate((Interval?)ranges[0], (common, range) => common?.Intersection(range)),
            Spread = ranges.Count == 0 ? null : ranges.Aggregate((hull, range) => hull.Hull(range)),
            Quote = QuoteChoice.Of(claims),
        };
    }

    private static Verdict VerdictOf(List<StatedValue?> stated, List<Interval> ranges, int rivals) => (stated.Count, rivals) switch
    {
        (1, _) => Verdict.Single,
        (_, > 0) => Verdict.Conflicting,
        _ => ranges.Count == 0 || ranges.Count == stated.Count && ranges.Distinct().Count() == 1 ? Verdict.Identical : Verdict.Consistent,
    };
}
