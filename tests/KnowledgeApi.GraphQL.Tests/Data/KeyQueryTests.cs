using System.Globalization;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Tests.Data.Museum;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>Filters as parts of statements that are not the engine's own.</summary>
public sealed class KeyQueryTests
{
    private static readonly MuseumServer Server = new();

    [Fact]
    public async Task It_gives_the_keys_of_what_meets_the_filter()
    {
        var query = Server.Entities.KeysOf((typeof(Work), Where("height", "gt", 1))).Single();

        (await ReadAsync(query.Sql, query.Parameters)).ShouldBe(MuseumStore.Shared.Works.Where(work => work.Height > 1).Select(work => (long)work.Key), ignoreOrder: true);
    }

    [Fact]
    public async Task Several_stand_in_one_statement()
    {
        var (artist, work) = (MuseumStore.Shared.Artists[0], MuseumStore.Shared.Works[0]);
        var queries = Server.Entities.KeysOf((typeof(Work), Where("slug", "eq", work.Slug)), (typeof(Artist), Where("slug", "eq", artist.Slug)));

        var keys = await ReadAsync($"{queries[0].Sql} UNION ALL {queries[1].Sql}", [.. queries.SelectMany(query => query.Parameters)]);

        keys.ShouldBe([work.Key, artist.Key]);
    }

    [Fact]
    public void Filters_of_one_shape_are_compiled_once()
    {
        Server.Entities.KeysOf((typeof(Work), Where("height", "gt", 0)));
        var compiled = Server.Compiled;
        for (var height = 1; height < 5; height++)
            Server.Entities.KeysOf((typeof(Work), Where("height", "gt", height)));

        Server.Compiled.ShouldBe(compiled);
    }

    [Fact]
    public void Filters_of_one_shape_on_different_objects_are_different() =>
        Server.Entities.KeysOf((typeof(Work), Where("slug", "eq", "it"))).Single().Sql
            .ShouldNotBe(Server.Entities.KeysOf((typeof(Artist), Where("slug", "eq", "it"))).Single().Sql);

    [Fact]
    public void The_limits_are_those_of_all_together()
    {
        var large = new InputObject([KeyValuePair.Create<string, object?>("and", Enumerable.Range(0, 60).Select(i => (object?)Where("height", "gt", i)).ToList())]);

        Server.Entities.KeysOf((typeof(Work), large), (typeof(Work), large)).Count.ShouldBe(2);
        Should.Throw<FieldErrorException>(() => Server.Entities.KeysOf((typeof(Work), large), (typeof(Work), large), (typeof(Work), large))).Code.ShouldBe(ErrorCodes.FilterLimit);
    }

    private static InputObject Where(string member, string operation, object value) =>
        new([KeyValuePair.Create<string, object?>(member, new InputObject([KeyValuePair.Create<string, object?>(operation, value)]))]);

    private static async Task<List<long>> ReadAsync(string sql, IReadOnlyList<KeyValuePair<string, object>> parameters)
    {
        var keys = new List<long>();
        await Server.Pool.RunAsync(sql, parameters, row => keys.Add(Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture)), CancellationToken.None);
        return keys;
    }
}
