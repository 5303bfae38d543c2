using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;

namespace KnowledgeApi.Ownership;

/// <summary>Who owns an entity, and what it owns.</summary>
[InterfaceType<Entity>]
public static class EntityOwnership
{
    /// <summary>Who owns the entity and what it owns, directly and through others. Null only with an error.</summary>
    /// <param name="entities">The entities.</param>
    /// <param name="asOf">Counts stakes that were held and known then. Without `validOn`, as last stated: carried forward unless known to have ended or superseded.</param>
    /// <param name="basis">Counts stakes of this basis and those of which none is stated; all if left out.</param>
    /// <param name="statuses">The statuses of shareholdings that count. Facts and hearsay (ACTUAL, REPORTED) if left out.</param>
    /// <param name="maxDepth">The most stakes one after the other, 1 to 16.</param>
    /// <param name="service">Answers.</param>
    public static IReadOnlyList<OwnershipAnswer?> GetOwnership(
        [Parent(nameof(Entity.Key), nameof(Entity.Slug), nameof(Entity.Name))] IReadOnlyList<Entity> entities,
        AsOf? asOf,
        ShareBasis? basis,
        IReadOnlyList<ClaimStatus>? statuses,
        [Service] OwnershipService service,
        int maxDepth = OwnershipLimits.DefaultDepth)
    {
        service.CheckDepth(maxDepth);
        var walks = new OwnershipWalks(service, [.. entities.Select(OwnershipService.PartyOf)], OwnershipService.QuestionOf(asOf, basis, statuses), maxDepth);
        return [.. entities.Select(entity => new OwnershipAnswer(walks, entity.Key))];
    }
}

/// <summary>Who owns how much of whom, through whom.</summary>
[QueryType]
public static class OwnershipQueries
{
    /// <summary>How much of one entity another one owns, through which chains of stakes, and what keeps the answer from being exact. Null only with an error.</summary>
    /// <param name="of">The entity that is owned.</param>
    /// <param name="by">The owner: another entity.</param>
    /// <param name="asOf">Counts stakes that were held and known then. Without `validOn`, as last stated: carried forward unless known to have ended or superseded.</param>
    /// <param name="basis">Counts stakes of this basis and those of which none is stated; all if left out.</param>
    /// <param name="statuses">The statuses of shareholdings that count. Facts and hearsay (ACTUAL, REPORTED) if left out.</param>
    /// <param name="maxDepth">The most stakes one after the other, 1 to 16.</param>
    /// <param name="first">The most chains to list, 1 to 1000.</param>
    /// <param name="service">Answers.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<OwnershipPathsAnswer?> GetOwnershipPathsAsync(
        [GraphQLType("EntityByInput!")] InputObject of,
        [GraphQLType("EntityByInput!")] InputObject by,
        AsOf? asOf,
        ShareBasis? basis,
        IReadOnlyList<ClaimStatus>? statuses,
        [Service] OwnershipService service,
        CancellationToken cancellation,
        int maxDepth = OwnershipLimits.DefaultDepth,
        int first = OwnershipLimits.DefaultPaths)
    {
        service.CheckDepth(maxDepth);
        service.CheckPaths(first);
        var (company, owner) = (await service.FindAsync(of, nameof(of), cancellation), await service.FindAsync(by, nameof(by), cancellation));
        if (company.Key == owner.Key)
            throw new FieldErrorException($"\"of\" and \"by\" both name \"{company.Slug}\", but must name two entities.", ErrorCodes.ArgumentInvalid);
        var graphs = await service.WalkAsync([company], WalkDirection.Up, OwnershipService.QuestionOf(asOf, basis, statuses), maxDepth, cancellation);
        return new OwnershipPathsAnswer(new OwnershipAnswers(graphs[0], cancellation), owner.Key, maxDepth, first);
    }
}
