using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Types;

/// <summary>From the types a document writes to the types of a schema.</summary>
internal static class TypeReferences
{
    /// <summary>The type that is written, or null if the schema does not know its name.</summary>
    public static GraphQLType? Resolve(this Schema schema, TypeNode node) => node switch
    {
        NamedTypeNode named => schema.TryGetType(named.Name.Value, out var type) ? type : null,
        ListTypeNode list => schema.Resolve(list.Type) is { } item ? new ListType(item) : null,
        NonNullTypeNode nonNull => schema.Resolve(nonNull.Type) is { } inner ? new NonNullType(inner) : null,
        _ => null,
    };

    /// <summary>The named type that is written, or null if the schema does not know it.</summary>
    public static NamedType? ResolveNamed(this Schema schema, NamedTypeNode node) =>
        schema.TryGetType(node.Name.Value, out var type) ? type : null;

    public static ObjectType? RootType(this Schema schema, OperationType operation) => operation switch
    {
        OperationType.Mutation => schema.MutationType,
        OperationType.Subscription => schema.SubscriptionType,
        _ => schema.QueryType,
    };

    /// <summary>True if an object can be of both types at once.</summary>
    public static bool Overlap(this Schema schema, NamedType one, NamedType other)
    {
        if (one == other)
            return true;
        if (one is ObjectType)
            return schema.IsSubType(other, one);
        if (other is ObjectType)
            return schema.IsSubType(one, other);
        return schema.GetPossibleTypes(one).Any(type => schema.IsSubType(other, type));
    }
}
