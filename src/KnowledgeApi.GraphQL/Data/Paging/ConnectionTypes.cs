using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Data.Paging;

/// <summary>The types of a Relay connection.</summary>
internal static class ConnectionTypes
{
    public const string Edges = "edges";
    public const string Nodes = "nodes";
    public const string PageInfo = "pageInfo";
    public const string TotalCount = "totalCount";
    public const string Node = "node";
    public const string Cursor = "cursor";
    public const string StartCursor = "startCursor";
    public const string EndCursor = "endCursor";

    /// <summary>The connection over nodes of a type; one for each type, whatever fields lead to it.</summary>
    /// <param name="node">The type of the nodes.</param>
    /// <param name="options">How large pages are.</param>
    /// <param name="undecided">The name and description of the field that counts what a scope cannot judge; null for none.</param>
    /// <param name="types">The types of the schema.</param>
    /// <param name="more">Makes the fields besides those of the page.</param>
    public static ObjectType Of(NamedType node, DataOptions options, (string Name, string Description)? undecided, TypeRegistry types, Func<IReadOnlyList<Field>> more)
    {
        var plural = Plural(node.Name);
        return types.GetOrAdd(
            $"{plural}Connection",
            () => new ObjectType { Name = $"{plural}Connection", Description = $"A page of `{node.Name}` objects: {options.DefaultPageSize} unless `first` or `last` is given, at most {options.MaxPageSize}.", ClrType = null },
            connection => connection.Fields =
            [
                Field<Page>(Edges, "The objects of this page, each with its cursor.", List(Edge(node, plural, types)), page => page.Edges),
                Field<Page>(Nodes, "The objects of this page.", List(node), page => page.Edges.Select(edge => edge.Node)),
                Field<Page>(PageInfo, "The cursors of this page, and whether there are more.", types.OutputTypeOf(typeof(PageInfo)), page => page.Info),
                Field<Page>(TotalCount, "The number of objects on all pages.", new NonNullType(BuiltIns.Int), page => page.TotalCount),
                .. undecided is var (name, description) ? [Field<Page>(name, description, new NonNullType(BuiltIns.Int), page => page.UndecidedCount)] : Array.Empty<Field>(),
                .. more(),
            ]);
    }

    /// <summary>The arguments of a connection.</summary>
    public static IReadOnlyList<InputValue> Arguments(InputObjectType where, InputObjectType order) =>
    [
        new InputValue { Name = "first", Type = BuiltIns.Int, Description = "From the start." },
        new InputValue { Name = "after", Type = BuiltIns.String, Description = "After this cursor." },
        new InputValue { Name = "last", Type = BuiltIns.Int, Description = "From the end." },
        new InputValue { Name = "before", Type = BuiltIns.String, Description = "Before this cursor." },
        new InputValue { Name = "where", Type = where, Description = "Those that meet this." },
        new InputValue { Name = "order", Type = new ListType(new NonNullType(order)), Description = "In this order." },
    ];

    /// <summary>The plural of a type's name, as connections are named.</summary>
    internal static string Plural(string name) => name switch
    {
        _ when name.EndsWith("Person", StringComparison.Ordinal) => $"{name[..^"Person".Length]}People",
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => $"{name[..^1]}ies",
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => $"{name}es",
        _ => $"{name}s",
    };

    private static ObjectType Edge(NamedType node, string plural, TypeRegistry types) => types.GetOrAdd(
        $"{plural}Edge",
        () => new ObjectType { Name = $"{plural}Edge", Description = $"One `{node.Name}` object and its cursor." },
        edge => edge.Fields =
        [
            Field<Edge>(Cursor, "The place of the object, for `after` or `before`.", new NonNullType(BuiltIns.String), e => e.Cursor),
            Field<Edge>(Node, "The object.", new NonNullType(node), e => e.Node),
        ]);

    private static NonNullType List(GraphQLType item) => new(new ListType(new NonNullType(item)));

    private static Field Field<T>(string name, string description, GraphQLType type, Func<T, object?> resolve) => new()
    {
        Name = name,
        Description = description,
        Type = type,
        Resolver = new PureResolver { Resolve = (parent, _) => resolve((T)parent) },
    };
}
