using System.Globalization;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Ownership;

/// <summary>Reason why an answer about ownership is a wide range or incomplete.</summary>
public enum OwnershipGapKind
{
    /// <summary>No claim states the size of a stake.</summary>
    ShareUnstated,

    /// <summary>No claim states whether a stake is held directly or through others.</summary>
    InterestUnknown,

    /// <summary>A stake was possibly, not certainly held on the day asked for.</summary>
    PeriodUncertain,

    /// <summary>The claims of a stake allow no common share.</summary>
    ClaimsConflict,

    /// <summary>The stakes in a company make more than 100 %.</summary>
    OwnersExceedWhole,

    /// <summary>The stated stakes in a company do not make 100 %, or none is stated.</summary>
    OwnersIncomplete,

    /// <summary>A stake is stated of the capital and of the votes, and both count because no `basis` was asked for.</summary>
    BasisMixed,

    /// <summary>A stake is carried forward: it was stated before the day asked for, and is not known to have ended.</summary>
    CarriedForward,

    /// <summary>Claims are left out because what was stated later stands instead: another share, or stakes that make the whole.</summary>
    Superseded,

    /// <summary>Claims without a date of publication are left out by `asOf.knownOn`.</summary>
    UndatedSources,

    /// <summary>Chains longer than `maxDepth` were not followed.</summary>
    DepthReached,

    /// <summary>More entities are connected than one answer may hold.</summary>
    NodesReached,
}

/// <summary>Reason why an answer about ownership is a wide range or incomplete.</summary>
/// <param name="Kind">The kind of reason.</param>
/// <param name="Message">The reason in a sentence, such as "The size of the stake of Orange in Cloudwatt is not stated."</param>
public sealed record OwnershipGap(OwnershipGapKind Kind, string Message)
{
    /// <summary>Internal number of the company whose owners it is about, if it is about one.</summary>
    public long? Company { get; init; }

    /// <summary>Internal number of the owner it is about, if it is about one.</summary>
    public long? Owner { get; init; }

    /// <summary>The claims it is about.</summary>
    public IReadOnlyList<StakeClaim> Claims { get; init; } = [];

    /// <summary>The gaps of an answer.</summary>
    /// <param name="graph">All that was found.</param>
    /// <param name="companies">The companies whose owners the answer rests on.</param>
    /// <param name="stakes">The stakes it rests on.</param>
    internal static IReadOnlyList<OwnershipGap> Of(OwnershipGraph graph, IReadOnlyCollection<long> companies, IReadOnlyCollection<Stake> stakes)
    {
        var gaps = new List<OwnershipGap>();
        foreach (var stake in stakes)
            gaps.AddRange(OfStake(graph, stake));
        foreach (var company in companies)
            gaps.AddRange(OfHolders(graph, company));
        if (graph.Unexplored.Count > 0)
            gaps.Add(new(OwnershipGapKind.DepthReached, Invariant($"At {Counted(graph.Unexplored.Count, "entity", "entities")} the greatest depth was reached: longer chains were not looked for.")));
        if (graph.IsFull)
            gaps.Add(new(OwnershipGapKind.NodesReached, Invariant($"Only the {graph.Count} nearest entities were looked at.")));
        return [.. gaps.OrderBy(gap => gap.Kind)];
    }

    private static IEnumerable<OwnershipGap> OfStake(OwnershipGraph graph, Stake stake)
    {
        var (owner, company) = (graph.Index.PartyOf(stake.Owner).Name, graph.Index.PartyOf(stake.Company).Name);
        if (stake.Stated is null)
            yield return Gap(OwnershipGapKind.ShareUnstated, $"The size of the stake of {owner} in {company} is not stated.");
        if (!stake.IsDirect)
            yield return Gap(OwnershipGapKind.InterestUnknown, $"Whether {owner} holds its stake in {company} itself or through others is not stated.");
        if (stake.Certainty == Certainty.Possible)
            yield return Gap(OwnershipGapKind.PeriodUncertain, $"That {owner} {(graph.Index.Question.AsOf.ValidOn is { } day ? Invariant($"held a stake in {company} on {day:yyyy-MM-dd}") : $"still holds a stake in {company}")} is possible, not certain.");
        if (stake.Certainty == Certainty.LastKnown)
            yield return Gap(OwnershipGapKind.CarriedForward, Invariant($"The stake of {owner} in {company} was last stated {stake.LastStated?.Edtf}; that it has not ended since is not stated."));
        if (stake.Agreement == Verdict.Conflicting)
            yield return Gap(OwnershipGapKind.ClaimsConflict, $"The claims of the stake of {owner} in {company} allow no common share.");
        if (stake.MixesBases)
            yield return Gap(OwnershipGapKind.BasisMixed, $"The stake of {owner} in {company} is stated of the capital and of the votes: ask for one `basis`.");

        OwnershipGap Gap(OwnershipGapKind kind, string message) => new(kind, message) { Company = stake.Company, Owner = stake.Owner, Claims = stake.Claims };
    }

    private static IEnumerable<OwnershipGap> OfHolders(OwnershipGraph graph, long company)
    {
        if (graph.Index.HoldersOf(company) is not { } holders)
            yield break;
        var name = graph.Index.PartyOf(company).Name;
        if (holders.IsOver100)
            yield return Gap(OwnershipGapKind.OwnersExceedWhole, $"The stakes in {name} are more than the whole, by the least that is stated of each.", holders.Stakes.SelectMany(stake => stake.Claims));
        foreach (var left in holders.Superseded.GroupBy(claim => claim.Owner))
            yield return Gap(OwnershipGapKind.Superseded, $"{(left.Count() == 1 ? "An earlier claim" : "Earlier claims")} of the stake of {graph.Index.PartyOf(left.Key).Name} in {name} {(left.Count() == 1 ? "is" : "are")} left out: what was stated later stands instead.", left);
        if (holders.Stakes.Count == 0)
            yield return Gap(OwnershipGapKind.OwnersIncomplete, $"No claim that counts states who owns {name}.", []);
        else if (!holders.IsComplete && holders.Remainder.Upper > 0)
            yield return Gap(OwnershipGapKind.OwnersIncomplete, Invariant($"The stakes stated in {name} leave up to {holders.Remainder.Upper:0.####} % to owners that no claim names."), []);
        if (holders.Undated.Count > 0)
            yield return Gap(OwnershipGapKind.UndatedSources, Invariant($"{Counted(holders.Undated.Count, "claim of a stake", "claims of stakes")} in {name} left out, because nothing says when {(holders.Undated.Count == 1 ? "it was" : "they were")} published."), holders.Undated);

        OwnershipGap Gap(OwnershipGapKind kind, string message, IEnumerable<StakeClaim> claims) => new(kind, message) { Company = company, Claims = [.. claims] };
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Counted(int count, string one, string many) => Invariant($"{count} {(count == 1 ? one : many)}");
}
