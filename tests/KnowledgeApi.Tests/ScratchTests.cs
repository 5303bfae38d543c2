namespace KnowledgeApi.Tests;
[Collection(KnowledgeCollection.Name)]
public class ScratchTests(KnowledgeFixture f, Xunit.Abstractions.ITestOutputHelper o)
{
    [Fact] public async Task Sql()
    {
        f.Pool.Executing += s => o.WriteLine(s + "\n");
        var r = await f.SendAsync(File.ReadAllText("/tmp/q.graphql"));
        o.WriteLine(r.ToString());
        Assert.Fail("look");
    }
}
