using FsCheck;
using FsCheck.Fluent;
using KnowledgeApi.Knowledge.Reasoning.Ownership;

namespace KnowledgeApi.Knowledge.Tests.Reasoning.Ownership;

public sealed class EffectiveShareLaws
{
    [Fact]
    public void They_solve_the_linear_system() => Web.Check(Web.Points, web =>
    {
        var graph = web.Up();
        var shares = new EffectiveShares(graph);
        foreach (var owner in graph.Nodes.Skip(1))
        {
            var exact = LinearSystem.Solve(web.Count, LinearSystem.SharesOf(web), (int)owner)[0];

            shares.Of(owner, 0).ShouldBe(new ShareRange(exact.Floor(), exact.Ceiling()), $"{owner} in {web}");
        }
    }, tests: 2000);

    [Fact]
    public void Seen_from_the_owner_they_are_the_same() => Web.Check(Web.Ranges, web =>
    {
        var up = web.Up();
        foreach (var owner in up.Nodes.Skip(1))
            new EffectiveShares(web.Down(owner)).OfAll(owner)(0).ShouldBe(new EffectiveShares(up).Of(owner, 0), $"{owner} in {web}");
    });

    [Fact]
    public void Without_cycles_they_are_the_sums_over_the_paths() => Web.Check(Web.Trees, web =>
    {
        var graph = web.Up();
        var shares = new EffectiveShares(graph);
        foreach (var owner in graph.Nodes.Skip(1))
        {
            var sum = OwnershipPaths.Find(graph, owner, 0, 100, 10_000).Paths.Aggregate(
                Fraction.Zero,
                (total, path) => total + path.Hops.Aggregate(Fraction.One, (product, hop) => product * Fraction.Percent(hop.Share.Lower)));

            shares.Of(owner, 0).ShouldBe(new ShareRange(sum.Floor(), sum.Ceiling()), $"{owner} in {web}");
        }
    });

    [Fact]
    public void They_are_ranges_within_the_whole() => Web.Check(Web.Ranges, web =>
    {
        foreach (var owner in new OwnershipAnswers(web.Up()).All.Read(0, 100))
        {
            owner.Share.Lower.ShouldBeInRange(0, owner.Share.Upper);
            owner.Share.Upper.ShouldBeLessThanOrEqualTo(100);
        }
    });

    [Fact]
    public void Those_of_ultimate_owners_are_together_at_most_the_whole() => Web.Check(Web.Ranges, web =>
        SumOfUltimateOwners(web.Up(), owner => owner.Share.Lower).ShouldBeLessThanOrEqualTo(100));

    [Fact]
    public void Those_of_ultimate_owners_make_the_whole_if_all_stakes_do() => Web.Check(Web.CompletePoints.Where(IsOwned), web =>
    {
        var graph = web.Up();
        SumOfUltimateOwners(graph, owner => owner.Share.Lower).ShouldBeLessThanOrEqualTo(100);
        SumOfUltimateOwners(graph, owner => owner.Share.Upper).ShouldBeGreaterThanOrEqualTo(100);
    });

    [Fact]
    public void Pages_of_owners_are_parts_of_one_list() => Web.Check(from web in Web.Ranges from size in Gen.Choose(1, 4) select (web, size), given =>
    {
        var all = new OwnershipAnswers(given.web.Up()).All;
        var starts = Enumerable.Range(0, all.Count).Where(start => start % given.size == 0);

        // Each page by itself, as it is read in a request of its own.
        starts.SelectMany(start => new OwnershipAnswers(given.web.Up()).All.Read(start, given.size)).Select(owner => owner.Entity)
            .ShouldBe(all.Read(0, all.Count).Select(owner => owner.Entity));
    });

    [Fact]
    public void They_do_not_depend_on_the_order_of_claims() => Web.Check(from web in Web.Ranges from seed in Gen.Choose(0, 1000) select (web, seed), given =>
        Told(given.web).ShouldBe(Told(given.web.Shuffled(given.seed))));

    [Fact]
    public void No_choice_of_shares_leads_outside_of_them() => Web.Check(from web in Web.Ranges from seed in Gen.Choose(0, 100_000) select (web, seed), given =>
    {
        var graph = given.web.Up();
        var choice = Choose(given.web, new Random(given.seed));
        foreach (var owner in graph.Nodes.Skip(1))
        {
            var exact = LinearSystem.Solve(given.web.Count, choice, (int)owner)[0];
            var share = new EffectiveShares(graph).Of(owner, 0);

            share.Lower.ShouldBeLessThanOrEqualTo(exact.Ceiling(), $"{owner} in {given.web}");
            share.Upper.ShouldBeGreaterThanOrEqualTo(exact.Floor(), $"{owner} in {given.web}");
        }
    }, tests: 2000);

