using System.Text.Json;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Kinds;

namespace KnowledgeApi.Tests.Claims;

/// <summary>Plans, targets, opinions and what was given up are no facts.</summary>
public sealed class FactsTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>
{
    private static readonly Schema Schema = KnowledgeSchema.Create(KnowledgeKinds.Standard);

    public static TheoryData<string> RootLists => [.. ListsOf("Query")];

    [Theory]
    [MemberData(nameof(RootLists))]
    public async Task Facts_are_asked_for_by_a_filter(string list)
    {
        var data = await knowledge.QueryAsync($"{{ all: {list} {{ totalCount }} {list}(first: 500, where: {{ isFact: {{ eq: true }} }}) {{ totalCount nodes {{ status isFact }} }} rest: {list}(where: {{ isFact: {{ eq: false }} }}) {{ totalCount }} }}");
        int Total(string each) => data.GetProperty(each).GetProperty("totalCount").GetInt32();

        ExpectFacts(data.GetProperty(list).GetProperty("nodes"));
        Total("all").ShouldBe(Total(list) + Total("rest"));
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
