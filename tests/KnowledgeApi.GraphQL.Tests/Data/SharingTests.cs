using KnowledgeApi.GraphQL.Tests.Data.Museum;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>A kind of objects that has nothing of its own is asked for by what it is a kind of.</summary>
public sealed class SharingTests
{
    private static readonly MuseumServer Server = new();

    [Theory]
    [InlineData("sketches", "where", "WorkFilterInput")]
    [InlineData("sketches", "order", "WorkSortInput")]
    [InlineData("sketch", "by", "WorkByInput")]
    [InlineData("prints", "where", "PrintFilterInput")]
    [InlineData("prints", "order", "PrintSortInput")]
    public void Only_kinds_with_members_of_their_own_have_inputs_of_their_own(string field, string argument, string input)
    {
        Server.Schema.TryGetField(Server.Schema.QueryType, field, out var found).ShouldBeTrue();
        found!.FindArgument(argument)!.Type.Named.Name.ShouldBe(input);
    }

    [Theory]
    [InlineData("sketches", "WorkAggregate")]
    [InlineData("prints", "PrintAggregate")]
    [InlineData("sculptures", "WorkAggregate")]
    public void Only_kinds_with_numbers_of_their_own_are_summed_up_in_types_of_their_own(string list, string type) =>
        Sums.AggregateOf(Server.Schema, Server.Schema.QueryType, list)!.Name.ShouldBe(type);

    [Theory]
    [InlineData("WorkFilterInput")]
    [InlineData("WorkSortInput")]
    public void Only_kinds_with_members_of_their_own_are_entered(string input) =>
        ((InputObjectType)Server.Schema.Types.Single(type => type.Name == input)).Fields.Select(field => field.Name).Where(name => name.StartsWith("as", StringComparison.Ordinal))
            .ShouldBe(["asPainting", "asPrint", "asSculpture"]);

    [Fact]
    public async Task Objects_of_one_kind_meet_no_condition_on_another() =>
        ((int)(await Server.QueryAsync("{ sketches(where: { or: [{ asPrint: {} }, { asSculpture: { pieces: { any: false } } }] }) { totalCount } }"))["sketches"]!["totalCount"]!).ShouldBe(0);

    [Fact]
    public async Task What_another_kind_has_orders_nothing()
    {
        var data = await Server.QueryAsync("{ a: sketches(order: [{ asPrint: { layers: DESC } }, { title: ASC }]) { nodes { slug } } b: sketches(order: [{ title: ASC }]) { nodes { slug } } }");
        data["a"]!.ToJsonString().ShouldBe(data["b"]!.ToJsonString());
    }

    [Fact]
    public async Task An_object_is_looked_up_among_its_own_kind()
    {
        var sketch = MuseumStore.Shared.Works.OfType<Sketch>().First().Slug;
        var print = MuseumStore.Shared.Works.OfType<Print>().First().Slug;
        var data = await Server.QueryAsync($"{{ a: sketch(by: {{ slug: \"{sketch}\" }}) {{ slug }} b: sketch(by: {{ slug: \"{print}\" }}) {{ slug }} }}");
        ((string?)data["a"]!["slug"]).ShouldBe(sketch);
        data["b"].ShouldBeNull();
    }
}
