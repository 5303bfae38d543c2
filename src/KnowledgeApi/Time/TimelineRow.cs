using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Time;

/// <summary>A claim as a picture of a timeline shows it: what it tells, when it held, and when that was told.</summary>
/// <param name="Label">What it tells, in a few words.</param>
/// <param name="IsFact">Whether it is told as a fact; if not, the time is one it looks to.</param>
/// <param name="Period">When.</param>
/// <param name="Reported">The first day by which it was told; null if nothing that tells it is dated.</param>
internal sealed record TimelineRow(string Label, bool IsFact, Period Period, DateOnly? Reported)
{
    /// <summary>The dated claims about an entity, statements apart, in the order of their times; null if there is no such entity. As far as was told by a day, if one is given.</summary>
    public static async Task<(string Name, IReadOnlyList<TimelineRow> Rows)?> ReadAsync(KnowledgeContext db, string slug, DateOnly? knownOn, CancellationToken cancellation)
    {
        if (await db.Entities.Where(entity => entity.Slug == slug).Select(entity => entity.Name).SingleOrDefaultAsync(cancellation) is not { } name)
            return null;
        var claims = await db.Participations
            .Where(part => part.Entity.Slug == slug && part.Claim.Validity != null && !(part.Claim is Statement))
            .Where(part => knownOn == null || part.Claim.FirstReported <= knownOn)
            .OrderBy(part => part.ClaimKey)
            .Select(part => new
            {
                Type = EF.Property<string>(part.Claim, KnowledgeContext.TypeColumn),
                ((Event)part.Claim).Summary,
                Owner = ((Shareholding)part.Claim).Owner.Name,
                Company = ((Shareholding)part.Claim).Company.Name,
                Person = ((Role)part.Claim).Person.Name,
                ((Role)part.Claim).JobTitle,
                Figure = (FinancialConcept?)((FinancialFigure)part.Claim).Concept,
                Measure = (MeasurementMetric?)((Measurement)part.Claim).Metric,
                part.Claim.Wording,
                part.Claim.Status,
                part.Claim.Validity,
                part.Claim.FirstReported,
                part.Claim.EndReported,
            })
            .ToListAsync(cancellation);
        var rows = claims.Select(claim => new TimelineRow(
            claim.Type switch
            {
                nameof(Event) => claim.Summary,
                nameof(Shareholding) => $"{claim.Owner} in {claim.Company}: {claim.Wording}",
                nameof(Role) => $"{claim.Person}: {claim.JobTitle}",
                nameof(FinancialFigure) => $"{Words(claim.Figure!.Value)}: {claim.Wording}",
                nameof(Measurement) => $"{Words(claim.Measure!.Value)}: {claim.Wording}",
                _ => $"{claim.Type}: {claim.Wording}",
            },
            claim.Status is ClaimStatus.Actual or ClaimStatus.Reported,
            claim.Validity!.KnownOn(knownOn, claim.FirstReported, claim.EndReported),
            claim.FirstReported));
        return (name, [.. rows.OrderBy(row => row.Period.Earliest ?? row.Period.Latest).ThenBy(row => row.Period.Latest ?? DateOnly.MaxValue)]);
    }

    /// <summary>The name of a metric as words, such as "Net income".</summary>
    private static string Words<T>(T metric)
        where T : struct, Enum
    {
        var words = EnumNames.Words(metric);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
