using System.Globalization;
using System.Text.Json;
using KnowledgeApi.Data;
using KnowledgeApi.Errors;
using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.GraphQL.Data.Paging;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Paging;

namespace KnowledgeApi.Ownership;

/// <summary>Answers questions about ownership from the store.</summary>
public sealed class OwnershipService
{
    private readonly DataOptions _options;
    private readonly EntityConvention _entities;
    private readonly StakeReader _reader;

    /// <summary>A service that reads by a pool, and compiles its statements with contexts of the options.</summary>
    public OwnershipService(DataOptions options, ReadPool pool, EntityConvention entities, OwnershipLimits limits)
    {
        (_options, _entities, Limits) = (options, entities, limits);
        using var context = (KnowledgeContext)options.CreateContext();
        _reader = new StakeReader(context, pool.Run());
    }

    /// <summary>The bounds of answers.</summary>
    public OwnershipLimits Limits { get; }

    /// <summary>Which claims count, by the arguments of a field.</summary>
    public static OwnershipQuestion QuestionOf(AsOf? asOf, ShareBasis? basis, IReadOnlyList<ClaimStatus>? statuses)
    {
        var question = new OwnershipQuestion { AsOf = asOf ?? new(), Basis = basis };
        return statuses is null ? question : question with { Statuses = statuses.ToHashSet() };
    }

    /// <summary>An entity as ownership knows it.</summary>
    public static Party PartyOf(Entity entity) => new(entity.Key, entity.Slug, entity.Name, entity.GetType().Name);

    /// <summary>The entity known by what is given.</summary>
    /// <param name="by">A value of `EntityByInput`.</param>
    /// <param name="argument">The argument that gives it.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="FieldErrorException">There is none, or several are known by it.</exception>
    public async Task<Party> FindAsync(InputObject by, string argument, CancellationToken cancellation) =>
        await _entities.FindAsync<Entity>(by, cancellation) is { } entity
            ? PartyOf(entity)
            : throw new FieldErrorException($"There is no entity known by what \"{argument}\" gives.", KnowledgeErrorCodes.EntityNotFound);

    /// <summary>Follows stakes from entities, for each in its order; the depth must be allowed.</summary>
    public Task<IReadOnlyList<OwnershipGraph>> WalkAsync(IReadOnlyList<Party> roots, WalkDirection direction, OwnershipQuestion question, int maxDepth, CancellationToken cancellation) =>
        _reader.WalkAsync(roots, direction, question, maxDepth, Limits.MaxNodes, cancellation);

    /// <summary>Follows stakes from one entity as far as a picture has room for; the depth must be allowed.</summary>
    public async Task<OwnershipGraph> WalkForPictureAsync(Party root, WalkDirection direction, OwnershipQuestion question, int maxDepth, CancellationToken cancellation) =>
        (await _reader.WalkAsync([root], direction, question, maxDepth, Limits.MaxDrawn + 1, cancellation))[0];

    /// <summary>The page of a list of owners, or of what is owned, that the arguments of a connection ask for.</summary>
    /// <param name="graph">Where the list comes from.</param>
    /// <param name="list">The name of the list: what is different from other lists of the same entity and question.</param>
    /// <param name="first">The argument of this name.</param>
    /// <param name="after">The argument of this name.</param>
    /// <param name="last">The argument of this name.</param>
    /// <param name="before">The argument of this name.</param>
    /// <exception cref="FieldErrorException">The arguments contradict each other or go beyond the limit, or a cursor is of another list.</exception>
    internal NumberedPage PageOf(OwnershipGraph graph, string list, int? first, string? after, int? last, string? before) => new(
        PageArguments.Of(first, after, last, before, _options.DefaultPageSize, _options.MaxPageSize),
        new CursorCodec(_options.CursorKey, SealOf(graph, list)));

    /// <exception cref="FieldErrorException">The depth is not between 1 and the greatest allowed.</exception>
    public void CheckDepth(int maxDepth) => Check(maxDepth, 1, Limits.MaxDepth, nameof(maxDepth));

    /// <exception cref="FieldErrorException">The number of paths is not between 1 and the greatest allowed.</exception>
    public void CheckPaths(int first) => Check(first, 1, Limits.MaxPaths, nameof(first));

    /// <exception cref="FieldErrorException">The share to exceed is not between nothing and the whole.</exception>
    public static void CheckThreshold(decimal threshold) => Check(threshold, 0, 100, nameof(threshold));

    private static void Check(decimal value, int min, int max, string argument)
    {
        if (value < min || value > max)
            throw new FieldErrorException(string.Create(CultureInfo.InvariantCulture, $"\"{argument}\" is {value}, but must be from {min} to {max}."), ErrorCodes.ArgumentInvalid);
    }

    // What a place in the list depends on.
    private static string SealOf(OwnershipGraph graph, string list)
    {
        var question = graph.Index.Question;
        return JsonSerializer.Serialize(new object?[]
        {
            "ownership", list, graph.Index.PartyOf(graph.Root).Slug, graph.Direction, question.AsOf, question.Basis, question.Statuses.Order(),
        });
    }
}
