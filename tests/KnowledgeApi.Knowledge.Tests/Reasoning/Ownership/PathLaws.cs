using KnowledgeApi.Knowledge.Reasoning.Ownership;

namespace KnowledgeApi.Knowledge.Tests.Reasoning.Ownership;

public sealed class PathLaws
{
    [Fact]
    public void They_are_those_of_an_enumeration() => Web.Check(Web.Ranges, web =>
    {
        var graph = web.Up();
        for (var owner = 1; owner < web.Count; owner++)
        {
            var expected = Enumerate(web, owner, [0]).Select(Text).Order(StringComparer.Ordinal);

            OwnershipPaths.Find(graph, owner, 0, 100, 10_000).Paths.Select(path => Text([.. path.Hops.Select(hop => hop.Owner), 0]))
                .Order(StringComparer.Ordinal).ShouldBe(expected, $"{owner} in {web}");
        }
    });

    [Fact]
    public void They_are_no_longer_than_asked_for() => Web.Check(Web.Ranges, web =>
    {
        for (var owner = 1; owner < web.Count; owner++)
        {
            var expected = Enumerate(web, owner, [0]).Where(path => path.Count <= 3).Select(Text).Order(StringComparer.Ordinal);

            OwnershipPaths.Find(web.Up(maxDepth: 2), owner, 0, 2, 10_000).Paths.Select(path => Text([.. path.Hops.Select(hop => hop.Owner), 0]))
                .Order(StringComparer.Ordinal).ShouldBe(expected, $"{owner} in {web}");
        }
    });

    [Fact]
    public void They_come_in_order() => Web.Check(Web.Ranges, web =>
    {
        for (var owner = 1; owner < web.Count; owner++)
        {
            var paths = OwnershipPaths.Find(web.Up(), owner, 0, 100, 10_000).Paths;
            paths.Select(path => path.Share.Upper).ShouldBe(paths.Select(path => path.Share.Upper).OrderDescending());
        }
    });

    [Fact]
    public void The_first_are_the_first_of_all() => Web.Check(Web.Ranges, web =>
    {
        for (var owner = 1; owner < web.Count; owner++)
        {
            var all = OwnershipPaths.Find(web.Up(), owner, 0, 100, 10_000).Paths;
            var (first, isAll) = OwnershipPaths.Find(web.Up(), owner, 0, 100, 2);

            first.Select(path => path.Share).ShouldBe(all.Take(2).Select(path => path.Share));
            isAll.ShouldBe(all.Count <= 2);
        }
    });

    private static string Text(IEnumerable<long> path) => string.Join('>', path);

    // From the company up, whoever holds a stake and was not met before.
    private static IEnumerable<List<long>> Enumerate(Web web, long owner, List<long> path) => path[0] == owner
        ? [path]
        : web.Claims.Where(claim => claim.Company == path[0] && !path.Contains(claim.Owner)).SelectMany(claim => Enumerate(web, owner, [claim.Owner, .. path]));
}
