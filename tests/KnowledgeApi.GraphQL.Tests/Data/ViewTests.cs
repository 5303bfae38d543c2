using System.Linq.Expressions;
using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Tests.Data.Museum;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>A view shows a part of a relation as a list of its own, with everything a list has.</summary>
public sealed class ViewTests
{
    private static readonly MuseumServer Server = new();

    public static TheoryData<string, string> All => new() { { "artists", "prints" }, { "artists", "giftsOnShow" }, { "exhibitions", "paintings" }, { "exhibitions", "northPrints" } };

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_view_of_each_parent_is_that_of_LINQ_and_one_statement(string root, string view)
    {
        var (data, statements) = await Server.WatchAsync($"{{ {root}(first: 100) {{ nodes {{ slug {view}(first: 100) {{ nodes {{ slug }} }} }} }} }}");
        foreach (var node in data[root]!["nodes"]!.AsArray())
            Slugs(node![view]!).ShouldBe(Expected(root, view, (string)node["slug"]!));
        data[root]!["nodes"]!.AsArray().Sum(node => node![view]!["nodes"]!.AsArray().Count).ShouldBePositive();
        statements.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_view_of_one_parent_is_that_of_LINQ(string root, string view)
    {
        foreach (var parent in Paths.Roots[root].Cast<ICatalogued>())
        {
            var data = await Server.QueryAsync($"{{ {root}(where: {{ slug: {{ eq: \"{parent.Slug}\" }} }}) {{ nodes {{ {view}(first: 100) {{ nodes {{ slug }} }} }} }} }}");
            Slugs(data[root]!["nodes"]![0]![view]!).ShouldBe(Expected(root, view, parent.Slug));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_view_is_filtered_ordered_paged_and_counted(string root, string view)
    {
        const string arguments = "where: { height: { gte: 1 } }, visit: { day: \"2001-03-25\" }";
        var data = await Server.QueryAsync(
            $"{{ {root}(first: 100) {{ nodes {{ slug {view}(first: 1, {arguments}, order: [{{ title: DESC }}]) {{ totalCount nodes {{ slug }} pageInfo {{ hasNextPage endCursor }} aggregate {{ count }} }} }} }} }}");
        foreach (var node in data[root]!["nodes"]!.AsArray())
        {
            var slug = (string)node!["slug"]!;
            var expected = Views.Of(Parent(root, slug), view).Cast<Work>().Where(work => work.Height >= 1 && work.Acquired <= new DateOnly(2001, 3, 25))
                .OrderByDescending(work => work.TitleSortKey, StringComparer.Ordinal).ThenBy(work => work.Key).Select(work => work.Slug).ToList();
            ((int)node[view]!["totalCount"]!).ShouldBe(expected.Count);
            ((int)node[view]!["aggregate"]!["count"]!).ShouldBe(expected.Count);
            List<string> walked = [.. Slugs(node[view]!)];
            for (var page = node[view]!["pageInfo"]!; (bool)page["hasNextPage"]!;)
            {
                var next = await Server.QueryAsync(
                    $"{{ {root}(where: {{ slug: {{ eq: \"{slug}\" }} }}) {{ nodes {{ {view}(first: 1, after: \"{page["endCursor"]}\", {arguments}, order: [{{ title: DESC }}]) {{ nodes {{ slug }} pageInfo {{ hasNextPage endCursor }} }} }} }} }}");
                walked.AddRange(Slugs(next[root]!["nodes"]![0]![view]!));
                page = next[root]!["nodes"]![0]![view]!["pageInfo"]!;
            }

            walked.ShouldBe(expected);
        }
    }

    [Fact]
    public async Task An_index_serves_a_view()
    {
        var (_, statements) = await Server.WatchAsync("{ artists { nodes { giftsOnShow { nodes { title } } } } }");
        StatementTests.PlanOf(statements[1]).ShouldContain("SEARCH w USING INDEX IX_Works_DonorKey (DonorKey=?)");
    }

    [Theory]
    [InlineData(typeof(Counted), "Counted.Few: \"artist.Works.Take(1)\" is no part of a view: start at a list of the parent and go on with Where, OfType and Select alone.")]
    [InlineData(typeof(Captured), "Captured.Dear: a view is the same for every request: it may name constants, but no variables.")]
    [InlineData(typeof(Repeated), "Repeated.Makers: a parent may have the same Artist several times: select it through links that are unique by both their ends.")]
    [InlineData(typeof(Misnamed), "Misnamed.Prints: shows Print objects: declare it as that.")]
    public void A_view_that_cannot_be_read_is_refused(Type views, string fault) =>
        Should.Throw<SchemaException>(() => Build(views)).Faults.ShouldContain(fault);

    private static Schema Build(Type views)
    {
        var options = new DataOptions { CreateContext = MuseumStore.CreateContext, Pool = new ReadPool(() => throw new InvalidOperationException("Nothing is read.")), CursorKey = [1] }
            .Identify<ICatalogued>(thing => thing.Slug);
        return new SchemaBuilder().AddTypes(views).AddQueryType(typeof(OnlyArtists)).AddLocalDateTime().AddConvention(new EntityConvention(options)).Build();
    }

    private static IEnumerable<string> Slugs(JsonNode connection) => connection["nodes"]!.AsArray().Select(node => (string)node!["slug"]!);

    private static object Parent(string root, string slug) => Paths.Roots[root].Single(each => ((ICatalogued)each).Slug == slug);

    private static IEnumerable<string> Expected(string root, string view, string slug) => Views.Of(Parent(root, slug), view).Cast<Work>().OrderBy(work => work.Key).Select(work => work.Slug);

    public static class OnlyArtists
    {
        public static IQueryable<Artist> GetArtists(MuseumContext db) => db.Artists;
    }

    [ObjectType<Artist>]
    public static class Counted
    {
        public static Expression<Func<Artist, IEnumerable<Work>>> Few => artist => artist.Works.Take(1);
    }

    [ObjectType<Artist>]
    public static class Captured
    {
        public static Expression<Func<Artist, IEnumerable<Work>>> Dear
        {
            get
            {
                var price = 1m;
                return artist => artist.Works.Where(work => work.Price > price);
            }
        }
    }

    [ObjectType<Artist>]
    public static class Repeated
    {
        public static Expression<Func<Artist, IEnumerable<Artist>>> Makers => artist => artist.Gifts.Select(work => work.Artist);
    }

    [ObjectType<Artist>]
    public static class Misnamed
    {
        public static Expression<Func<Artist, IEnumerable<Work>>> Prints => artist => artist.Works.OfType<Print>();
    }
}
