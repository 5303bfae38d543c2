using System.Globalization;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning;

/// <summary>Rules about who owns what.</summary>
public static class OwnershipRules
{
    /// <summary>Stakes that together are more than the whole.</summary>
    public static RuleDefinition SharesOver100 { get; } = new(
        "SHARES_OVER_100",
        "Direct stakes in one company that certainly were held on one day and together are more than 100 %, each counted with the least value its words allow. "
        + "Of rival tellings of one owner's stake the smallest counts. Only claims with status ACTUAL that are not deprecated are counted.",
        Severity.Error,
        knowledge => knowledge.Entities.OfType<Organisation>().Select(Check).OfType<Observation>());

    // The sum can only grow on a day on which some stake certainly begins.
    private static Observation? Check(Organisation company)
    {
        var stakes = company.Shareholders.Where(Counts).ToList();
        return stakes.Select(stake => stake.Validity!.CertainFrom!.Value).Distinct().Order()
            .Select(day => CheckDay(company, stakes, day))
            .FirstOrDefault(observation => observation is not null);
    }

    private static bool Counts(Shareholding stake) =>
        stake is { Status: ClaimStatus.Actual, Interest: Interest.Direct, Rank: not ClaimRank.Deprecated, Share.Lower: not null, Validity.CertainFrom: not null };

    private static Observation? CheckDay(Organisation company, List<Shareholding> stakes, DateOnly day)
    {
        var held = stakes.Where(stake => stake.Validity!.CertainlyHolds(day))
            .GroupBy(stake => stake.Owner)
            .Select(rivals => rivals.MinBy(stake => stake.Share!.Lower)!)
            .ToList();
        var sum = held.Sum(stake => stake.Share!.Lower!.Value);
        return sum <= 100
            ? null
            : new(string.Create(CultureInfo.InvariantCulture, $"The stakes in \"{company.Slug}\" held on {day:yyyy-MM-dd} make at least {sum} %: {string.Join(", ", held.Select(stake => $"\"{stake.Slug}\""))}."))
            {
                Entity = company,
                Claims = held,
                Citations = [.. held.SelectMany(stake => stake.Citations)],
            };
    }
}
