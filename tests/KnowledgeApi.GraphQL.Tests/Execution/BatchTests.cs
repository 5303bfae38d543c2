using KnowledgeApi.GraphQL.Tests.Harness.Zoo;

namespace KnowledgeApi.GraphQL.Tests.Execution;

/// <summary>Breadth first: every batch resolver is given all objects of its level at once, and fails for its own fields alone.</summary>
public sealed class BatchTests
{
    private readonly Diary _diary = new();
    private readonly Engine _zoo;

    public BatchTests() => _zoo = ZooSchema.Engine(diary: _diary);

    [Fact]
    public async Task All_objects_of_a_level_come_at_once()
    {
        (await _zoo.DataAsync("{ animals { weight } }")).ShouldBe("""{"animals":[{"weight":2},{"weight":3},{"weight":5}]}""");
        _diary.Entries.ShouldBe(["weight(Al,Bob,Clara)"]);
    }

    [Fact]
    public async Task Object_types_that_share_a_field_share_its_batch()
    {
        await _zoo.DataAsync("{ animals { ... on Lion { weight } ... on Gnu { weight } } }");
        _diary.Entries.ShouldBe(["weight(Al,Clara)", "weight(Bob)"], "two fields of two nodes");
        _diary.Entries.Clear();
        await _zoo.DataAsync("{ animals { ...W } } fragment W on Animal { weight }");
        _diary.Entries.ShouldBe(["weight(Al,Bob,Clara)"]);
    }

    [Fact]
    public async Task Each_level_is_one_batch_however_many_lists_are_above()
    {
        var data = await _zoo.DataAsync("{ animals { friends { friends { weight } } } }");
        _diary.Entries.ShouldBe(["friends(Al,Bob,Clara)", "friends(Bob,Clara,Clara)", "weight(Clara)"]);
        data.ShouldBe("""{"animals":[{"friends":[{"friends":[{"weight":5}]},{"friends":[]}]},{"friends":[{"friends":[]}]},{"friends":[]}]}""");
    }

    [Theory]
    [InlineData("cages")]
    [InlineData("pens")]
    public async Task Inner_lists_go_into_one_batch(string field)
    {
        (await _zoo.DataAsync($"{{ {field} {{ weight }} }}")).ShouldBe($$"""{"{{field}}":[[{"weight":2}],[],[{"weight":3},{"weight":5}]]}""");
        _diary.Entries.ShouldBe(["weight(Al,Bob,Clara)"]);
    }

    [Fact]
    public async Task Objects_that_are_read_are_gathered_for_the_batches_below_them()
    {
        (await _zoo.DataAsync("{ animals { self { weight } } }")).ShouldBe("""{"animals":[{"self":{"weight":2}},{"self":{"weight":3}},{"self":{"weight":5}}]}""");
        _diary.Entries.ShouldBe(["weight(Al,Bob,Clara)"]);
    }

    [Fact]
    public async Task A_field_asked_for_twice_with_other_arguments_is_two_batches()
    {
        (await _zoo.DataAsync("{ animals { weight more: weight(plus: 10) } }")).ShouldBe("""{"animals":[{"weight":2,"more":12},{"weight":3,"more":13},{"weight":5,"more":15}]}""");
        _diary.Entries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nothing_is_called_for_no_objects()
    {
        (await _zoo.DataAsync("{ nobody { weight friends { weight } } }")).ShouldBe("""{"nobody":[]}""");
        _diary.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_called_for_what_is_left_out()
    {
        await _zoo.DataAsync("{ animals { name weight @skip(if: true) } }");
        _diary.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_field_of_one_object_type_gets_the_objects_of_that_type()
    {
        (await _zoo.DataAsync("{ animals { ... on Lion { roar } name } }")).ShouldBe("""{"animals":[{"roar":"Al!","name":"Al"},{"name":"Bob"},{"roar":"Clara!","name":"Clara"}]}""");
        _diary.Entries.ShouldBe(["roar(Al,Clara)"]);
    }

    [Fact]
    public async Task A_batch_that_fails_fails_its_own_field_for_all_its_parents()
    {
        (await _zoo.OutcomeAsync("{ animals { name fails } nobody { name } }")).ShouldBe(
            """{"animals":[{"name":"Al","fails":null},{"name":"Bob","fails":null},{"name":"Clara","fails":null}],"nobody":[]} | """
            + "animals.0.fails at 1:18 TIRED | animals.1.fails at 1:18 TIRED | animals.2.fails at 1:18 TIRED");
    }

    [Fact]
    public async Task A_batch_can_fail_for_one_parent()
    {
        (await _zoo.OutcomeAsync("{ animals { mood } }")).ShouldBe(
            """{"animals":[{"mood":"fine"},{"mood":null},{"mood":null}]} | animals.1.mood at 1:13 MOODY""");
    }

    [Fact]
    public async Task An_object_of_no_possible_type_fails_alone() =>
        (await _zoo.OutcomeAsync("{ mixed { weight name } }")).ShouldBe(
            """{"mixed":[{"weight":2,"name":"Al"},null,{"weight":3,"name":"Bob"}]} | mixed.1 at 1:3 INTERNAL_SERVER_ERROR""");

    [Fact]
    public async Task An_object_of_a_derived_class_is_of_the_nearest_object_type() =>
        (await _zoo.DataAsync("{ cub { __typename weight } }")).ShouldBe("""{"cub":{"__typename":"Lion","weight":9}}""");

    [Theory]
    [InlineData("{ animals { crash } }")]
    [InlineData("{ animals { short } }")]
    [InlineData("{ animals { broken } }")]
    public async Task What_an_exception_says_is_for_the_log(string query)
    {
        var text = await _zoo.AskAsync(query);
        text.ShouldContain("\"message\":\"The field could not be answered because of an unexpected error.\"");
        text.ShouldContain("\"code\":\"INTERNAL_SERVER_ERROR\"");
        text.ShouldNotContain("secret");
        text.ShouldNotContain("Exception");
        _zoo.Log.Entries.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_is_thrown_for_the_client_is_not_logged()
    {
        (await _zoo.AskAsync("{ animals { fails } }")).ShouldContain("\"message\":\"Too tired.\"");
        _zoo.Log.Entries.ShouldBeEmpty();
    }
}
