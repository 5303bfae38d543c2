namespace KnowledgeApi.GraphQL.Tests.Execution;

/// <summary>
/// Errors and nulls in every wrapper: sections 6.4.3 (completing values) and 6.4.4 (handling execution errors). Each field is asked for
/// as a leaf that is read, as a leaf of a batch, as objects that are read and as objects with a batch below them.
/// </summary>
public sealed class NullTests
{
    private static readonly Engine Boxes = new(Boxing.Schema);

    private static readonly (string Kind, string Selection, string Leaf)[] Ways =
    [
        ("read", "", "#"),
        ("batch", "", "#"),
        ("plain", " { v }", """{"v":#}"""),
        ("plain", " { v w }", """{"v":#,"w":#}"""),
        ("found", " { v }", """{"v":#}"""),
        ("found", " { w v }", """{"w":#,"v":#}"""),
    ];

    // Values are written as in Boxing; of the data, < is a null further up, and of the errors only the paths are written.
    public static TheoryData<string, string, string, string> Wrappers { get; } = new()
    {
        { "Int", "n", "null", "" },
        { "Int", "e", "null", "f" },
        { "Int!", "n", "<", "f" },
        { "Int!", "e", "<", "f" },
        { "[Int]", "n", "null", "" },
        { "[Int]", "e", "null", "f" },
        { "[Int]", "1ne2", "[1,null,null,2]", "f.2" },
        { "[Int!]", "12", "[1,2]", "" },
        { "[Int!]", "1n", "null", "f.1" },
        { "[Int!]", "1e", "null", "f.1" },
        { "[Int!]", "n", "null", "" },
        { "[Int]!", "n", "<", "f" },
        { "[Int]!", "1n", "[1,null]", "" },
        { "[Int]!", "1e", "[1,null]", "f.1" },
        { "[Int!]!", "1n", "<", "f.1" },
        { "[Int!]!", "e", "<", "f" },
        { "[[Int]]", "(1n)(e)n", "[[1,null],[null],null]", "f.1.0" },
        { "[[Int!]]", "(1)(2n3)(4)", "[[1],null,[4]]", "f.1.1" },
        { "[[Int!]]", "(n)(e)e(5)", "[null,null,null,[5]]", "f.0.0 f.1.0 f.2" },
        { "[[Int!]!]", "(1)(2n3)(4)", "null", "f.1.1" },
        { "[[Int]!]", "(1)n(4)", "null", "f.1" },
        { "[[Int!]!]!", "(1)(e)(4)", "<", "f.1.0" },
        { "[[Int]]!", "(1)e", "[[1],null]", "f.1" },
        { "[[Int!]]!", "(1)(e)(2)", "[[1],null,[2]]", "f.1.0" },
    };

    [Theory]
    [MemberData(nameof(Wrappers))]
    public async Task A_null_goes_up_to_the_nearest_place_where_it_may_stand(string type, string value, string data, string errors)
    {
        foreach (var (kind, selection, leaf) in Ways)
        {
            var query = $$"""{ box(value: "{{value}}") { before: one f: {{Boxing.Name(kind, type)}}{{selection}} after: one } other: one }""";
            var written = string.Concat(data.Select(c => char.IsDigit(c) ? leaf.Replace('#', c) : $"{c}"));
            var place = query.IndexOf("f: ", StringComparison.Ordinal) + 1;
            var expected = data == "<" ? "null" : $$"""{"before":1,"f":{{written}},"after":1}""";

            var outcome = (await Boxes.OutcomeAsync(query)).Split(" | ");

            outcome[0].ShouldBe($$"""{"box":{{expected}},"other":1}""", query);
            outcome[1..].Select(e => e[..e.LastIndexOf(' ')])
                .ShouldBe(errors.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(e => $"box.{e} at 1:{place}"), query);
        }
    }

    [Fact]
    public async Task A_null_at_the_root_leaves_no_data() =>
        (await Boxes.OutcomeAsync("{ one sure }")).ShouldBe("null | sure at 1:7 NON_NULL_VIOLATION");

