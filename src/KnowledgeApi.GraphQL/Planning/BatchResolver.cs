using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Planning;

/// <summary>Values that are found for all parents of a level at once. There is no resolver for one parent.</summary>
internal abstract class BatchResolver : FieldResolver
{
    /// <summary>Called once when an operation is planned; what it returns comes back as <see cref="BatchContext.Prepared"/>.</summary>
    public virtual object? Prepare(FieldPlan field) => null;

    /// <summary>One result for each parent, in their order: what <see cref="PureResolver.Resolve"/> may return, or a <see cref="FieldError"/>.</summary>
    public abstract ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context);
}

/// <summary>What a batch resolver is given. A method that resolves a field may take it as a parameter, to hand it on to what loads objects.</summary>
public sealed class BatchContext
{
    internal BatchContext(
        IReadOnlyList<object> parents,
        ArgumentValues arguments,
        FieldPlan field,
        object? prepared,
        IServiceProvider services,
        CancellationToken cancellation)
    {
        Parents = parents;
        Arguments = arguments;
        Field = field;
        Prepared = prepared;
        Services = services;
        Cancellation = cancellation;
    }

    /// <summary>The parents, at least one, of one object type or of several that share it.</summary>
    public IReadOnlyList<object> Parents { get; }

    public IServiceProvider Services { get; }

    /// <summary>Ends when the client goes away or the deadline passes.</summary>
    public CancellationToken Cancellation { get; }

    internal ArgumentValues Arguments { get; }

    /// <summary>The field as planned, with what is selected below it.</summary>
    internal FieldPlan Field { get; }

    /// <summary>What <see cref="BatchResolver.Prepare"/> returned for this field.</summary>
    internal object? Prepared { get; }

    /// <summary>The same for a resolver that another one asks, with what it prepared itself.</summary>
    internal BatchContext With(object? prepared) => new(Parents, Arguments, Field, prepared, Services, Cancellation);
}
