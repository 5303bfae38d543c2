using System.Globalization;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Agreements;

namespace KnowledgeApi.Knowledge.Reasoning.Rules;

/// <summary>Rules about claims that cannot be true together.</summary>
public static class ContradictionRules
{
    /// <summary>Claims of one property that cannot be true together.</summary>
    public static RuleDefinition ClaimsConflict { get; } = new(
        "CLAIMS_CONFLICT",
        "Claims of the same property of the same subject for the same time, of which at least two leave no value that both allow.",
        Severity.Warning,
        knowledge =>
            from @group in knowledge.Groups
            where @group.Verdict == Verdict.Conflicting
            let rivals = @group.Rivals.SelectMany(pair => new[] { pair.One, pair.Other }).Distinct().OrderBy(claim => claim.Key).ToList()
            select new Observation(@group.Slug, $"{@group.Label}: {string.Join(", ", rivals.Select(Named))} cannot all be true.")
            {
                Entity = @group.Claims[0].Subject,
                Claims = rivals,
                Citations = [.. rivals.SelectMany(claim => claim.Citations)],
            });

    /// <summary>Money stated as paid that other claims do not account for.</summary>
    public static RuleDefinition PaymentsShortOfTotal { get; } = new(
        "PAYMENTS_SHORT_OF_TOTAL",
        "A sum stated as paid to one or several recipients, although other claims of payments by the same purse to each of them, or else of promises, make less by all readings. "
        + "Two funders are one purse if one holds a stake in the other. Of rival claims of one payment the least counts.",
        Severity.Warning,
        knowledge =>
        {
            var facts = knowledge.Claims.OfType<Funding>().Where(IsCounted).ToList();
            return facts.Where(funding => funding.Stage == FundingStage.Paid).Select(total => Check(total, facts)).OfType<Observation>();
        });

    private static bool IsCounted(Funding funding) =>
        funding is { Status: ClaimStatus.Actual or ClaimStatus.Reported, Rank: not ClaimRank.Deprecated, Stage: FundingStage.Committed or FundingStage.Paid, Amount: not null };

    private static Observation? Check(Funding total, List<Funding> facts)
    {
        var recipients = Taking(total, ParticipantRole.Recipient);
        if (total.Amount!.Lower is not { } least || recipients.Count == 0 || Taking(total, ParticipantRole.Funder).Count == 0)
            return null;
        var parts = recipients.ConvertAll(recipient => PartOf(recipient, total, facts));
        // Rivals of one group are another rule's business.
        if (parts.Contains(null) || parts is [{ } only] && AreTwins(only, total))
            return null;
        var most = parts.Sum(part => part!.Amount!.Upper!.Value);
        return most >= least
            ? null
            : new(total.Slug, string.Create(CultureInfo.InvariantCulture, $"\"{total.Slug}\" has at least {least:#,0} {total.Amount.Currency} paid, but {string.Join(" and ", parts.Select(part => $"\"{part!.Slug}\""))} {(parts.Count == 1 ? "accounts" : "account")} for {most:#,0} at most."))
            {
                Entity = total.Subject,
                Claims = [total, .. parts.OfType<Funding>()],
                Citations = [.. total.Citations, .. parts.SelectMany(part => part!.Citations)],
            };
    }

    // What is stated of one recipient alone: the least payment, or the least promise if no payment is stated.
    private static Funding? PartOf(Entity recipient, Funding total, List<Funding> facts) => facts
        .Where(funding => funding != total && funding.Amount!.Currency == total.Amount!.Currency && funding.Amount.Upper is not null && Taking(funding, ParticipantRole.Recipient) is [var one] && one == recipient && SamePurse(funding, total))
        .OrderByDescending(funding => funding.Stage).ThenBy(funding => funding.Amount!.Upper).ThenBy(funding => funding.Slug, StringComparer.Ordinal)
        .FirstOrDefault();

    private static bool AreTwins(Funding a, Funding b) => Mood.KeyOf(a) == Mood.KeyOf(b);

    private static bool SamePurse(Funding a, Funding b) =>
        Taking(a, ParticipantRole.Funder) is [var one] && Taking(b, ParticipantRole.Funder) is [var other] && (one == other || Holds(one, other) || Holds(other, one));

    private static bool Holds(Entity owner, Entity held) =>
        owner.Holdings.Exists(stake => stake.Company == held && stake.Status == ClaimStatus.Actual);

    private static List<Entity> Taking(Claim claim, ParticipantRole part) =>
        [.. claim.Participants.Where(participation => participation.Role == part).Select(participation => participation.Entity)];

    private static string Named(Claim claim) => claim.Wording is null ? $"\"{claim.Slug}\"" : $"\"{claim.Slug}\" ({claim.Wording})";
}
