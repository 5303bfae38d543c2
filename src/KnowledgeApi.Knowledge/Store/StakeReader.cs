using System.Data.Common;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>
/// Reads who owns what, breadth first: one statement for each level of stakes, whatever the number of entities on it. Every statement reads all
/// claims of stakes in a company it comes to, for what one owner can hold depends on what the others do.
/// </summary>
public sealed class StakeReader
{
    private readonly KeyListStatement _owners;
    private readonly KeyListStatement _holdings;
    private readonly RunSql _run;

    /// <summary>A reader of the base of a context.</summary>
    /// <param name="context">Compiles the statements; it is not kept.</param>
    /// <param name="run">Runs them.</param>
    public StakeReader(KnowledgeContext context, RunSql run)
    {
        _run = run;
        long[] keys = [];
        // By way of all claims: asked for stakes, SQLite would look through all stakes instead of the index of their companies.
        _owners = new(Rows(context.Claims.Where(stake => keys.Contains(((Shareholding)stake).CompanyKey))));
        _holdings = new(Rows(context.Claims
            .Where(stake => keys.Contains(((Shareholding)stake).OwnerKey))
            .Select(stake => ((Shareholding)stake).CompanyKey)
            .Distinct()
            .Join(context.Claims, company => company, stake => ((Shareholding)stake).CompanyKey, (_, stake) => stake)));
    }

    /// <summary>Follows stakes from several entities at once; the graphs come in their order.</summary>
    /// <param name="roots">Where to start.</param>
    /// <param name="direction">To owners or to what is owned.</param>
    /// <param name="question">Which claims count.</param>
    /// <param name="maxDepth">The most stakes one after the other, and so the most statements.</param>
    /// <param name="maxNodes">The most entities of one graph.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<IReadOnlyList<OwnershipGraph>> WalkAsync(
        IReadOnlyList<Party> roots, WalkDirection direction, OwnershipQuestion question, int maxDepth, int maxNodes, CancellationToken cancellation)
    {
        var index = new StakeIndex(question);
        foreach (var root in roots)
            index.Name(root);
        var walks = roots.Select(root => new OwnershipWalk(root.Key, direction, maxDepth, maxNodes)).ToList();
        var asked = new HashSet<long>();
        while (walks.FindAll(walk => !walk.IsDone) is { Count: > 0 } going)
        {
            var level = going.SelectMany(walk => walk.Frontier).Where(asked.Add).ToList();
            if (level.Count > 0)
                await ReadAsync(level, direction, index, cancellation);
            foreach (var walk in going)
            {
                cancellation.ThrowIfCancellationRequested();
                walk.Advance(index);
            }
        }

        return walks.ConvertAll(walk => walk.ToGraph(index));
    }

    private async Task ReadAsync(List<long> level, WalkDirection direction, StakeIndex index, CancellationToken cancellation)
    {
        var statement = direction == WalkDirection.Up ? _owners : _holdings;
        var claims = new List<StakeClaim>();
        await _run(statement.With(level), Read, cancellation);
        index.Enter(direction == WalkDirection.Up ? level : [], claims);

        void Read(DbDataReader row)
        {
            claims.Add(ClaimAt(row));
            index.Name(PartyAt(row, 22));
            index.Name(PartyAt(row, 26));
        }
    }

    private static IQueryable<object> Rows(IQueryable<Claim> stakes) => stakes.Select(stake => new
    {
        stake.Key,
        ((Shareholding)stake).OwnerKey,
        ((Shareholding)stake).CompanyKey,
        stake.Slug,
        stake.Status,
        stake.Rank,
        ((Shareholding)stake).Interest,
        ((Shareholding)stake).Basis,
        stake.FirstReported,
        Citations = stake.Citations.Count(citation => citation.Stance == Stance.Supports),
        ShareLower = ((Shareholding)stake).Share!.Lower,
        ShareUpper = ((Shareholding)stake).Share!.Upper,
        LowerInclusive = (bool?)((Shareholding)stake).Share!.LowerInclusive,
        UpperInclusive = (bool?)((Shareholding)stake).Share!.UpperInclusive,
        Ongoing = (Ongoing?)stake.Validity!.Ongoing,
        At = stake.Validity.At!.Edtf,
        Start = stake.Validity.Start!.Edtf,
        End = stake.Validity.End!.Edtf,
        stake.ReportedFrom,
        stake.Times,
        ((Shareholding)stake).Share!.Wording,
        IsQuotedFirst = stake.QuotedFirstInKey != null,
        Owner = new { ((Shareholding)stake).Owner.Key, ((Shareholding)stake).Owner.Slug, ((Shareholding)stake).Owner.Name, Kind = EF.Property<string>(((Shareholding)stake).Owner, KnowledgeContext.TypeColumn) },
        Company = new { ((Shareholding)stake).Company.Key, ((Shareholding)stake).Company.Slug, ((Shareholding)stake).Company.Name, Kind = EF.Property<string>(((Shareholding)stake).Company, KnowledgeContext.TypeColumn) },
    });

    private static StakeClaim ClaimAt(DbDataReader row) => ClaimAt(row, ClaimTimes.Parse(row.GetString(19)));

    private static StakeClaim ClaimAt(DbDataReader row, ClaimTimes times) => new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2))
    {
        Slug = row.GetString(3),
        Status = EnumNames.Parse<ClaimStatus>(row.GetString(4)),
        Rank = EnumNames.Parse<ClaimRank>(row.GetString(5)),
        Interest = EnumNames.Parse<Interest>(row.GetString(6)),
        Basis = EnumNames.Parse<ShareBasis>(row.GetString(7)),
        FirstReported = row.DayAt(8),
        Citations = row.GetInt32(9),
        Stated = row.IsDBNull(12) ? null : new Interval(row.NumberAt(10), row.GetBoolean(12), row.NumberAt(11), row.GetBoolean(13)),
        Validity = row.PeriodAt(14)?.With(times),
        ReportedFrom = row.DayAt(18),
        Times = times,
        Wording = row.IsDBNull(20) ? null : row.GetString(20),
        IsQuotedFirst = row.GetBoolean(21),
    };

    private static Party PartyAt(DbDataReader row, int first) => new(row.GetInt64(first), row.GetString(first + 1), row.GetString(first + 2), row.GetString(first + 3));
}
