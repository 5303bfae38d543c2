using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;

namespace KnowledgeApi.Ownership;

/// <summary>Who owns whom, through whom.</summary>
[QueryType]
public static class OwnershipQueries
{
    /// <summary>How much of a company one entity owns, through which chains of stakes, and what that rests on.</summary>
    /// <param name="of">The company.</param>
    /// <param name="by">The owner: another entity than the company.</param>
    /// <param name="asOf">The day stakes must have held on, and by which they must have been known. Without `validOn` stakes of all times are laid over each other.</param>
    /// <param name="basis">Stakes of the capital, or of the votes; claims that do not say which count for both. Any if left out.</param>
    /// <param name="statuses">How claims must be told to count. Only as facts (ACTUAL) if left out: hearsay, plans and aims are not ownership.</param>
    /// <param name="maxDepth">The most stakes one after the other, 1 to 16 unless the server is set otherwise.</param>
    /// <param name="first">The most chains to list, 1 to 1000.</param>
    /// <param name="service">Answers.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<OwnershipPathsResult> GetOwnershipPathsAsync(
        EntityKeyInput of,
        EntityKeyInput by,
        AsOf? asOf,
        ShareBasis? basis,
        IReadOnlyList<ClaimStatus>? statuses,
        [Service] OwnershipService service,
        CancellationToken cancellation,
        int maxDepth = Ask.Depth,
        int first = Ask.Items)
    {
        var size = service.SizeOf(first);
        var parties = await service.FindAsync([of, by], cancellation);
        if (parties[0].Key == parties[1].Key)
            throw new FieldErrorException($"of and by are both \"{parties[0].Slug}\", but must be two entities.", ErrorCodes.ArgumentInvalid);
        var graphs = await service.WalkAsync([parties[0]], WalkDirection.Up, Ask.Question(asOf, basis, statuses), maxDepth, cancellation);
        return new OwnershipPathsResult(new OwnershipAnswers(graphs[0], cancellation), parties[1].Key, maxDepth, size);
    }
}

/// <summary>Who owns an organisation.</summary>
[InterfaceType<Organisation>]
public static class OrganisationOwnership
{
    /// <summary>Its owners, direct and through others, with effective shares. Stakes as the documents tell them are in `shareholders`.</summary>
    /// <param name="organisations">The organisations.</param>
    /// <param name="asOf">The day stakes must have held on, and by which they must have been known. Without `validOn` stakes of all times are laid over each other.</param>
    /// <param name="basis">Stakes of the capital, or of the votes; claims that do not say which count for both. Any if left out.</param>
    /// <param name="statuses">How claims must be told to count. Only as facts (ACTUAL) if left out: hearsay, plans and aims are not ownership.</param>
    /// <param name="maxDepth">The most stakes one after the other, 1 to 16 unless the server is set otherwise.</param>
    /// <param name="first">The most owners to list, 1 to 1000.</param>
    /// <param name="service">Answers.</param>
    /// <param name="cancellation">Stops.</param>
    public static Task<IReadOnlyList<OwnersResult>> GetOwnersAsync(
        [Parent(nameof(Entity.Key), nameof(Entity.Slug), nameof(Entity.Name))] IReadOnlyList<Organisation> organisations,
        AsOf? asOf,
        ShareBasis? basis,
        IReadOnlyList<ClaimStatus>? statuses,
        [Service] OwnershipService service,
        CancellationToken cancellation,
        int maxDepth = Ask.Depth,
        int first = Ask.Items) =>
        Ask.AllAsync(service, organisations, WalkDirection.Up, Ask.Question(asOf, basis, statuses), maxDepth, answers => new OwnersResult(answers, service.SizeOf(first)), cancellation);

    /// <summary>The owners nobody is told to own, with effective shares.</summary>
    /// <param name="organisations">The organisations.</param>
    /// <param name="asOf">The day stakes must have held on, and by which they must have been known. Without `validOn` stakes of all times are laid over each other.</param>
    /// <param name="basis">Stakes of the capital, or of the votes; claims that do not say which count for both. Any if left out.</param>
    /// <param name="statuses">How claims must be told to count. Only as facts (ACTUAL) if left out: hearsay, plans and aims are not ownership.</param>
    /// <param name="maxDepth">The most stakes one after the other, 1 to 16 unless the server is set otherwise.</param>
    /// <param name="first">The most owners to list, 1 to 1000.</param>
    /// <param name="service">Answers.</param>
    /// <param name="cancellation">Stops.</param>
    public static Task<IReadOnlyList<UltimateOwnersResult>> GetUltimateOwnersAsync(
        [Parent(nameof(Entity.Key), nameof(Entity.Slug), nameof(Entity.Name))] IReadOnlyList<Organisation> organisations,
        AsOf? asOf,
        ShareBasis? basis,
        IReadOnlyList<ClaimStatus>? statuses,
        [Service] OwnershipService service,
        CancellationToken cancellation,
        int maxDepth = Ask.Depth,
        int first = Ask.Items) =>
        Ask.AllAsync(service, organisations, WalkDirection.Up, Ask.Question(asOf, basis, statuses), maxDepth, answers => new UltimateOwnersResult(answers, service.SizeOf(first)), cancellation);

