using System.Reflection;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Types;

/// <summary>How the values of a field are found.</summary>
internal abstract class FieldResolver
{
    /// <summary>
    /// The members of the parent object that must be filled for this field. A store that reads only what is asked for
    /// selects these and no others. Empty for fields that need nothing of their parent.
    /// </summary>
    public IReadOnlyList<MemberInfo> Requires { get; init; } = [];
}

/// <summary>Writes a leaf of <paramref name="parent"/> without boxing it; returns false, having written nothing, if it is null.</summary>
internal delegate bool LeafWriter(object parent, JsonBuffer json);

/// <summary>A value that is read from the parent object alone: no store, no waiting, no side effect.</summary>
internal sealed class PureResolver : FieldResolver
{
    /// <summary>The value for one parent: null, a leaf's C# value, an object, or an enumerable of these.</summary>
    public required Func<object, ArgumentValues, object?> Resolve { get; init; }

    /// <summary>The fast way for a leaf that takes no arguments.</summary>
    public LeafWriter? Write { get; init; }
}
