using KnowledgeApi.GraphQL.Execution;
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

    public static NonNullType ListOf(GraphQLType item) => new(new ListType(new NonNullType(item)));
}
