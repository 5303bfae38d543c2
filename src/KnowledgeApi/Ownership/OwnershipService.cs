using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Reasoning.Ownership;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Ownership;

/// <summary>Answers questions about ownership from the store.</summary>
public sealed class OwnershipService
{
    private readonly StakeReader _reader;

    /// <summary>A service that reads by a pool, and compiles its statements with contexts of the options.</summary>
    public OwnershipService(DataOptions options, ReadPool pool, OwnershipLimits limits)
    {
        using var context = (KnowledgeContext)options.CreateContext();
        _reader = new StakeReader(context, KnowledgeData.RunOn(pool));
        Limits = limits;
    }

    /// <summary>The bounds of answers.</summary>
    public OwnershipLimits Limits { get; }

    /// <summary>The entities with these keys, in their order.</summary>
    /// <exception cref="FieldErrorException">There is none with one of them.</exception>
    public async Task<IReadOnlyList<Party>> FindAsync(IReadOnlyList<EntityKeyInput> keys, CancellationToken cancellation)
    {
        var named = keys.Select(NamedBy).ToList();
        var found = await _reader.FindAsync([.. named.Select(name => name.Slug)], cancellation);
        return [.. named.Select(name =>
            found.TryGetValue(name.Slug, out var party) && (name.Type is null || name.Type == party.Kind)
                ? party
                : throw new FieldErrorException($"There is no {name.Type ?? "entity"} \"{name.Slug}\".", KnowledgeErrorCodes.EntityNotFound))];
    }

    /// <summary>The entity with this slug; null if there is none.</summary>
    public async Task<Party?> FindAsync(string slug, CancellationToken cancellation) => (await _reader.FindAsync([slug], cancellation)).GetValueOrDefault(slug);

    /// <summary>Follows stakes from entities, for each in its order.</summary>
    /// <exception cref="FieldErrorException">The depth is not between 1 and the greatest allowed.</exception>
    public Task<IReadOnlyList<OwnershipGraph>> WalkAsync(IReadOnlyList<Party> roots, WalkDirection direction, OwnershipQuestion question, int maxDepth, CancellationToken cancellation)
    {
        Check(maxDepth, Limits.MaxDepth, nameof(maxDepth));
        return _reader.WalkAsync(roots, direction, question, maxDepth, Limits.MaxNodes, cancellation);
    }

    /// <summary>Follows stakes from one entity as far as a picture has room for; the depth must be allowed.</summary>
    public async Task<OwnershipGraph> WalkForPictureAsync(Party root, WalkDirection direction, OwnershipQuestion question, int maxDepth, CancellationToken cancellation) =>
        (await _reader.WalkAsync([root], direction, question, maxDepth, Limits.MaxDrawn + 1, cancellation))[0];

    /// <summary>The size of a list that is asked for.</summary>
    /// <exception cref="FieldErrorException">It is not between 1 and the greatest allowed.</exception>
    public int SizeOf(int first)
    {
        Check(first, Limits.MaxItems, nameof(first));
        return first;
    }

    private static void Check(int value, int max, string argument)
    {
        if (value < 1 || value > max)
            throw new FieldErrorException($"{argument} is {value}, but must be from 1 to {max}.", ErrorCodes.ArgumentInvalid);
    }

    // The global id of a document or a claim is none of an entity, even if their slugs are the same.
    private static (string? Type, string Slug) NamedBy(EntityKeyInput key)
    {
        if (key.Slug is not null)
            return (null, key.Slug);
        return GlobalId.TryDecode(key.Id!, out var type, out var slug) ? (type, slug) : throw new FieldErrorException($"\"{key.Id}\" is no global id.", ErrorCodes.IdInvalid);
    }
}