    [Fact]
    public void Some_choice_of_shares_leads_to_each_end() => Web.Check(Web.Ranges.Where(web => Corners(web).Count < 1000), web =>
    {
        var graph = web.Up();
        var shares = new EffectiveShares(graph);
        foreach (var owner in graph.Nodes.Skip(1))
        {
            var greatest = Corners(web).Select(corner => LinearSystem.Solve(web.Count, corner, (int)owner)[0]).Aggregate((a, b) => b.IsMoreThan(a) ? b : a);
            var least = LinearSystem.Solve(web.Count, Narrowed(web).ToDictionary(stake => stake.Key, stake => Fraction.Percent(stake.Value.Lower)), (int)owner)[0];

            shares.Of(owner, 0).ShouldBe(new ShareRange(least.Floor(), greatest.Ceiling()), $"{owner} in {web}");
        }
    }, tests: 200);

    private static bool IsOwned(Web web) => web.Up() is { Count: > 1 } graph && new OwnershipAnswers(graph).UltimateOwners.Count > 0 && !RootIsClosed(graph);

    // Where the company itself belongs to a cycle nobody else owns, nothing leads out of it.
    private static bool RootIsClosed(OwnershipGraph graph) => graph.Cycles.Any(cycle => cycle.Contains(0) && cycle.All(company => graph.StakesIn[graph.NumberOf(company)].All(stake => cycle.Contains(stake.Owner))));

    // Of a cycle without other owners whoever is met first counts: all members are met as often as the most often met.
    private static decimal SumOfUltimateOwners(OwnershipGraph graph, Func<EffectiveStake, decimal> share) => new OwnershipAnswers(graph).UltimateOwners.Read(0, 100)
        .GroupBy(owner => graph.Cycles.FirstOrDefault(cycle => cycle.Contains(owner.Entity))?.Min() ?? owner.Entity)
        .Sum(group => group.Max(share));

    private static List<(long, ShareRange, bool)> Told(Web web) => [.. new OwnershipAnswers(web.Up()).All.Read(0, 100).Select(owner => (owner.Entity, owner.Share, owner.IsInCycle))];

    private static Dictionary<(int Owner, int Company), ShareRange> Narrowed(Web web) =>
        Enumerable.Range(0, web.Count)
            .SelectMany(company => Holders.Of(company, web.Claims.Where(claim => claim.Company == company), new()).Stakes)
            .ToDictionary(stake => ((int)stake.Owner, (int)stake.Company), stake => stake.Share);

    // For each company all ways to hand out what the least of each leaves: one owner after the other takes as much as it can.
    private static List<Dictionary<(int Owner, int Company), Fraction>> Corners(Web web)
    {
        var choices = new List<Dictionary<(int Owner, int Company), Fraction>> { new() };
        foreach (var company in Narrowed(web).GroupBy(stake => stake.Key.Company))
        {
            var ways = Orders([.. company]).Select(order =>
            {
                var room = 100 - order.Sum(stake => stake.Value.Lower);
                return order.Select(stake =>
                {
                    var more = Math.Min(room, stake.Value.Upper - stake.Value.Lower);
                    room -= more;
                    return (stake.Key, Percent: stake.Value.Lower + more);
                }).ToList();
            }).ToList();
            choices = [.. choices.SelectMany(choice => ways.Select(way => way.Aggregate(new Dictionary<(int Owner, int Company), Fraction>(choice), (all, stake) =>
            {
                all[stake.Key] = Fraction.Percent(stake.Percent);
                return all;
            }))).Take(1000)];
        }

        return choices;
    }

    private static IEnumerable<List<T>> Orders<T>(List<T> items) => items.Count == 0
        ? [[]]
        : items.SelectMany((item, i) => Orders([.. items.Where((_, j) => j != i)]).Select(rest => rest.Prepend(item).ToList()));

    private static Dictionary<(int Owner, int Company), Fraction> Choose(Web web, Random random)
    {
        var choice = new Dictionary<(int Owner, int Company), Fraction>();
        foreach (var company in Narrowed(web).GroupBy(stake => stake.Key.Company))
        {
            var room = 100 - company.Sum(stake => stake.Value.Lower);
            foreach (var (key, share) in company.OrderBy(_ => random.Next()))
            {
                var more = decimal.Floor(Math.Min(room, share.Upper - share.Lower) * random.Next(0, 101)) / 100;
                room -= more;
                choice.Add(key, Fraction.Percent(share.Lower + more));
            }
        }

        return choice;
    }
}
