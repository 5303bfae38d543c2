namespace KnowledgeApi.Tests.Entities;

public sealed class EntityFieldTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>
{
    [Theory]
    [InlineData("events", "events", "participants: { some: { entity: { slug: { eq: $slug } } } }")]
    [InlineData("statementsAbout", "statements", "participants: { some: { role: { eq: ABOUT }, entity: { slug: { eq: $slug } } } }")]
    public async Task A_list_of_an_entity_is_what_the_root_finds_by_a_filter(string field, string root, string where)
    {
        var entities = await knowledge.QueryAsync($"{{ entities(first: 500) {{ nodes {{ slug {field}(first: 500) {{ totalCount nodes {{ slug }} }} }} }} }}");
        var seen = 0;
        foreach (var entity in entities.GetProperty("entities").GetProperty("nodes").EnumerateArray())
        {
            var list = entity.GetProperty(field);
            if (list.GetProperty("totalCount").GetInt32() == 0 && seen > 0)
                continue;
            var slug = entity.GetProperty("slug").GetString();
            var found = await knowledge.QueryAsync($"query ($slug: String) {{ {root}(first: 500, where: {{ {where} }}) {{ totalCount nodes {{ slug }} }} }}", new { slug });
            found.GetProperty(root).GetRawText().ShouldBe(list.GetRawText(), slug);
            seen += list.GetProperty("totalCount").GetInt32();
        }

        seen.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Events_of_many_entities_take_one_statement()
    {
        var (_, statements) = await knowledge.WatchAsync("{ entities(first: 100) { nodes { events { nodes { slug } } } } }");

        statements.Count.ShouldBe(2);
    }
}
