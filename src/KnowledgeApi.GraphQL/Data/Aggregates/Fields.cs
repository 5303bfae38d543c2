using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Data.Aggregates;

/// <summary>Fields of generated types.</summary>
internal static class Fields
{
    /// <summary>A field that is read off its parent.</summary>
    public static Field Of<T>(string name, string description, GraphQLType type, Func<T, object?> resolve) => new()
    {
        Name = name,
        Description = description,
        Type = type,
        Resolver = new PureResolver { Resolve = (parent, _) => resolve((T)parent) },
    };

    /// <summary>A generated type, made once. One of that name that is made of a C# type is another one: that is a fault of the model.</summary>
    public static T TypeOf<T>(TypeRegistry types, T empty, Action<T>? complete = null)
        where T : NamedType
    {
        var type = types.GetOrAdd(empty.Name, () => empty, complete);
        if (type is ObjectType { ClrType: { } clr })
            types.Fault(clr, $"lists are summed up and grouped in a type named {empty.Name}: give this one another name with [GraphQLName].");
        return type;
    }

    public static NonNullType ListOf(GraphQLType item) => new(new ListType(new NonNullType(item)));

    /// <summary>A number of objects as clients are given it.</summary>
    public static int Int(long count) => checked((int)count);
}
