using System.Globalization;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Reasoning.Ownership;

namespace KnowledgeApi.Ownership;

/// <summary>Who owns an entity and what it owns, directly and through others, computed from the shareholdings that count. Shares are ranges, in percent.</summary>
[ObjectType("Ownership")]
public sealed class OwnershipAnswer
{
    private readonly OwnershipWalks _walks;
    private readonly long _root;

    internal OwnershipAnswer(OwnershipWalks walks, long root) => (_walks, _root) = (walks, root);

    internal OwnershipWalks Walks => _walks;

    internal Task<OwnershipAnswers> ReadAsync(OwnershipDirection direction, CancellationToken cancellation) =>
        _walks.ReadAsync(_root, direction == OwnershipDirection.Owners ? WalkDirection.Up : WalkDirection.Down, cancellation);
}

/// <summary>The direction in which stakes are followed.</summary>
public enum OwnershipDirection
{
    /// <summary>Up: to those who own a part of the entity, to their owners, and so on.</summary>
    Owners,

    /// <summary>Down: to what the entity owns a part of, to what that owns a part of, and so on.</summary>
    Subsidiaries,
}

/// <inheritdoc cref="OwnershipAnswer"/>
[ObjectType<OwnershipAnswer>]
public static class OwnershipFields
{
    /// <summary>The stakes held directly in the entity, the greatest first. What documents state, claim by claim, is in `shareholders`.</summary>
    public static Task<IReadOnlyList<IReadOnlyList<OwnershipStake>>> GetDirectStakesAsync([Parent] IReadOnlyList<OwnershipAnswer> parents, CancellationToken cancellation) =>
        EachAsync(parents, OwnershipDirection.Owners, OwnershipStake.DirectOf, cancellation);

    /// <summary>Whether the direct stakes that were held, or are carried forward, have stated sizes and add up to 100 %, within the precision they are printed with.</summary>
    public static Task<IReadOnlyList<bool>> GetIsCompleteAsync([Parent] IReadOnlyList<OwnershipAnswer> parents, CancellationToken cancellation) =>
        EachAsync(parents, OwnershipDirection.Owners, answers => HoldersOf(answers).IsComplete, cancellation);

    /// <summary>The share in percent that is left for owners no document names. Null if the direct stakes are complete.</summary>
    public static Task<IReadOnlyList<ShareRange?>> GetRemainderAsync([Parent] IReadOnlyList<OwnershipAnswer> parents, CancellationToken cancellation) =>
        EachAsync(parents, OwnershipDirection.Owners, answers => HoldersOf(answers) is { IsComplete: false } holders ? holders.Remainder : (ShareRange?)null, cancellation);

    /// <summary>All owners, direct and through others, the nearest first, then those with the greatest shares.</summary>
    /// <param name="parents">The answers.</param>
    /// <param name="first">How many owners from the start: 50 unless given, at most 500.</param>
    /// <param name="after">Only what comes after this cursor.</param>
    /// <param name="last">How many owners from the end, at most 500.</param>
    /// <param name="before">Only what comes before this cursor.</param>
    /// <param name="cancellation">Stops.</param>
    public static Task<IReadOnlyList<OwnershipConnection>> GetOwnersAsync(
        [Parent] IReadOnlyList<OwnershipAnswer> parents, int? first, string? after, int? last, string? before, CancellationToken cancellation) =>
        PageAsync(parents, OwnershipDirection.Owners, "owners", answers => answers.All, first, after, last, before, cancellation);

    /// <summary>
    /// The owners that have no owner of a stated size themselves, the nearest first. Companies that only own each other are listed with `isInCycle`, owners at the greatest depth with `isExplored` false.
    /// </summary>
    /// <param name="parents">The answers.</param>
    /// <param name="first">How many owners from the start: 50 unless given, at most 500.</param>
    /// <param name="after">Only what comes after this cursor.</param>
    /// <param name="last">How many owners from the end, at most 500.</param>
    /// <param name="before">Only what comes before this cursor.</param>
    /// <param name="cancellation">Stops.</param>
    public static Task<IReadOnlyList<OwnershipConnection>> GetUltimateOwnersAsync(
        [Parent] IReadOnlyList<OwnershipAnswer> parents, int? first, string? after, int? last, string? before, CancellationToken cancellation) =>
        PageAsync(parents, OwnershipDirection.Owners, "ultimateOwners", answers => answers.UltimateOwners, first, after, last, before, cancellation);

    /// <summary>
    /// The owners who hold more than the threshold, alone or together with companies they control; certain ones first, then the nearest. Control does not
    /// shrink along a chain: a controlled company's stake counts in full.
    /// </summary>
    /// <param name="parents">The answers.</param>
    /// <param name="threshold">The share to exceed, in percent, 0 to 100.</param>
    /// <param name="first">How many owners from the start: 50 unless given, at most 500.</param>
    /// <param name="after">Only what comes after this cursor.</param>
    /// <param name="last">How many owners from the end, at most 500.</param>
    /// <param name="before">Only what comes before this cursor.</param>
    /// <param name="cancellation">Stops.</param>
    public static Task<IReadOnlyList<OwnershipConnection>> GetControllersAsync(
        [Parent] IReadOnlyList<OwnershipAnswer> parents,
        int? first,
        string? after,
        int? last,
        string? before,
        CancellationToken cancellation,
        decimal threshold = OwnershipEdge.DefaultThreshold)
    {
        OwnershipService.CheckThreshold(threshold);
        var list = string.Create(CultureInfo.InvariantCulture, $"controllers {threshold:0.############################}");
        return EachAsync(
            parents,
            OwnershipDirection.Owners,
            (parent, answers) =>
            {
                var controllers = answers.Controllers(threshold);
                return new OwnershipConnection(
                    answers,
                    parent.Walks.PageOf(answers.Graph, list, first, after, last, before),
                    controllers.Count,
                    (skip, take) => answers.Describe(controllers.Skip(skip).Take(take).Select(control => control.Controller)),
                    threshold);
            },
            cancellation);
    }

