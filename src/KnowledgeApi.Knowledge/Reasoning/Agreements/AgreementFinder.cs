using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Agreements;

/// <summary>
/// Groups claims of the same property of the same subject, and those that answer a question the curators named, and says of each group whether its claims can be
/// true together. The outcome does not depend on the order of the claims, but for the internal numbers.
/// </summary>
public static class AgreementFinder
{
    /// <summary>The groups of all claims, in the order of their first claims.</summary>
    /// <param name="claims">The claims, each once.</param>
    /// <param name="cancellation">Stops.</param>
    public static IReadOnlyList<ClaimGroup> Find(IReadOnlyCollection<Claim> claims, CancellationToken cancellation = default)
    {
        var found = new List<ClaimGroup>();
        var asked = new Dictionary<string, List<Claim>>(StringComparer.Ordinal);
        foreach (var alike in claims.GroupBy(Moods.KeyOf))
        {
            var parts = Connect([.. alike], cancellation).SelectMany(part => Apart(part, cancellation)).ToList();
            var times = GroupName.TimesOf(parts);
            foreach (var part in parts)
            {
                if (part.Find(claim => claim.Question is not null)?.Question is not { } question)
                    found.Add(Judgement.Of(part, null, GroupName.Of(alike.Key, part, times)));
                else if (!asked.TryAdd(question.Slug, part))
                    asked[question.Slug].AddRange(part);
            }
        }

        found.AddRange(asked.Values.Select(answers => answers.Find(claim => claim.Question is not null)!.Question!).Select(question => Judgement.Of(asked[question.Slug], question, (question.Slug, question.Text))));
        return [.. found.OrderBy(group => group.Key)];
    }

    /// <summary>
    /// Whether two claims state the same property in the same sense for the same time, so that their values can be compared: the
    /// same unit, the same basis or instrument or one that is not stated, and periods that overlap and need not follow each other.
    /// A claim that states no time is compared with any. Claims that answer different questions are not compared.
    /// </summary>
    public static bool AreComparable(Claim a, Claim b) =>
        a != b && Moods.KeyOf(a) == Moods.KeyOf(b) && MayAnswerOne(a, b) && Match(a, b);

    /// <summary>
    /// Whether two claims cannot be true together: they are comparable, no value is allowed by both, and nothing that one of them leaves open can be why; or
    /// they are different answers to a question that has one and that both name. A deprecated claim is nobody's rival.
    /// </summary>
    public static bool AreRivals(Claim a, Claim b) => Counts(a) && Counts(b)
        && (AreComparable(a, b) && AreApart(a, b) || a != b && a.Question is { Exclusive: true } && a.Question.Slug == b.Question?.Slug && Answer.Exclude(new(a), new(b)));

    /// <summary>Prints of what makes claims be compared: two that have one in common may be in one group, others cannot.</summary>
    internal static IEnumerable<ulong> PrintsOf(Claim claim)
    {
        yield return Moods.KeyOf(claim).Print;
        if (claim.Question is { } question)
            yield return PropertyKey.Of("", $"question:{question.Slug}").Print;
    }

    /// <summary>Whether a claim has a say in what its group comes to.</summary>
    internal static bool Counts(Claim claim) => claim.Rank != ClaimRank.Deprecated;

    /// <summary>Whether two claims of one key can be compared.</summary>
    internal static bool Match(Claim a, Claim b) =>
        SameOrUnstated(StatedValue.Of(a)?.Unit, StatedValue.Of(b)?.Unit) && ClaimDescriptors.Of(a).AreComparable(a, b) && (!AreApart(a, b) || !Comparison.MayFollow(a, b));

    /// <summary>Whether two comparable claims leave no value that both allow.</summary>
    internal static bool AreApart(Claim a, Claim b) =>
        ClaimDescriptors.Of(a).CanConflict(a, b) && StatedValue.Of(a) is { } one && StatedValue.Of(b) is { } other && !one.Range.Overlaps(other.Range);

    private static bool MayAnswerOne(Claim a, Claim b) => a.Question is null || b.Question is null || a.Question.Slug == b.Question.Slug;

    // Claims that would be compared but name different questions are apart; those that name none then stay by themselves.
    private static List<List<Claim>> Apart(List<Claim> part, CancellationToken cancellation)
    {
        if (part.Count == 1 || part.Select(claim => claim.Question?.Slug).OfType<string>().Distinct().Count() < 2)
            return [part];
        var rest = part.FindAll(claim => claim.Question is null);
        return [.. part.Except(rest).GroupBy(claim => claim.Question!.Slug).Select(answers => answers.ToList()), .. rest.Count == 0 ? [] : Connect(rest, cancellation)];
    }

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
}
