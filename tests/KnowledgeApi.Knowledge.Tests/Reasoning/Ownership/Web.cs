using FsCheck;
using FsCheck.Fluent;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;
using Interval = KnowledgeApi.Knowledge.Model.Interval;

namespace KnowledgeApi.Knowledge.Tests.Reasoning.Ownership;

/// <summary>Stakes between numbered entities, made up for tests; entity 0 is the company asked about.</summary>
internal sealed record Web(IReadOnlyList<StakeClaim> Claims)
{
    private static readonly int[][] Partitions = [[100], [50, 50], [25, 75], [51, 49], [20, 30, 50], [10, 60, 30], [33, 33, 34], [1, 98, 1]];

    /// <summary>Stakes of one number each. In each company they make the whole, or one of them is missing.</summary>
    public static readonly Gen<Web> Points = Of(complete: false, spread: 0, acyclic: false);

    /// <summary>Stakes of one number each that make the whole in every company that has any.</summary>
    public static readonly Gen<Web> CompletePoints = Of(complete: true, spread: 0, acyclic: false);

    /// <summary>Stakes of ranges, all owners of a company together possibly more than the whole at their greatest.</summary>
    public static readonly Gen<Web> Ranges = Of(complete: false, spread: 20, acyclic: false);

    /// <summary>Stakes of one number each, without cycles.</summary>
    public static readonly Gen<Web> Trees = Of(complete: false, spread: 0, acyclic: true);

    public int Count => (int)Claims.SelectMany(claim => new[] { claim.Owner, claim.Company }).Append(0).Max() + 1;

    /// <summary>A stake of one number.</summary>
    public static StakeClaim Stake(long owner, long company, decimal percent) => Stake(owner, company, percent, percent);

    /// <summary>A stake of a range.</summary>
    public static StakeClaim Stake(long owner, long company, decimal lower, decimal upper) =>
        new(100 * company + owner, owner, company) { Stated = Interval.Closed(lower, upper), Slug = $"{owner}-in-{company}", Citations = 1, Times = StakeTimes.Always };

    public static Web Of(params StakeClaim[] claims) => new(claims);

    public static void Check<T>(Gen<T> values, Action<T> law, int tests = 500) =>
        Prop.ForAll(Arb.From(values), law).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));

    public OwnershipGraph Up(long root = 0, int maxDepth = 100, OwnershipQuestion? question = null, int maxNodes = 1000) => Walk(root, WalkDirection.Up, maxDepth, maxNodes, question ?? new());

    public OwnershipGraph Down(long root, int maxDepth = 100, OwnershipQuestion? question = null) => Walk(root, WalkDirection.Down, maxDepth, 1000, question ?? new());

    public Web Shuffled(int seed)
    {
        var claims = Claims.ToArray();
        new Random(seed).Shuffle(claims);
        return new(claims);
    }

    public override string ToString() => string.Join("; ", Claims.Select(claim => $"{claim.Owner} holds {claim.Stated?.Lower}..{claim.Stated?.Upper} of {claim.Company}"));

    private OwnershipGraph Walk(long root, WalkDirection direction, int maxDepth, int maxNodes, OwnershipQuestion question)
    {
        var index = new StakeIndex(question);
        index.Enter(Claims.SelectMany(claim => new[] { claim.Owner, claim.Company }).Append(root), Claims);
        var walk = new OwnershipWalk(root, direction, maxDepth, maxNodes);
        while (!walk.IsDone)
            walk.Advance(index);
        return walk.ToGraph(index);
    }

    private static Gen<Web> Of(bool complete, int spread, bool acyclic) =>
        from count in Gen.Choose(2, 6)
        from companies in Gen.CollectToArray(Enumerable.Range(0, count).Select(company => HoldersOf(company, count, complete, spread, acyclic)))
        select new Web([.. companies.SelectMany(claims => claims)]);

    private static Gen<StakeClaim[]> HoldersOf(int company, int count, bool complete, int spread, bool acyclic) =>
        from partition in Gen.Elements(Partitions)
        from owners in Gen.Shuffle(Enumerable.Range(acyclic ? company + 1 : 0, acyclic ? count - company - 1 : count).ToArray())
        from isOwned in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        from missing in complete ? Gen.Constant(-1) : Gen.Choose(-2, 2)
        from less in Gen.ArrayOf(Gen.Choose(0, spread), 3)
        from more in Gen.ArrayOf(Gen.Choose(0, spread), 3)
        select isOwned && owners.Length >= partition.Length
            ? Enumerable.Range(0, partition.Length)
                .Where(i => i != missing)
                .Select(i => Stake(owners[i], company, Math.Max(0, partition[i] - less[i]), Math.Min(100, partition[i] + more[i])))
                .ToArray()
            : [];
}
