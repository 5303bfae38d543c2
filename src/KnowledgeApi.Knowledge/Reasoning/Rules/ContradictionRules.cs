using System.Globalization;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Agreements;

namespace KnowledgeApi.Knowledge.Reasoning.Rules;

/// <summary>Rules about claims that cannot be true together.</summary>
public static class ContradictionRules
{
    /// <summary>Claims of one property that cannot be true together.</summary>
    public static RuleDefinition ClaimsConflict { get; } = RuleDefinition.OfSubjects(
        "CLAIMS_CONFLICT",
        "Claims that answer one question, of which at least two leave no value that both allow, exclude each other as the curators say, or of which a document contradicts one. Deprecated claims do not count.",
        Severity.Warning,
        knowledge =>
            from @group in knowledge.Groups
            where @group.Verdict == Verdict.Conflicting
            let rivals = @group.Rivals.SelectMany(pair => new[] { pair.One, pair.Other }).Distinct().OrderBy(claim => claim.Key).ToList()
            let contradicted = @group.Contradictions.Select(citation => citation.Claim!).Distinct().ToList()
            select new Observation(@group.Key, @group.Slug, Conflict(@group, rivals)) { Entity = @group.Quote.Claim.SubjectKey }.With([.. rivals.Union(contradicted)]));

    /// <summary>Money stated as paid that other claims do not account for.</summary>
    public static RuleDefinition PaymentsShortOfTotal { get; } = RuleDefinition.OfWhole(
        "PAYMENTS_SHORT_OF_TOTAL",
        "A sum stated as paid to one or several recipients, although other claims of payments by the same purse to each of them, or else of promises, make less by all readings. "
        + "Two funders are one purse if one holds a stake in the other. Of rival claims of one payment the least counts.",
        Severity.Warning,
        tallies =>
        {
            // A payment to one is a part of a sum paid to several.
            var parts = tallies.Fundings.Where(funding => funding.Recipients.Count == 1).ToLookup(funding => funding.Recipients[0]);
            return tallies.Fundings.Where(funding => funding.IsPaid).Select(total => Check(total, parts, tallies)).OfType<Observation>();
        });

    private static string Conflict(ClaimGroup group, List<Claim> rivals)
    {
        List<string> parts = rivals.Count == 0 ? [] : [$"{string.Join(", ", rivals.Select(Named))} cannot all be true{(group.HingesOnReading ? ", unless words that leave it open are read more widely" : "")}"];
        parts.AddRange(group.Contradictions.Select(citation => $"{Named(citation.Claim!)} is contradicted in \"{citation.Document.Slug}\"").Distinct());
        return $"{group.Label.TrimEnd('?')}: {string.Join("; ", parts)}.";
    }

    private static Observation? Check(FundingTally total, ILookup<long, FundingTally> facts, Tallies tallies)
    {
        if (total.Lower is not { } least || total.Recipients.Count == 0 || total.Funders.Count == 0)
            return null;
        var parts = total.Recipients.Select(recipient => PartOf(facts[recipient], total, tallies)).ToList();
        // Rivals of one group are another rule's business.
        if (parts.Contains(null) || parts is [{ } only] && only.Property == total.Property)
            return null;
        var most = parts.Sum(part => part!.Upper!.Value);
        return most >= least
            ? null
            : new(total.Key, total.Slug, string.Create(CultureInfo.InvariantCulture, $"\"{total.Slug}\" has at least {least:#,0} {total.Currency} paid, but {string.Join(" and ", parts.Select(part => $"\"{part!.Slug}\""))} {(parts.Count == 1 ? "accounts" : "account")} for {most:#,0} at most."))
            {
                Entity = total.Subject,
                Claims = [total.Key, .. parts.Select(part => part!.Key)],
                Citations = [.. total.Citations, .. parts.SelectMany(part => part!.Citations)],
            };
    }

    // What is stated of one recipient alone: the least payment, or the least promise if no payment is stated.
    private static FundingTally? PartOf(IEnumerable<FundingTally> facts, FundingTally total, Tallies tallies) => facts
        .Where(funding => funding != total && funding.Currency == total.Currency && funding.Upper is not null && SamePurse(funding, total, tallies))
        .OrderByDescending(funding => funding.IsPaid).ThenBy(funding => funding.Upper).ThenBy(funding => funding.Slug, StringComparer.Ordinal)
        .FirstOrDefault();

    private static bool SamePurse(FundingTally a, FundingTally b, Tallies tallies) =>
        a.Funders is [var one] && b.Funders is [var other] && (one == other || tallies.Holds(one, other) || tallies.Holds(other, one));

    private static string Named(Claim claim) => claim.Wording is null ? $"\"{claim.Slug}\"" : $"\"{claim.Slug}\" ({claim.Wording})";
}
