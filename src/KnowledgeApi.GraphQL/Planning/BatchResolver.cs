using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Planning;

/// <summary>Values that are found for all parents of a level at once. There is no resolver for one parent.</summary>
public abstract class BatchResolver : FieldResolver
{
    /// <summary>Called once when an operation is planned; what it returns comes back as <see cref="BatchContext.Prepared"/>.</summary>
    public virtual object? Prepare(FieldPlan field) => null;

    /// <summary>One result for each parent, in their order: what <see cref="PureResolver.Resolve"/> may return, or a <see cref="FieldError"/>.</summary>
    public abstract ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context);
}

/// <summary>What a batch resolver is given.</summary>
public sealed class BatchContext
{
    /// <summary>The parents, at least one, of one object type or of several that share it.</summary>
    public required IReadOnlyList<object> Parents { get; init; }

    public required ArgumentValues Arguments { get; init; }

    /// <summary>The field as planned, with what is selected below it.</summary>
    public required FieldPlan Field { get; init; }

    /// <summary>What <see cref="BatchResolver.Prepare"/> returned for this field.</summary>
    public required object? Prepared { get; init; }

    public required IServiceProvider Services { get; init; }

    /// <summary>Ends when the client goes away or the deadline passes.</summary>
    public required CancellationToken Cancellation { get; init; }

    /// <summary>The same for a resolver that another one asks, with what it prepared itself.</summary>
    internal BatchContext With(object? prepared) => new()
    {
        Parents = Parents,
        Arguments = Arguments,
        Field = Field,
        Prepared = prepared,
        Services = Services,
        Cancellation = Cancellation,
    };
}
