using System.Globalization;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Rules;

/// <summary>Rules about who owns what.</summary>
public static class OwnershipRules
{
    /// <summary>Stakes that together are more than the whole.</summary>
    public static RuleDefinition SharesOver100 { get; } = RuleDefinition.OfSubjects(
        "SHARES_OVER_100",
        "Direct stakes in one company that certainly were held on one day and together are more than 100 %, each counted with the least value its words allow. "
        + "Of rival claims of one owner's stake the smallest counts. Capital and votes are counted apart; a claim that names neither counts with both. "
        + "Only claims with status ACTUAL that are not deprecated are counted.",
        Severity.Error,
        knowledge => knowledge.Entities.OfType<Organisation>().Select(Check).OfType<Observation>());

    /// <summary>Stakes that a document prints and that fall short of the whole by rounding alone.</summary>
    public static RuleDefinition StakesShortOfWhole { get; } = RuleDefinition.OfSubjects(
        "STAKES_SHORT_OF_WHOLE",
        "Direct stakes in one company, stated as facts of one time in one document, those it has at present and those of the past apart, that make less than 100 % as printed, but 100 % within the precision they are printed to. "
        + "Of several claims of one owner's stake the most precise counts.",
        Severity.Info,
        knowledge => knowledge.Entities.OfType<Organisation>().SelectMany(CheckPrinted));

    /// <summary>A stake reported as still held after the end that another claim gives it.</summary>
    public static RuleDefinition StakeOutlived { get; } = RuleDefinition.OfSubjects(
        "STAKE_OUTLIVED",
        "A stake that a document states in the present, or for a day, although another claim has the same owner's stake in the same company end before. "
        + "The present of a document is the day it was certainly not written before: that of its printed date, or the end of a year whose results it states.",
        Severity.Warning,
        knowledge =>
            from ended in knowledge.Claims.OfType<Shareholding>()
            where ended is { Status: ClaimStatus.Actual, Rank: not ClaimRank.Deprecated, Validity.End.Latest: not null }
            from held in ended.Company.Shareholders
            where held.Owner == ended.Owner && SameInterest(held, ended) && held is { Status: ClaimStatus.Actual, Rank: not ClaimRank.Deprecated }
            where held.Validity?.Start is null || held.Validity.Start.CertainlyBefore(ended.Validity!.End!)
            let stated = StatedToHold(held, knowledge.Tallies)
            where stated.Day > ended.Validity!.End!.Latest
            select Outlived(held, ended, stated.Day!.Value, stated.Citation));

    private static IEnumerable<Observation> CheckPrinted(Organisation company) =>
        from stake in company.Shareholders
        where stake is { Status: ClaimStatus.Actual or ClaimStatus.Reported, Interest: Interest.Direct, Rank: not ClaimRank.Deprecated, Share: { Comparator: Comparator.Exactly, Value: not null } }
        from place in stake.Citations.Where(citation => citation.Stance == Stance.Supports && citation.Section != Section.Comment)
            .Select(citation => (citation.Document, citation.ReportedFrom, citation.Reported, stake.Validity?.Ongoing)).Distinct()
        group stake by place into stated
        let held = stated.GroupBy(stake => stake.OwnerKey).Select(tellings => tellings.OrderBy(stake => stake.Share!.Upper - stake.Share.Lower).ThenBy(stake => stake.Slug, StringComparer.Ordinal).First()).ToList()
        let sum = held.Sum(stake => stake.Share!.Value!.Value)
        where held.Count > 1 && sum < 100 && held.Sum(stake => stake.Share!.Upper) >= 100
        where held.TrueForAll(stake => Comparison.SameTime(stake.Validity, held[0].Validity) && Comparison.SameBasis(stake.Basis, held[0].Basis))
        select new Observation(company.Key, $"{company.Slug}.{stated.Key.Document.Slug}", string.Create(CultureInfo.InvariantCulture, $"The stakes in \"{company.Slug}\" printed in \"{stated.Key.Document.Slug}\" make {sum} %, the whole but for rounding: {string.Join(", ", held.Select(stake => $"\"{stake.Slug}\" ({stake.Share!.Value})"))}."))
        {
            Entity = company.Key,
        }.With(held);

    // A stake without any time is stated in the present of its documents; one in the past has an end or is not ongoing.
    private static (DateOnly? Day, Citation? Citation) StatedToHold(Shareholding stake, Tallies tallies) => stake.Validity switch
    {
        { At: { } moment } => (moment.Earliest, null),
        null or { End: null, Ongoing: Ongoing.Yes } => stake.Citations
            .Where(citation => citation.Stance == Stance.Supports)
            .Select(citation => (Day: citation.Posted is { } posted ? DateOnly.FromDateTime(posted) : tallies.Of(citation.Document).NotWrittenBefore, (Citation?)citation))
            .DefaultIfEmpty()
            .MaxBy(pair => pair.Day),
        _ => (null, null),
    };

    private static bool SameInterest(Shareholding a, Shareholding b) => a.Interest == b.Interest || a.Interest == Interest.Unknown || b.Interest == Interest.Unknown;

    private static Observation Outlived(Shareholding held, Shareholding ended, DateOnly day, Citation? citation) => new Observation(
        ended.Key,
        held.Slug,
        string.Create(CultureInfo.InvariantCulture, $"\"{held.Slug}\" is stated as held {(citation is null ? "on" : $"in \"{citation.Document.Slug}\", not written before")} {day:yyyy-MM-dd}, but \"{ended.Slug}\" has it end in {ended.Validity!.End}."))
    {
        Entity = held.CompanyKey,
    }.With([held, ended]);

    // The sum can only grow on a day on which some stake certainly begins.
    private static Observation? Check(Organisation company)
    {
        var stakes = company.Shareholders.Where(Counts).ToList();
        return new[] { ShareBasis.Capital, ShareBasis.Votes }
            .Select(basis => stakes.FindAll(stake => Comparison.SameBasis(stake.Basis, basis)))
            .SelectMany(alike => alike.SelectMany(CertainDays).Distinct().Order().Select(day => CheckDay(company, alike, day)))
            .FirstOrDefault(observation => observation is not null);
    }

    private static bool Counts(Shareholding stake) =>
        stake is { Status: ClaimStatus.Actual, Interest: Interest.Direct, Rank: not ClaimRank.Deprecated, Share.Lower: not null };

    private static IEnumerable<DateOnly> CertainDays(Shareholding stake) => stake.Times.Rows.Where(row => row.Type == ClaimTimeType.Certain).Select(row => row.From!.Value);

    private static Observation? CheckDay(Organisation company, List<Shareholding> stakes, DateOnly day)
    {
        var held = stakes.Where(stake => stake.Times.On(day) == Certainty.Certain)
            .GroupBy(stake => stake.Owner)
            .Select(rivals => rivals.MinBy(stake => stake.Share!.Lower)!)
            .ToList();
        var sum = held.Sum(stake => stake.Share!.Lower!.Value);
        return sum <= 100
            ? null
            : new Observation(company.Key, company.Slug, string.Create(CultureInfo.InvariantCulture, $"The stakes in \"{company.Slug}\" held on {day:yyyy-MM-dd} make at least {sum} %: {string.Join(", ", held.Select(stake => $"\"{stake.Slug}\""))}."))
            {
                Entity = company.Key,
            }.With(held);
    }
}