    /// <summary>What the entity owns a part of, directly and through others, the nearest first, then those with the greatest shares. What documents state is in `holdings`.</summary>
    /// <param name="parents">The answers.</param>
    /// <param name="first">How many entities from the start: 50 unless given, at most 500.</param>
    /// <param name="after">Only what comes after this cursor.</param>
    /// <param name="last">How many entities from the end, at most 500.</param>
    /// <param name="before">Only what comes before this cursor.</param>
    /// <param name="cancellation">Stops.</param>
    public static Task<IReadOnlyList<OwnershipConnection>> GetSubsidiariesAsync(
        [Parent] IReadOnlyList<OwnershipAnswer> parents, int? first, string? after, int? last, string? before, CancellationToken cancellation) =>
        PageAsync(parents, OwnershipDirection.Subsidiaries, "subsidiaries", answers => answers.All, first, after, last, before, cancellation);

    /// <summary>The stakes in the entity that documents describe as indirect, each compared with the share computed from direct stakes.</summary>
    public static Task<IReadOnlyList<IReadOnlyList<IndirectStake>>> GetIndirectStakesAsync([Parent] IReadOnlyList<OwnershipAnswer> parents, CancellationToken cancellation) =>
        EachAsync(parents, OwnershipDirection.Owners, answers => IndirectStake.Of(answers.Stated()), cancellation);

    /// <summary>The sets of entities in this direction that own each other.</summary>
    /// <param name="parents">The answers.</param>
    /// <param name="of">Whether to look at owners or at subsidiaries.</param>
    /// <param name="cancellation">Stops.</param>
    public static Task<IReadOnlyList<IReadOnlyList<OwnershipCycle>>> GetCyclesAsync(
        [Parent] IReadOnlyList<OwnershipAnswer> parents, CancellationToken cancellation, OwnershipDirection of = OwnershipDirection.Owners) =>
        EachAsync(parents, of, answers => OwnershipCycle.Of(answers.Graph.Cycles), cancellation);

    /// <summary>What keeps the answer from being exact, such as a stake of no stated size.</summary>
    /// <param name="parents">The answers.</param>
    /// <param name="of">Whether to look at owners or at subsidiaries.</param>
    /// <param name="cancellation">Stops.</param>
    public static Task<IReadOnlyList<IReadOnlyList<OwnershipGapInfo>>> GetGapsAsync(
        [Parent] IReadOnlyList<OwnershipAnswer> parents, CancellationToken cancellation, OwnershipDirection of = OwnershipDirection.Owners) =>
        EachAsync(parents, of, answers => OwnershipGapInfo.Of(answers.Gaps()), cancellation);

    /// <summary>The stakes as a picture in the DOT language of Graphviz.</summary>
    /// <param name="parents">The answers.</param>
    /// <param name="of">Whether to draw owners or subsidiaries.</param>
    /// <param name="cancellation">Stops.</param>
    public static Task<IReadOnlyList<string>> GetDotAsync(
        [Parent] IReadOnlyList<OwnershipAnswer> parents, CancellationToken cancellation, OwnershipDirection of = OwnershipDirection.Owners) =>
        EachAsync(parents, of, answers => OwnershipPicture.Of(answers.Graph).ToDot(), cancellation);

    /// <summary>The stakes as a Mermaid flowchart.</summary>
    /// <param name="parents">The answers.</param>
    /// <param name="of">Whether to draw owners or subsidiaries.</param>
    /// <param name="cancellation">Stops.</param>
    public static Task<IReadOnlyList<string>> GetMermaidAsync(
        [Parent] IReadOnlyList<OwnershipAnswer> parents, CancellationToken cancellation, OwnershipDirection of = OwnershipDirection.Owners) =>
        EachAsync(parents, of, answers => OwnershipPicture.Of(answers.Graph).ToMermaid(), cancellation);

    private static Holders HoldersOf(OwnershipAnswers answers) => answers.Graph.Index.HoldersOf(answers.Graph.Root)!;

    private static Task<IReadOnlyList<OwnershipConnection>> PageAsync(
        IReadOnlyList<OwnershipAnswer> parents,
        OwnershipDirection direction,
        string list,
        Func<OwnershipAnswers, EffectiveStakes> listed,
        int? first,
        string? after,
        int? last,
        string? before,
        CancellationToken cancellation) =>
        EachAsync(
            parents,
            direction,
            (parent, answers) =>
            {
                var stakes = listed(answers);
                return new OwnershipConnection(answers, parent.Walks.PageOf(answers.Graph, list, first, after, last, before), stakes.Count, stakes.Read);
            },
            cancellation);

    private static Task<IReadOnlyList<T>> EachAsync<T>(
        IReadOnlyList<OwnershipAnswer> parents, OwnershipDirection direction, Func<OwnershipAnswers, T> answer, CancellationToken cancellation) =>
        EachAsync(parents, direction, (_, answers) => answer(answers), cancellation);

    private static async Task<IReadOnlyList<T>> EachAsync<T>(
        IReadOnlyList<OwnershipAnswer> parents, OwnershipDirection direction, Func<OwnershipAnswer, OwnershipAnswers, T> answer, CancellationToken cancellation)
    {
        var results = new List<T>(parents.Count);
        foreach (var parent in parents)
        {
            cancellation.ThrowIfCancellationRequested();
            results.Add(answer(parent, await parent.ReadAsync(direction, cancellation)));
        }

        return results;
    }
}
