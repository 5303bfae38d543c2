using System.Reflection;
using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Execution;

/// <summary>How the values of a field are found.</summary>
public abstract class FieldResolver
{
    /// <summary>
    /// The members of the parent object that must be filled for this field. A store that reads only what is asked for
    /// selects these and no others. Empty for fields that need nothing of their parent.
    /// </summary>
    public IReadOnlyList<MemberInfo> Requires { get; init; } = [];
}

/// <summary>Writes a leaf of <paramref name="parent"/> without boxing it; returns false, having written nothing, if it is null.</summary>
public delegate bool LeafWriter(object parent, JsonBuffer json);

/// <summary>A value that is read from the parent object alone: no store, no waiting, no side effect.</summary>
public sealed class PureResolver : FieldResolver
{
    /// <summary>The value for one parent: null, a leaf's C# value, an object, or an enumerable of these.</summary>
    public required Func<object, ArgumentValues, object?> Resolve { get; init; }

    /// <summary>The fast way for a leaf that takes no arguments.</summary>
    public LeafWriter? Write { get; init; }
}

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

/// <summary>The failure of a field for one parent. The message, code and extensions reach the client.</summary>
/// <param name="message">What is wrong and what to do about it.</param>
/// <param name="code">The stable name of the kind of error.</param>
/// <param name="extensions">More about it for programs: texts, numbers, booleans, nulls, lists and dictionaries of these.</param>
public sealed class FieldError(string message, string code, IReadOnlyDictionary<string, object?>? extensions = null)
{
    public string Message { get; } = message;

    public string Code { get; } = code;

    /// <summary>What <c>extensions</c> holds beside the code; null if nothing.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; } = extensions;

    /// <summary>The place that is to blame, if it is not the field.</summary>
    internal SourceLocation? Location { get; init; }
}

/// <summary>Thrown by a resolver to fail its field, for all its parents, with a message, code and extensions for the client; see <see cref="FieldError"/>.</summary>
public sealed class FieldErrorException(string message, string code, IReadOnlyDictionary<string, object?>? extensions = null) : Exception(message)
{
    public string Code { get; } = code;

    /// <summary>What <c>extensions</c> holds beside the code; null if nothing.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; } = extensions;
}
