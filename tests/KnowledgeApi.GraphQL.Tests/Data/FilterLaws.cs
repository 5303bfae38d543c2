using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.GraphQL.Tests.Data.Museum;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>Filters answer what LINQ answers over the same objects, for every member of every type.</summary>
public sealed class FilterLaws
{
    private static readonly MuseumServer Server = new();

    /// <summary>Every list with every member it can be filtered by, through value objects.</summary>
    public static TheoryData<string, string> Members => Cases((_, fields) => Paths.Leaves(fields, related: false));

    /// <summary>Of all members one for each way of storing and comparing a value.</summary>
    public static TheoryData<string, string> Samples
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var (root, path) in SampleOf.Values)
                cases.Add(root, path);
            return cases;
        }
    }

    /// <summary>Of the samples those whose operators have opposites: an interval may be neither certainly below a value nor certainly not below it.</summary>
    public static TheoryData<string, string> SamplesWithOpposites
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var (root, path) in SampleOf.Values.Where(sample => Opposites(sample.Root, sample.Path).Any()))
                cases.Add(root, path);
            return cases;
        }
    }

    /// <summary>Every list with every member of related objects that it can be filtered by.</summary>
    public static TheoryData<string, string> RelatedMembers => Cases((root, fields) => root is "worksOnShow" or "sketches"
        ? []
        : Paths.Leaves(fields, related: true).Except(Paths.Leaves(fields, related: false)));

    /// <summary>Every list with every list of its objects.</summary>
    public static TheoryData<string, string> Lists => Cases((_, fields) => fields
        .Where(each => each.Type.Named.Name.StartsWith("ListFilterInputTypeOf", StringComparison.Ordinal))
        .Select(each => (each.Name, (InputObjectType)each.Type.Named)));

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_operator_answers_as_LINQ_does(string root, string path)
    {
        foreach (var operation in OperationsAt(root, path))
        {
            foreach (var value in ValuesFor(root, path, operation))
                await ExpectSameAsync(root, Where.At(path, new Where { { operation, value } }));
        }
    }

    [Theory]
    [MemberData(nameof(Members))]
    public async Task Every_member_is_filtered_by_its_own_column(string root, string path)
    {
        // Which of the operators is tried goes round; what each of them does is tried on samples.
        foreach (var operation in OperationsAt(root, path).Where((_, i) => i % 5 == path.Length % 5).Append("eq").Distinct())
            await ExpectSameAsync(root, Where.At(path, new Where { { operation, ValuesFor(root, path, operation).First() } }));
        if (!Paths.IsInterval(path))
            await ExpectSameAsync(root, Where.At(path, new Where { { "neq", null } }));
    }

    [Theory]
    [MemberData(nameof(RelatedMembers))]
    public async Task Filters_on_a_related_object_answer_as_LINQ_does(string root, string path)
    {
        var operations = OperationsAt(root, path).Where(name => name is "eq" or "neq" or "in" or "gt" or "nlte" or "contains" or "nstartsWith").ToList();
        var operation = operations[path.Length % operations.Count];
        await ExpectSameAsync(root, Where.At(path, new Where { { operation, ValuesFor(root, path, operation).Skip(1).First() } }));
        if (!Paths.IsInterval(path))
            await ExpectSameAsync(root, Where.At(path, new Where { { "eq", null } }));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Some_none_all_and_any_answer_as_LINQ_does(string root, string list)
    {
        await ExpectSameAsync(root, Where.At(list, new Where { { "any", true } }));
        await ExpectSameAsync(root, Where.At(list, new Where { { "any", false } }));
        var target = (InputObjectType)((InputObjectType)Paths.Fields(Server.Schema, root, "where").Single(f => f.Name == list).Type.Named).Fields[0].Type.Named;
        // Every member, with quantifiers and operators going round; and all of these on a member that may be missing.
        var paths = Paths.Leaves(target.Fields, related: false).Select(leaf => leaf.Path).Where(path => !Paths.IsInterval(path)).ToList();
        var asked = paths.Select((path, i) => (Path: path, Quantifier: i % 3, Condition: i / 3 % 3))
            .Concat(Enumerable.Range(0, 9).Select(i => (Path: paths[^1], Quantifier: i % 3, Condition: i / 3)));
        foreach (var (path, number, condition) in asked.Distinct())
        {
            var at = $"{list}.{new[] { "some", "none", "all" }[number]}.{path}";
            var value = Paths.Values(Paths.Roots[root], at).FirstOrDefault(v => v is not null);
            await ExpectSameAsync(root, Where.At(at, condition switch { 0 => new Where { { "eq", value } }, 1 => new Where { { "neq", value } }, _ => new Where { { "eq", null } } }));
        }
    }

    [Theory]
    [MemberData(nameof(SamplesWithOpposites))]
    public async Task An_operator_and_its_opposite_part_all_objects_between_them(string root, string path)
    {
        var all = Ids(Paths.Roots[root]);
        foreach (var operation in Opposites(root, path))
        {
            var value = ValuesFor(root, path, operation).First(v => v is not null);
            var meeting = await FindAsync(root, Where.At(path, new Where { { operation[1..], value } }));
            var others = await FindAsync(root, Where.At(path, new Where { { operation, value } }));
            meeting.Intersect(others).ShouldBeEmpty();
            meeting.Union(others).Order().ShouldBe(all.Order());
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Literals_answer_as_variables_do(string root, string path)
    {
        foreach (var operation in OperationsAt(root, path))
        {
            var where = Where.At(path, new Where { { operation, ValuesFor(root, path, operation).First() } });
            (await FindAsync(root, where, literal: true)).ShouldBe(await FindAsync(root, where));
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task All_that_is_said_of_one_member_holds(string root, string path)
    {
        // Greater and less than the same value is refused.
        var operations = OperationsAt(root, path).Where(name => name is not ("gt" or "lt")).ToList();
        var condition = new Where();
        foreach (var operation in operations)
            condition.Add(operation, ValuesFor(root, path, operation).Skip(1).First());
        await ExpectSameAsync(root, Where.At(path, condition));
    }

    [Fact]
    public async Task And_or_and_members_are_combined_as_in_LINQ()
    {
        var random = new Random(5);
        var leaves = Paths.Leaves(Paths.Fields(Server.Schema, "works", "where"), related: true).ToList();
        for (var i = 0; i < 60; i++)
            await ExpectSameAsync("works", Some(depth: 3));

        Where Some(int depth)
        {
            var where = new Where();
            for (var parts = random.Next(depth == 3 ? 1 : 0, 3); parts > 0; parts--)
            {
                switch (depth == 0 ? 2 : random.Next(4))
                {
                    case 0 when where.All(part => part.Name != "and"):
                        where.Add("and", new[] { Some(depth - 1), Some(depth - 1) });
                        break;
                    case 1 when where.All(part => part.Name != "or"):
                        where.Add("or", Enumerable.Range(0, random.Next(4)).Select(_ => Some(depth - 1)).ToArray());
                        break;
                    default:
                        var (path, operations) = leaves[random.Next(leaves.Count)];
                        var operation = operations.Fields.Where(f => f.Name is not ("and" or "or")).ElementAt(random.Next(operations.Fields.Count - 2)).Name;
                        var values = ValuesFor("works", path, operation);
                        var leaf = Where.At(path, new Where { { operation, values[random.Next(values.Count)] } });
                        if (where.All(part => part.Name != leaf.Single().Name))
                            where.Add(leaf.Single());
                        break;
                }
            }

            return where;
        }
    }

    [Theory]
    [InlineData("asPainting")]
    [InlineData("asPrint")]
    [InlineData("original.asSculpture")]
    public async Task A_kind_asked_for_without_a_condition_is_that_kind(string path) => await ExpectSameAsync("works", Where.At(path, []));

    [Fact]
    public async Task Kinds_are_told_apart_within_one_condition() => await ExpectSameAsync("works", new Where
    {
        {
            "or",
            new[]
            {
                Where.At("asPainting.layers", new Where { { "gte", 101 } }),
                Where.At("asPrint.layers", new Where { { "lt", 201 } }),
                Where.At("asPainting.frame.width", new Where { { "eq", null } }),
                new Where { { "type", new Where { { "in", new object?[] { Kind.Sculpture, null } } } }, { "height", new Where { { "gt", 1 } } } },
            }
        },
    });

    [Fact]
    public async Task Kinds_are_told_apart_among_the_many_of_an_object() =>
        await ExpectSameAsync("artists", Where.At("works.some.asSculpture.pieces.some.name", new Where { { "neq", "nowhere" } }));

    [Fact]
    public async Task Texts_are_combined_by_and_and_or()
    {
        var condition = new Where
        {
            { "or", new[] { new Where { { "startsWith", "100%" } }, new Where { { "endsWith", "ECLAIR" }, { "nstartsWith", "e" } }, new Where { { "eq", "zoë" } } } },
            { "and", new[] { new Where { { "ncontains", "silk" } } } },
        };
        await ExpectSameAsync("works", Where.At("title", condition));
    }

    [Theory]
    [InlineData("SILK", "100% silk")]
    [InlineData("eclair", "Éclair")]
    [InlineData("ÉCLAIR", "e\u0301clair")]
    [InlineData("smil", "😀 smile")]
    public async Task Text_is_found_whatever_its_case_and_accents(string part, string title)
    {
        var titles = (await Server.QueryAsync("query($part: String!) { works(where: { title: { contains: $part } }, first: 100) { nodes { title } } }", new JsonObject { ["part"] = part }))
            ["works"]!["nodes"]!.AsArray().Select(node => (string)node!["title"]!).ToList();
        titles.ShouldContain(title);
    }

    [Fact]
    public async Task A_short_part_is_found_without_case_but_with_its_accent()
    {
        (await TitlesAsync("é")).ShouldBe(["Éclair"], ignoreOrder: true);
        (await TitlesAsync("É")).ShouldBe(["Éclair"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("'")]
    [InlineData("[x]")]
    [InlineData("'; DROP TABLE Works; --")]
    [InlineData("\" OR 1=1 --")]
    [InlineData("@v0")]
    public async Task No_character_has_a_special_meaning(string part)
    {
        foreach (var operation in new[] { "contains", "startsWith", "endsWith", "eq" })
            await ExpectSameAsync("works", Where.At("title", new Where { { operation, part } }));
    }

    [Fact]
    public async Task Without_a_way_of_comparing_text_every_character_counts()
    {
        using var exact = new MuseumServer(comparison: TextComparison.Exact);
        var found = await exact.QueryAsync("""{ works(where: { note: { contains: "E" } }, first: 100) { nodes { note } } }""");
        var expected = MuseumStore.Shared.Works.OrderBy(work => work.Key).Select(work => work.Note).Where(note => note?.Contains('E') == true);
        found["works"]!["nodes"]!.AsArray().Select(node => (string?)node!["note"]).ShouldBe(expected);
    }

    [Fact]
    public async Task A_list_of_nothing_holds_nothing() => (await FindAsync("works", Where.At("height", new Where { { "in", Array.Empty<object>() } }))).ShouldBeEmpty();

    [Fact]
    public async Task A_list_of_null_asks_for_what_is_missing() => await ExpectSameAsync("works", Where.At("depth", new Where { { "in", new object?[] { null } } }));

    [Fact]
    public async Task An_empty_or_is_no_condition() => (await FindAsync("works", new Where { { "or", Array.Empty<Where>() } })).Count.ShouldBe(MuseumStore.Shared.Works.Count);

    /// <summary>Filters with nulls at every level, none of which asks for anything.</summary>
    public static TheoryData<string> Nulls =>
    [
        "null",
        "{ and: null, or: null }",
        "{ and: [{ or: null }], or: [{ note: null }] }",
        "{ id: null, note: null, title: null, depth: null, type: null }",
        "{ id: { in: null, nin: null } }",
        "{ title: { or: null, and: null } }",
        "{ note: { contains: null, nstartsWith: null, endsWith: null } }",
        "{ depth: {} }",
        "{ depth: { gt: null, nlte: null, in: null, nin: null } }",
        "{ donor: null, artist: null }",
        "{ donor: { name: null } }",
        "{ made: null, restored: null, estimate: null, loan: null }",
        "{ estimate: { possibly: null, certainly: null } }",
        "{ loan: { possibly: { gte: null }, certainly: { lt: null } } }",
        "{ marks: null, copies: null }",
        "{ marks: { some: null, none: null, all: null, any: null } }",
        "{ asPainting: null, asPrint: null, asSculpture: null }",
    ];

    [Theory]
    [MemberData(nameof(Nulls))]
    public async Task A_null_is_no_condition(string where)
    {
        (await CountAsync($"{{ works(where: {where}) {{ totalCount }} }}")).ShouldBe(MuseumStore.Shared.Works.Count);
        (await CountAsync("query($where: WorkFilterInput) { works(where: $where) { totalCount } }", new JsonObject { ["where"] = JsonNode.Parse(JsonOf(where)) }))
            .ShouldBe(MuseumStore.Shared.Works.Count);
    }

    [Theory]
    [InlineData("DecimalIntervalOperationFilterInput", "estimate: { possibly: $value }")]
    [InlineData("EstimateFilterInput", "estimate: $value")]
    [InlineData("ArtistFilterInput", "donor: $value")]
    [InlineData("StringOperationFilterInput", "note: $value")]
    [InlineData("[WorkFilterInput!]", "and: $value")]
    [InlineData("Boolean", "marks: { any: $value }")]
    [InlineData("Int", "depth: { gte: $value }")]
    public async Task A_variable_that_is_null_or_not_given_is_no_condition(string type, string condition)
    {
        var query = $"query($value: {type}) {{ works(where: {{ {condition} }}) {{ totalCount }} }}";

        (await CountAsync(query)).ShouldBe(MuseumStore.Shared.Works.Count, "not given");
        (await CountAsync(query, new JsonObject { ["value"] = null })).ShouldBe(MuseumStore.Shared.Works.Count, "null");
    }

    [Theory]
    [InlineData("depth: { eq: null }")]
    [InlineData("note: { eq: null }")]
    [InlineData("donor: { id: { eq: null } }")]
    [InlineData("restored: { certainly: { eq: null } }")]
    public async Task Only_eq_asks_by_a_null_for_what_is_missing_and_neq_for_the_others(string condition)
    {
        var missing = await CountAsync($"{{ works(where: {{ {condition} }}) {{ totalCount }} }}");
        var others = await CountAsync($"{{ works(where: {{ {condition.Replace("eq", "neq", StringComparison.Ordinal)} }}) {{ totalCount }} }}");

        missing.ShouldBeInRange(1, MuseumStore.Shared.Works.Count - 1);
        (missing + others).ShouldBe(MuseumStore.Shared.Works.Count);
    }

    [Fact]
    public async Task An_optional_variable_that_is_not_given_is_no_condition()
    {
        const string query = "query($deep: Int, $part: String) { works(where: { depth: { gte: $deep }, title: { contains: $part } }, first: 100) { totalCount } }";
        foreach (var deep in new int?[] { null, 1 })
        {
            var data = await Server.QueryAsync(query, deep is null ? [] : new JsonObject { ["deep"] = deep });
            ((int)data["works"]!["totalCount"]!).ShouldBe(MuseumStore.Shared.Works.Count(work => deep is null || work.Depth >= deep));
        }
    }

    [Theory]
    [InlineData("U2N1bHB0dXJlOndvcmstMQ", "Sculpture work-1", 1)]
    [InlineData("UGFpbnRpbmc6d29yay0x", "Painting work-1, which is a sculpture", 0)]
    [InlineData("V29yazp3b3JrLTE", "Work work-1, which is no concrete kind", 0)]
    [InlineData("QXJ0aXN0OmFydGlzdC0x", "an artist", 0)]
    public async Task An_id_is_that_of_one_kind(string id, string what, int count) =>
        (await FindAsync("works", Where.At("id", new Where { { "eq", id } }))).Count.ShouldBe(count, what);

    [Fact]
    public async Task A_text_that_is_no_id_is_refused() =>
        (await Server.FailAsync("""{ works(where: { id: { eq: "work-1" } }) { totalCount } }""")).Code.ShouldBe("ID_INVALID");

    private static TheoryData<string, string> Cases(Func<string, IReadOnlyList<InputValue>, IEnumerable<(string Path, InputObjectType)>> pathsOf)
    {
        var cases = new TheoryData<string, string>();
        foreach (var root in Paths.Roots.Keys)
        {
            foreach (var (path, _) in pathsOf(root, Paths.Fields(Server.Schema, root, "where")).Where(leaf => !IsInherited(root, leaf.Path)))
                cases.Add(root, path);
        }

        return cases;
    }

    /// <summary>Kinds of works have most members in common; those are tried on all works.</summary>
    private static bool IsInherited(string root, string path) =>
        root is "paintings" or "prints" or "sculptures" or "sketches" && typeof(Work).GetProperty(path.Split('.')[0], Oracle.AnyCase) is not null && path is not ("title" or "depth");

    /// <summary>By type, comparisons and whether the value, or what it is part of, may be missing: the first member that is so.</summary>
    private static Dictionary<string, (string Root, string Path)> SampleOf { get; } = FindSamples();

    private static Dictionary<string, (string Root, string Path)> FindSamples()
    {
        var samples = new Dictionary<string, (string, string)>();
        foreach (var root in Paths.Roots.Keys)
        {
            foreach (var (path, operations) in Paths.Leaves(Paths.Fields(Server.Schema, root, "where"), related: false))
            {
                var values = Paths.Values(Paths.Roots[root], path).ToList();
                var isExact = path is "slug" or "id" or "scheme" or "value";
                if (values.Exists(value => value is not null))
                    samples.TryAdd($"{operations.Name} {isExact} {values.Contains(null)} {Paths.IsInterval(path) && path.EndsWith("certainly", StringComparison.Ordinal)} {path.Contains('.', StringComparison.Ordinal)}", (root, path));
            }
        }

        return samples;
    }

    private static IEnumerable<string> OperationsAt(string root, string path) => Paths
        .Leaves(Paths.Fields(Server.Schema, root, "where"), related: true).First(leaf => leaf.Path == path)
        .Operations.Fields.Select(f => f.Name).Where(name => name is not ("and" or "or"));

    /// <summary>The operators that say "not", each with the other as its name without the first letter.</summary>
    private static IEnumerable<string> Opposites(string root, string path) => Paths.IsInterval(path) ? [] : OperationsAt(root, path).Where(name => name[0] == 'n');

    /// <summary>Values that objects have, values that none has, parts of texts, lists, and null where it is allowed; the first is a list's or object's own.</summary>
    private static List<object?> ValuesFor(string root, string path, string operation)
    {
        var present = Paths.Values(Paths.Roots[root], path).Where(value => value is not null).Distinct().ToList();
        var plain = operation.TrimStart('n');
        List<object?> values = [.. present.Take(2), .. Strange(path, present[0]!)];
        if (operation is "in" or "nin")
            return [present.Take(3).ToArray(), values.ToArray(), new[] { present[0], null }, Array.Empty<object>()];
        if (plain is "contains" or "startsWith" or "endsWith")
            return ["éCL", "e", "É", "😀", "%", "", .. present.Cast<string>().Take(3)];
        return operation is "eq" or "neq" && !Paths.IsInterval(path) ? [.. values, null] : values;
    }

    /// <summary>Values of the same type that no object has.</summary>
    private static IEnumerable<object> Strange(string path, object value) => value switch
    {
        string text when path.EndsWith("id", StringComparison.Ordinal) => [GlobalId.Encode("Artist", "nobody"), GlobalId.Encode("Nothing", text), GlobalId.Encode("Painting", "work-1")],
        // Nothing is beyond the last value of a type, and an open end is beyond all.
        int when Paths.IsInterval(path) => [int.MinValue + 1, int.MaxValue - 1],
        DateOnly when Paths.IsInterval(path) => [DateOnly.MinValue.AddDays(1), DateOnly.MaxValue.AddDays(-1)],
        string text => [text.ToUpperInvariant(), "nowhere"],
        int => [int.MinValue, int.MaxValue],
        double => [0.1],
        decimal => [0.5m, 0.501m, 0.499m, -0.501m, -0.499m, -999_999_999_999.99m],
        DateOnly => [DateOnly.MinValue, DateOnly.MaxValue],
        DateTime => [DateTime.MinValue, new DateTime(2024, 2, 29, 12, 0, 0, 1)],
        _ => [],
    };

    private static async Task<IReadOnlyList<string>> TitlesAsync(string part) =>
        [.. (await Server.QueryAsync("query($part: String!) { works(where: { title: { contains: $part } }, first: 100) { nodes { title } } }", new JsonObject { ["part"] = part }))
            ["works"]!["nodes"]!.AsArray().Select(node => (string)node!["title"]!).Distinct()];

    /// <summary>A filter in JSON, which has quotation marks around names.</summary>
    private static string JsonOf(string where) => System.Text.RegularExpressions.Regex.Replace(where, @"(\w+):", "\"$1\":");

    private static async Task<int> CountAsync(string query, JsonObject? variables = null) => (int)(await Server.QueryAsync(query, variables ?? []))["works"]!["totalCount"]!;

    private static async Task ExpectSameAsync(string root, Where where) =>
        (await FindAsync(root, where)).ShouldBe(Ids(Paths.Roots[root].Where(each => Oracle.Meets(each, where))), $"{root}(where: {where})");

    private static async Task<IReadOnlyList<string>> FindAsync(string root, Where where, bool literal = false)
    {
        var identity = root switch { "hangings" => "work { id } exhibition { id }", "marks" => "scheme value", _ => "id" };
        Server.Schema.TryGetField(Server.Schema.QueryType, root, out var field);
        var type = field!.Arguments.Single(a => a.Name == "where").Type;
        var isConnection = field.Type.Nullable is not ListType;
        var selection = isConnection ? $"{{ nodes {{ {identity} }} }}" : $"{{ {identity} }}";
        var data = literal
            ? await Server.QueryAsync($"{{ {root}(where: {where.ToLiteral()}, first: 100) {selection} }}")
            : await Server.QueryAsync($"query($where: {type}) {{ {root}(where: $where, first: 100) {selection} }}", new JsonObject { ["where"] = where.ToJson() });
        return [.. (isConnection ? data[root]!["nodes"]! : data[root]!).AsArray().Select(node => root switch
        {
            "hangings" => $"{node!["work"]!["id"]} {node["exhibition"]!["id"]}",
            "marks" => $"{node!["scheme"]} {node["value"]}",
            _ => (string)node!["id"]!,
        })];
    }

    /// <summary>What tells objects apart, in the order of their keys.</summary>
    private static IReadOnlyList<string> Ids(IEnumerable<object> objects) =>
    [
        .. objects.OrderBy(KeyOf).Select(each => each switch
        {
            Hanging hanging => $"{Oracle.Value(hanging.Work, "id")} {Oracle.Value(hanging.Exhibition, "id")}",
            Mark mark => $"{mark.Scheme} {mark.Value}",
            _ => (string)Oracle.Value(each, "id")!,
        }),
    ];

    /// <summary>The place of the values of marks, in the order they come in.</summary>
    private static Dictionary<string, int> Places { get; } = Paths.Roots["marks"].Cast<Mark>().Select(mark => mark.Value).Distinct().Order(StringComparer.Ordinal).Index().ToDictionary(each => each.Item, each => each.Index);

    private static (int, int) KeyOf(object each) => each switch
    {
        Mark mark => (Places[mark.Value], mark.Key),
        Hanging hanging => (hanging.WorkKey, hanging.ExhibitionKey),
        _ => ((int)Oracle.Value(each, "Key")!, 0),
    };
}
