using System.Text.Json;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Kinds;

namespace KnowledgeApi.Tests.Claims;

/// <summary>Plans, targets and what was given up are in no list that is not asked for them by name.</summary>
public sealed class FactsTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>
{
    private static readonly Schema Schema = KnowledgeSchema.Create(KnowledgeKinds.Standard);

    public static TheoryData<string> RootLists => [.. ListsOf("Query")];

    /// <summary>Each list of claims that some object other than the root has.</summary>
    public static TheoryData<string, string> Lists
    {
        get
        {
            var lists = new TheoryData<string, string>();
            foreach (var (entities, type) in new[] { ("companies", "Company"), ("publicBodies", "PublicBody"), ("people", "Person"), ("events(first: 500)", "Event") })
                foreach (var list in ListsOf(type).Except(["rivals"]))
                    lists.Add(entities, list);
            return lists;
        }
    }

    [Theory]
    [MemberData(nameof(RootLists))]
    public async Task A_list_gives_facts_and_hearsay(string list)
    {
        var data = await knowledge.QueryAsync($"{{ {list}(first: 500) {{ totalCount nodes {{ status isFact }} }} facts: {list}(where: {{ isFact: {{ eq: true }} }}) {{ totalCount }} }}");

        ExpectFacts(data.GetProperty(list).GetProperty("nodes"));
        data.GetProperty(list).GetProperty("totalCount").GetInt32().ShouldBe(data.GetProperty("facts").GetProperty("totalCount").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_of_an_object_does_so_too(string objects, string list)
    {
        var data = await knowledge.QueryAsync($"{{ all: {objects} {{ nodes {{ {list} {{ nodes {{ status isFact }} }} }} }} }}");

        foreach (var each in data.GetProperty("all").GetProperty("nodes").EnumerateArray())
            ExpectFacts(each.GetProperty(list).GetProperty("nodes"));
    }

    [Theory]
    [InlineData("status: { neq: null }")]
    [InlineData("isFact: { in: [true, false] }")]
    public async Task Whoever_names_what_is_wanted_gets_it(string where)
    {
        var data = await knowledge.QueryAsync($"{{ all: claims(where: {{ {where} }}) {{ totalCount }} facts: claims {{ totalCount }} rest: claims(where: {{ isFact: {{ eq: false }} }}) {{ totalCount }} }}");
        int Total(string list) => data.GetProperty(list).GetProperty("totalCount").GetInt32();

        Total("rest").ShouldBeGreaterThan(0);
        Total("all").ShouldBe(Total("facts") + Total("rest"));
    }

    [Fact]
    public async Task What_is_compared_is_given_whole()
    {
        var data = await knowledge.QueryAsync("{ agreements(first: 500) { nodes { members(first: 500) { nodes { isFact } } } } all: claims(where: { status: { neq: null } }) { totalCount } }");

        data.GetProperty("agreements").GetProperty("nodes").EnumerateArray().Sum(agreement => agreement.GetProperty("members").GetProperty("nodes").GetArrayLength())
            .ShouldBe(data.GetProperty("all").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task What_is_no_assertion_is_asked_for_by_its_modality()
    {
        var data = await knowledge.QueryAsync(
            """
            {
              all: statements(where: { modality: { neq: null } }) { totalCount }
              among: claims(where: { asStatement: { modality: { neq: null } } }) { totalCount }
              whatever: statements(where: { status: { neq: null } }) { totalCount }
            }
            """);
        int Total(string list) => data.GetProperty(list).GetProperty("totalCount").GetInt32();

        Total("all").ShouldBe(Total("whatever"));
        Total("among").ShouldBe(Total("whatever"));
    }

    private static void ExpectFacts(JsonElement claims)
    {
        foreach (var claim in claims.EnumerateArray())
        {
            claim.GetProperty("isFact").GetBoolean().ShouldBeTrue();
            claim.GetProperty("status").GetString().ShouldBeOneOf("ACTUAL", "REPORTED");
        }
    }

    private static IEnumerable<string> ListsOf(string type) => ((ObjectType)Schema.Types.Single(each => each.Name == type)).Fields
        .Where(field => (field.Type.Named as ObjectType)?.Fields.FirstOrDefault(part => part.Name == "nodes")?.Type.Named is { } node && IsClaim(node))
        .Select(field => field.Name);

    private static bool IsClaim(NamedType type) => type is InterfaceType { Name: "Claim" } || (type is ObjectType kind && kind.Interfaces.Any(each => each.Name == "Claim"));
}
