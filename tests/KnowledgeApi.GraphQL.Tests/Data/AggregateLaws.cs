using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Tests.Data.Museum;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>An aggregate is a fold over all objects of a list, on all its pages.</summary>
public sealed class AggregateLaws
{
    private static readonly MuseumServer Server = new();

    public static TheoryData<string> Roots => [.. Paths.Roots.Keys.Where(root => root != "marks")];

    /// <summary>Every list of every object that is in a list at the root.</summary>
    public static TheoryData<string, string> Lists
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var root in Paths.Roots.Keys.Where(root => root is not ("worksOnShow" or "marks")))
            {
                foreach (var list in ((FieldsType)NodeOf(root)).Fields
                    .Where(list => list.Type.Named.Name.EndsWith("Connection", StringComparison.Ordinal) && Sums.AggregateOf(Server.Schema, NodeOf(root), list.Name) is not null))
                    cases.Add(root, list.Name);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Roots))]
    public async Task All_members_of_all_objects_are_summed_up(string root)
    {
        var type = Sums.AggregateOf(Server.Schema, Server.Schema.QueryType, root)!;
        var (data, statements) = await Server.WatchAsync($"{{ {root}(first: 2) {{ aggregate {Sums.Select(type)} }} }}");
        Sums.ShouldBeSame(data[root]!["aggregate"], Sums.Of(type, Paths.Roots[root]), root);
        statements.ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task The_many_of_each_parent_are_summed_up_by_themselves(string root, string list)
    {
        var type = Sums.AggregateOf(Server.Schema, NodeOf(root), list)!;
        var (data, statements) = await Server.WatchAsync($"{{ {root}(first: 100) {{ nodes {{ {list}(first: 1) {{ aggregate {Sums.Select(type)} }} }} }} }}");
        var nodes = data[root]!["nodes"]!.AsArray();
        foreach (var (parent, node) in InOrder(root).Zip(nodes))
        {
            var many = ((System.Collections.IEnumerable)Oracle.Value(parent, list)!).Cast<object>().ToList();
            Sums.ShouldBeSame(node![list]!["aggregate"], Sums.Of(type, many), $"{root}.{list}");
        }

        statements.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Roots))]
    public async Task Objects_that_do_not_meet_the_filter_do_not_count(string root)
    {
        var random = new Random(root.Length);
        var type = Sums.AggregateOf(Server.Schema, Server.Schema.QueryType, root)!;
        var query = $"query($where: {WhereOf(root)}) {{ {root}(where: $where) {{ aggregate {Sums.Select(type)} }} }}";
        for (var i = 0; i < 8; i++)
        {
            var where = RandomWhere(root, random);
            var data = await Server.QueryAsync(query, new JsonObject { ["where"] = where.ToJson() });
            Sums.ShouldBeSame(data[root]!["aggregate"], Sums.Of(type, [.. Paths.Roots[root].Where(each => Oracle.Meets(each, where))]), $"{root}(where: {where})");
        }
    }

    [Fact]
    public async Task Literals_sum_up_what_variables_do()
    {
        var random = new Random(7);
        for (var i = 0; i < 10; i++)
        {
            var where = RandomWhere("works", random);
            const string selection = "{ aggregate { count price { sum } estimate { unit sum { lower upper } } } groupBy(by: SHAPE) { keys { value } count price { sum } } }";
            var literal = await Server.QueryAsync($"{{ works(where: {where.ToLiteral()}) {selection} }}");
            var variable = await Server.QueryAsync($"query($where: WorkFilterInput) {{ works(where: $where) {selection} }}", new JsonObject { ["where"] = where.ToJson() });
            literal.ToJsonString().ShouldBe(variable.ToJsonString());
        }
    }

    [Theory]
    [MemberData(nameof(Roots))]
    public async Task Of_nothing_there_is_no_number_but_a_count_of_zero(string root)
    {
        var type = Sums.AggregateOf(Server.Schema, Server.Schema.QueryType, root)!;
        var none = Paths.Leaves(Paths.Fields(Server.Schema, root, "where"), related: false).First(leaf => leaf.Operations.Fields.Any(f => f.Name == "in")).Path;
        var where = Where.At(none, new Where { { "in", Array.Empty<object>() } });
        var data = await Server.QueryAsync($"{{ {root}(where: {where}) {{ aggregate {Sums.Select(type)} }} }}");
        Sums.ShouldBeSame(data[root]!["aggregate"], Sums.Of(type, []), root);
    }

    [Fact]
    public void Every_generated_type_and_field_is_described()
    {
        foreach (var type in Server.Schema.Types.Where(type => IsGenerated(type.Name)))
        {
            type.Description.ShouldNotBeNullOrWhiteSpace(type.Name);
            foreach (var field in (type as FieldsType)?.Fields ?? [])
                field.Description.ShouldNotBeNullOrWhiteSpace($"{type}.{field.Name}");
            foreach (var field in (type as InputObjectType)?.Fields ?? [])
                field.Description.ShouldNotBeNullOrWhiteSpace($"{type}.{field.Name}");
            foreach (var value in (type as EnumType)?.Values ?? [])
                value.Description.ShouldNotBeNullOrWhiteSpace($"{type}.{value.Name}");
        }

        static bool IsGenerated(string name) => new[] { "Aggregate", "Interval", "Group", "GroupKey", "GroupOrder" }.Any(end => name.EndsWith(end, StringComparison.Ordinal));
    }

    private static NamedType NodeOf(string root)
    {
        Server.Schema.TryGetField(Server.Schema.QueryType, root, out var connection).ShouldBeTrue();
        Server.Schema.TryGetField(connection!.Type.Named, "nodes", out var nodes).ShouldBeTrue();
        return nodes!.Type.Named;
    }

    private static string WhereOf(string root)
    {
        Server.Schema.TryGetField(Server.Schema.QueryType, root, out var field);
        return field!.FindArgument("where")!.Type.ToString();
    }

    private static IEnumerable<object> InOrder(string root) => Paths.Roots[root].OrderBy(each => each is Hanging hanging
        ? (hanging.WorkKey, hanging.ExhibitionKey)
        : ((int)Oracle.Value(each, "Key")!, 0));

    /// <summary>A condition or two on members that some objects meet.</summary>
    private static Where RandomWhere(string root, Random random)
    {
        var leaves = Paths.Leaves(Paths.Fields(Server.Schema, root, "where"), related: true)
            .Where(leaf => Paths.Values(Paths.Roots[root], leaf.Path).Any(value => value is not null || !Paths.IsInterval(leaf.Path))).ToList();
        return new Where { { random.Next(2) == 0 ? "and" : "or", new[] { One(), One() } } };

        Where One()
        {
            var (path, _) = leaves[random.Next(leaves.Count)];
            // What is missing is no value between two ends.
            var values = Paths.Values(Paths.Roots[root], path).Where(value => value is not null || !Paths.IsInterval(path)).ToList();
            return Where.At(path, new Where { { random.Next(2) == 0 ? "eq" : "neq", values[random.Next(values.Count)] } });
        }
    }
}
