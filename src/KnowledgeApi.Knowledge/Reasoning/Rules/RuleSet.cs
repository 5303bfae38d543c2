using System.Globalization;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Agreements;

namespace KnowledgeApi.Knowledge.Reasoning.Rules;

/// <summary>What rules look at: a base, or the part of it that is about some subjects, and what was concluded from it before.</summary>
/// <param name="Base">The base or part.</param>
/// <param name="Groups">Its claims in groups of what can be compared.</param>
/// <param name="Tallies">What is counted of the whole base.</param>
public sealed record Premises(KnowledgeBase Base, IReadOnlyList<ClaimGroup> Groups, Tallies Tallies)
{
    private readonly Lazy<Dictionary<Claim, ClaimGroup>> _groupOf = new(() => Groups.SelectMany(group => group.Claims.Select(claim => (claim, group))).ToDictionary(pair => pair.claim, pair => pair.group));

    /// <inheritdoc cref="KnowledgeBase.Entities"/>
    public IReadOnlyList<Entity> Entities => Base.Entities;

    /// <inheritdoc cref="KnowledgeBase.Claims"/>
    public IReadOnlyList<Claim> Claims => Base.Claims;

    /// <summary>The group a claim is in.</summary>
    public ClaimGroup GroupOf(Claim claim) => _groupOf.Value[claim];
}

/// <summary>What one rule found. It refers to others by their numbers, so that these need not be kept.</summary>
/// <param name="Place">The number of what was looked at: what a rule finds is in the order of these.</param>
/// <param name="About">The slug of what it is about, which with the name of the rule makes the slug of the finding.</param>
/// <param name="Message">What was found, in a sentence.</param>
public sealed record Observation(long Place, string About, string Message)
{
    /// <summary>The entity it is about, if it is about one.</summary>
    public long? Entity { get; init; }

    /// <summary>The document it is about, if it is about one.</summary>
    public long? Document { get; init; }

    /// <summary>The claims it is about or rests on.</summary>
    public IReadOnlyList<long> Claims { get; init; } = [];

    /// <summary>The places it rests on.</summary>
    public IReadOnlyList<long> Citations { get; init; } = [];

    /// <summary>The same, resting on claims and all their citations.</summary>
    public Observation With(IReadOnlyCollection<Claim> claims) => this with
    {
        Claims = [.. claims.Select(claim => claim.Key)],
        Citations = [.. claims.SelectMany(claim => claim.Citations).Select(citation => citation.Key)],
    };
}

/// <summary>A rule: what it is called, what it looks for and how it looks.</summary>
/// <param name="Name">Its name in capitals.</param>
/// <param name="Description">What it looks for and how, for readers.</param>
/// <param name="Severity">How serious its findings are.</param>
public sealed record RuleDefinition(string Name, string Description, Severity Severity)
{
    /// <summary>Looks at all claims about some subjects; changes nothing. Null if it does not look at subjects one by one.</summary>
    public Func<Premises, IEnumerable<Observation>>? CheckSubjects { get; private init; }

    /// <summary>Looks at what is counted of the whole base; changes nothing. Null if it does not look at the whole.</summary>
    public Func<Tallies, IEnumerable<Observation>>? CheckWhole { get; private init; }

    /// <summary>True if what it finds depends on the texts an operator has, so that no one can accept it for all.</summary>
    public bool DependsOnTexts { get; private init; }

    /// <summary>What the slugs of its findings begin with.</summary>
    public string SlugPrefix => $"{Name.ToLowerInvariant().Replace('_', '-')}.";

    /// <summary>A rule that needs the claims about one subject together, and no others.</summary>
    public static RuleDefinition OfSubjects(string name, string description, Severity severity, Func<Premises, IEnumerable<Observation>> check, bool dependsOnTexts = false) =>
        new(name, description, severity) { CheckSubjects = check, DependsOnTexts = dependsOnTexts };

    /// <summary>A rule that needs what is counted of the whole base.</summary>
    public static RuleDefinition OfWhole(string name, string description, Severity severity, Func<Tallies, IEnumerable<Observation>> check, bool dependsOnTexts = false) =>
        new(name, description, severity) { CheckWhole = check, DependsOnTexts = dependsOnTexts };
}

/// <summary>All rules, and what they find in a base.</summary>
public static class RuleSet
{
    /// <summary>The rules in the order they are run in. The key of a rule is its place, from 1.</summary>
    public static IReadOnlyList<RuleDefinition> Rules { get; } =
    [
        TimeRules.PeriodReversed, TimeRules.EventBeforeCause, TimeRules.DocumentBeforeContent, TimeRules.DateMisprinted,
        OwnershipRules.SharesOver100, OwnershipRules.StakesShortOfWhole, OwnershipRules.StakeOutlived,
        ContradictionRules.ClaimsConflict, ContradictionRules.PaymentsShortOfTotal,
        QuestionRules.SamePassage, QuestionRules.SameEvent, QuestionRules.SameAmount, QuestionRules.HeadlineAgainstBody, QuestionRules.OneSourceTwoPeriods,
        HygieneRules.NameMisprinted, HygieneRules.EntityOrphaned, HygieneRules.ClaimUnverified, HygieneRules.DocumentWithoutText, HygieneRules.DocumentUndated,
    ];

    /// <summary>A rule as it is stored.</summary>
    public static Rule RuleOf(RuleDefinition definition, long key) => new() { Key = key, Name = definition.Name, Description = definition.Description, Severity = definition.Severity };
}

/// <summary>Makes findings of what rules saw, numbered in the order they come in.</summary>
/// <param name="acceptances">The findings the curators accept.</param>
internal sealed class FindingNumbers(IEnumerable<Acceptance> acceptances)
{
    private readonly Dictionary<string, string> _accepted = acceptances.DistinctBy(acceptance => acceptance.Finding).ToDictionary(acceptance => acceptance.Finding, acceptance => acceptance.Reason);
    private readonly HashSet<string> _slugs = new(StringComparer.Ordinal);

    /// <summary>The slugs of all findings so far.</summary>
    public IReadOnlySet<string> Slugs => _slugs;

    /// <summary>The finding of what a rule saw.</summary>
    public Finding ToFinding(RuleDefinition definition, Rule rule, Observation seen)
    {
        var slug = Unique(definition.SlugPrefix + seen.About);
        var reason = _accepted.GetValueOrDefault(slug);
        return new()
        {
            Key = _slugs.Count,
            Slug = slug,
            RuleKey = rule.Key,
            Rule = rule,
            Severity = rule.Severity,
            Message = seen.Message,
            Accepted = reason is not null,
            AcceptedReason = reason,
            AboutEntityKey = seen.Entity,
            AboutDocumentKey = seen.Document,
        };
    }

    // A rule may find two things about one: the second has a number.
    private string Unique(string slug)
    {
        var unique = slug;
        for (var number = 2; !_slugs.Add(unique); number++)
            unique = string.Create(CultureInfo.InvariantCulture, $"{slug}.{number}");
        return unique;
    }
}