    [Fact]
    public async Task One_error_is_enough_to_give_an_object_up() =>
        (await Boxes.OutcomeAsync("""{ box(value: "n") { a: read_R b: read_R } }""")).ShouldBe("""{"box":null} | box.a at 1:21 NON_NULL_VIOLATION""");

    [Fact]
    public async Task Errors_told_before_an_object_is_given_up_stay_told() =>
        (await Boxes.OutcomeAsync("""{ box(value: "e") { a: read_ b: read_R } }""")).ShouldBe("""{"box":null} | box.a at 1:21 SAID | box.b at 1:30 SAID""");

    [Fact]
    public async Task An_error_blames_every_node_that_was_merged() =>
        (await Boxes.OutcomeAsync("""{ box(value: "e") { read_ ...F } } fragment F on Box { read_ }""")).ShouldBe("""{"box":{"read_":null}} | box.read_ at 1:21 1:56 SAID""");

    [Fact]
    public async Task A_list_given_up_half_way_leaves_the_lists_after_it_whole()
    {
        // The third inner list fails at its second item: the objects behind it must not be taken for those of the fourth.
        const string Query = """{ box(value: "(1)(23)(4n5)(67)") { f: found_LLRJJ { v w } } again: box(value: "8") { f: found_LJ { v w } } }""";
        (await Boxes.OutcomeAsync(Query)).ShouldBe(
            """{"box":{"f":[[{"v":1,"w":1}],[{"v":2,"w":2},{"v":3,"w":3}],null,[{"v":6,"w":6},{"v":7,"w":7}]]},"again":{"f":[{"v":8,"w":8}]}} | box.f.2.1 at 1:36 NON_NULL_VIOLATION""");
    }

    [Fact]
    public async Task Items_that_are_no_lists_have_no_objects_to_skip() =>
        (await Boxes.OutcomeAsync("""{ box(value: "(1)x(n)(23)") { f: found_LLRJJ { v w } } }""")).ShouldBe(
            """{"box":{"f":[[{"v":1,"w":1}],null,null,[{"v":2,"w":2},{"v":3,"w":3}]]}} | box.f.1 at 1:31 INTERNAL_SERVER_ERROR | box.f.2.0 at 1:31 NON_NULL_VIOLATION""");

    [Fact]
    public async Task An_object_given_up_in_a_list_leaves_the_objects_after_it_whole() =>
        (await Boxes.OutcomeAsync("""{ box(value: "123") { f: found_LJ { v picky w next { w } } } }""")).ShouldBe(
            """{"box":{"f":[{"v":1,"picky":1,"w":1,"next":{"w":1}},null,{"v":3,"picky":3,"w":3,"next":{"w":3}}]}} | box.f.1.picky at 1:39 SAID""");

    [Theory]
    [InlineData("read_LJ", "")]
    [InlineData("found_LJ", " { v w }")]
    [InlineData("found_LLJJ", " { v w }")]
    [InlineData("plain_LLJJ", " { v w }")]
    public async Task What_is_no_list_fails_where_a_list_is_due(string field, string selection)
    {
        (await Boxes.OutcomeAsync($$"""{ box(value: "x") { f: {{field}}{{selection}} one } }""")).ShouldBe("""{"box":{"f":null,"one":1}} | box.f at 1:21 INTERNAL_SERVER_ERROR""");
    }

    [Theory]
    [InlineData("read_LJ", "")]
    [InlineData("plain_LJ", " { v }")]
    [InlineData("found_LJ", " { v w }")]
    [InlineData("found_LLJJ", " { v w }")]
    public async Task A_list_that_breaks_off_fails_as_a_whole(string field, string selection)
    {
        (await Boxes.OutcomeAsync($$"""{ box(value: "b") { f: {{field}}{{selection}} one } }""")).ShouldBe("""{"box":{"f":null,"one":1}} | box.f at 1:21 INTERNAL_SERVER_ERROR""");
    }
}
