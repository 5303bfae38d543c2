using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Kinds;

namespace KnowledgeApi.Tests.Databases;

/// <summary>Queries made of the schema: every list by every filter, order, group and sum, as far as one goes.</summary>
internal static class Sweep
{
    private const int MaxDepth = 3;

    private static readonly Schema Schema = KnowledgeSchema.Create(KnowledgeKinds.Standard);

    private static readonly string[] Texts = ["a", "é", "SOCI", "cloud", "Numergy", "l’", "l'", "%", "_", "\\\\", "\\\"", "  ", "œ", "ß", "İ", "€", "\\uD83D\\uDE00", "2012-09", "slug", ""];

    /// <summary>The lists of the root.</summary>
    private static readonly IReadOnlyList<Field> Lists =
        [.. Schema.QueryType.Fields.Where(field => field.FindArgument("where") is not null && field.FindArgument("order") is not null && field.Type.Named.Name.EndsWith("Connection", StringComparison.Ordinal))];

    public static IEnumerable<string> Filters(Random random) =>
        from list in Lists
        from filter in Conditions((InputObjectType)list.FindArgument("where")!.Type.Named, MaxDepth, random)
        select $"{{ {list.Name}(first: 30, where: {filter}) {{ totalCount edges {{ cursor }} nodes {{ {IdOf(list)} }} }} }}";

    public static IEnumerable<string> Orders() =>
        from list in Lists
        from order in Directions((InputObjectType)list.FindArgument("order")!.Type.Named, MaxDepth - 1)
        from direction in new[] { "ASC", "DESC" }
        from page in new[] { "first: 40", "last: 15" }
        select $"{{ {list.Name}({page}, order: [{order.Replace("$", direction, StringComparison.Ordinal)}]) {{ edges {{ cursor }} nodes {{ {IdOf(list)} }} }} }}";

    public static IEnumerable<string> Groups() =>
        from list in Lists
        let type = (ObjectType)list.Type.Named
        where type.TryGetField("groupBy", out _)
        let groups = type.Fields.Single(field => field.Name == "groupBy")
        from key in ((EnumType)groups.FindArgument("by")!.Type.Named).Values
        from order in new[] { "COUNT_DESC", "KEY_DESC" }
        select $"{{ {list.Name} {{ groupCount(by: {key.Name}) groupBy(by: {key.Name}, order: {order}, first: 200) {{ {Leaves(groups.Type.Named, 4)} }} }} }}";

    public static IEnumerable<string> Sums() =>
        from list in Lists
        let type = (ObjectType)list.Type.Named
        from field in type.Fields.Where(field => field.Name is not ("edges" or "nodes" or "groupBy" or "groupCount") && field.Arguments.All(argument => !argument.IsRequired))
        select $"{{ {list.Name} {{ {Select(field, 5)} }} }}";

    private static string IdOf(Field list) => NodeOf(list) is { } node && Fields(node).Any(field => field.Name == "id") ? "__typename id" : $"__typename {Leaves(NodeOf(list)!, 1)}";

    private static NamedType? NodeOf(Field list) => ((ObjectType)list.Type.Named).Fields.Single(field => field.Name == "nodes").Type.Named;

    private static IEnumerable<Field> Fields(NamedType type) => type is FieldsType fields ? fields.Fields : [];

    private static string Leaves(NamedType type, int depth) => string.Join(' ', Fields(type).Where(field => field.Arguments.All(argument => !argument.IsRequired)).Select(field => Select(field, depth)).Where(selected => selected.Length > 0));

    private static string Select(Field field, int depth)
    {
        if (!field.Type.IsComposite)
            return field.Name;
        if (depth <= 1 || field.Type.Named is not ObjectType)
            return "";
        var inner = Leaves(field.Type.Named, depth - 1);
        return inner.Length > 0 ? $"{field.Name} {{ {inner} }}" : "";
    }

    /// <summary>One condition for each member, operator and way there; deeper ones by lot.</summary>
    private static IEnumerable<string> Conditions(InputObjectType input, int depth, Random random)
    {
        foreach (var field in input.Fields.Where(field => field.Name is not ("and" or "or")))
        {
            if (field.Type.Named is not InputObjectType inner)
            {
                yield return $"{{ {field.Name}: {ValueOf(field.Type, random)} }}";
                if (field.Name is "eq" or "neq" && field.Type is not NonNullType)
                    yield return $"{{ {field.Name}: null }}";
            }
            else if (depth > 0 || inner.Name.EndsWith("OperationFilterInput", StringComparison.Ordinal))
            {
                foreach (var condition in Conditions(inner, depth - 1, random))
                    yield return $"{{ {field.Name}: {condition} }}";
            }
        }
    }

    private static IEnumerable<string> Directions(InputObjectType input, int depth)
    {
        foreach (var field in input.Fields)
        {
            if (field.Type.Named is not InputObjectType inner)
            {
                yield return $"{{ {field.Name}: $ }}";
                continue;
            }

            foreach (var order in depth > 0 ? Directions(inner, depth - 1) : [])
                yield return $"{{ {field.Name}: {order} }}";
        }
    }

    private static string ValueOf(GraphQLType type, Random random) => type switch
    {
        NonNullType nonNull => ValueOf(nonNull.OfType, random),
        ListType list => $"[{ValueOf(list.OfType, random)}, {ValueOf(list.OfType, random)}]",
        EnumType values => values.Values[random.Next(values.Values.Count)].Name,
        { Named.Name: "Boolean" } => random.Next(2) == 0 ? "true" : "false",
        { Named.Name: "Int" } => new[] { "0", "1", "3", "120" }[random.Next(4)],
        { Named.Name: "Decimal" } => new[] { "\"30\"", "\"44.4\"", "\"1000000\"", "\"0.00001\"" }[random.Next(4)],
        { Named.Name: "Date" } => new[] { "\"2012-09-06\"", "\"2015-01-01\"", "\"2010-01-01\"" }[random.Next(3)],
        { Named.Name: "LocalDateTime" } => "\"2012-09-06T10:30:00\"",
        { Named.Name: "ID" } => "\"Q29tcGFueTpvcmFuZ2U\"",
        _ => $"\"{Texts[random.Next(Texts.Length)]}\"",
    };
}
