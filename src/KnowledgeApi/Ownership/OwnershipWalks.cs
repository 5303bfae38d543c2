using KnowledgeApi.Knowledge.Reasoning.Ownership;
using KnowledgeApi.Paging;

namespace KnowledgeApi.Ownership;

/// <summary>The walks from all entities of one level of a response. Each way is walked once for all of them, and only if something is asked that needs it.</summary>
internal sealed class OwnershipWalks(OwnershipService service, IReadOnlyList<Party> roots, OwnershipQuestion question, int maxDepth)
{
    private readonly Dictionary<WalkDirection, Task<Dictionary<long, OwnershipAnswers>>> _walks = [];

    /// <summary>The page of a list found by a walk, as the arguments of a connection ask for it.</summary>
    public NumberedPage PageOf(OwnershipGraph graph, string list, int? first, string? after, int? last, string? before) =>
        service.PageOf(graph, $"{list} {maxDepth}", first, after, last, before);

    /// <summary>What is found by walking one way from an entity.</summary>
    public async Task<OwnershipAnswers> ReadAsync(long root, WalkDirection direction, CancellationToken cancellation)
    {
        if (!_walks.TryGetValue(direction, out var walk))
            _walks.Add(direction, walk = WalkAsync(direction, cancellation));
        return (await walk)[root];
    }

    private async Task<Dictionary<long, OwnershipAnswers>> WalkAsync(WalkDirection direction, CancellationToken cancellation)
    {
        var graphs = await service.WalkAsync([.. roots.DistinctBy(root => root.Key)], direction, question, maxDepth, cancellation);
        return graphs.ToDictionary(graph => graph.Root, graph => new OwnershipAnswers(graph, cancellation));
    }
}