    /// <summary>
    /// Those who control it: who holds more than the threshold, alone or together with companies it controls. Shares do not shrink along a chain of control:
    /// who controls a holder has all of that holder's stake to say.
    /// </summary>
    /// <param name="organisations">The organisations.</param>
    /// <param name="asOf">The day stakes must have held on, and by which they must have been known. Without `validOn` stakes of all times are laid over each other.</param>
    /// <param name="basis">Stakes of the capital, or of the votes; claims that do not say which count for both. Any if left out.</param>
    /// <param name="statuses">How claims must be told to count. Only as facts (ACTUAL) if left out: hearsay, plans and aims are not ownership.</param>
    /// <param name="threshold">The share to exceed, in percent, 0 to 100; 50 if left out.</param>
    /// <param name="maxDepth">The most stakes one after the other, 1 to 16 unless the server is set otherwise.</param>
    /// <param name="service">Answers.</param>
    /// <param name="cancellation">Stops.</param>
    public static Task<IReadOnlyList<ControllersResult>> GetControllersAsync(
        [Parent(nameof(Entity.Key), nameof(Entity.Slug), nameof(Entity.Name))] IReadOnlyList<Organisation> organisations,
        AsOf? asOf,
        ShareBasis? basis,
        IReadOnlyList<ClaimStatus>? statuses,
        decimal? threshold,
        [Service] OwnershipService service,
        CancellationToken cancellation,
        int maxDepth = Ask.Depth) =>
        Ask.AllAsync(service, organisations, WalkDirection.Up, Ask.Question(asOf, basis, statuses), maxDepth, answers => new ControllersResult(answers, Ask.Threshold(threshold)), cancellation);
}

/// <summary>What an entity owns.</summary>
[InterfaceType<Entity>]
public static class EntityOwnership
{
    /// <summary>What it owns a part of, directly and through others, with effective shares. Stakes as the documents tell them are in `holdings`.</summary>
    /// <param name="entities">The entities.</param>
    /// <param name="asOf">The day stakes must have held on, and by which they must have been known. Without `validOn` stakes of all times are laid over each other.</param>
    /// <param name="basis">Stakes of the capital, or of the votes; claims that do not say which count for both. Any if left out.</param>
    /// <param name="statuses">How claims must be told to count. Only as facts (ACTUAL) if left out: hearsay, plans and aims are not ownership.</param>
    /// <param name="threshold">The share to exceed for control, in percent, 0 to 100; 50 if left out.</param>
    /// <param name="maxDepth">The most stakes one after the other, 1 to 16 unless the server is set otherwise.</param>
    /// <param name="first">The most companies to list, 1 to 1000.</param>
    /// <param name="service">Answers.</param>
    /// <param name="cancellation">Stops.</param>
    public static Task<IReadOnlyList<SubsidiariesResult>> GetSubsidiariesAsync(
        [Parent(nameof(Entity.Key), nameof(Entity.Slug), nameof(Entity.Name))] IReadOnlyList<Entity> entities,
        AsOf? asOf,
        ShareBasis? basis,
        IReadOnlyList<ClaimStatus>? statuses,
        decimal? threshold,
        [Service] OwnershipService service,
        CancellationToken cancellation,
        int maxDepth = Ask.Depth,
        int first = Ask.Items) =>
        Ask.AllAsync(service, entities, WalkDirection.Down, Ask.Question(asOf, basis, statuses), maxDepth, answers => new SubsidiariesResult(answers, service.SizeOf(first), Ask.Threshold(threshold)), cancellation);
}

/// <summary>What the fields about ownership have in common.</summary>
internal static class Ask
{
    public const int Depth = 8;
    public const int Items = 100;

    public static OwnershipQuestion Question(AsOf? asOf, ShareBasis? basis, IReadOnlyList<ClaimStatus>? statuses)
    {
        var question = new OwnershipQuestion { AsOf = asOf ?? new(), Basis = basis };
        return statuses is null ? question : question with { Statuses = statuses.ToHashSet() };
    }

    public static decimal Threshold(decimal? threshold) => threshold switch
    {
        null => 50,
        >= 0 and <= 100 => threshold.Value,
        _ => throw new FieldErrorException($"threshold is {threshold}, but must be from 0 to 100.", ErrorCodes.ArgumentInvalid),
    };

    public static async Task<IReadOnlyList<TResult>> AllAsync<TResult>(
        OwnershipService service,
        IReadOnlyList<Entity> entities,
        WalkDirection direction,
        OwnershipQuestion question,
        int maxDepth,
        Func<OwnershipAnswers, TResult> answer,
        CancellationToken cancellation)
    {
        var roots = entities.Select(entity => new Party(entity.Key, entity.Slug, entity.Name, entity.GetType().Name)).ToList();
        var graphs = await service.WalkAsync(roots, direction, question, maxDepth, cancellation);
        var results = new List<TResult>(graphs.Count);
        foreach (var graph in graphs)
        {
            cancellation.ThrowIfCancellationRequested();
            results.Add(answer(new OwnershipAnswers(graph, cancellation)));
        }

        return results;
    }
}
