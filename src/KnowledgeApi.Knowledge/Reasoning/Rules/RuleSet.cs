using System.Globalization;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Agreements;

namespace KnowledgeApi.Knowledge.Reasoning.Rules;

/// <summary>What rules look at: a base and what was concluded from it before.</summary>
/// <param name="Base">The base.</param>
/// <param name="Groups">Its claims in groups of what can be compared.</param>
public sealed record Premises(KnowledgeBase Base, IReadOnlyList<ClaimGroup> Groups)
{
    /// <inheritdoc cref="KnowledgeBase.Documents"/>
    public IReadOnlyList<Document> Documents => Base.Documents;

    /// <inheritdoc cref="KnowledgeBase.Entities"/>
    public IReadOnlyList<Entity> Entities => Base.Entities;

    /// <inheritdoc cref="KnowledgeBase.Claims"/>
    public IReadOnlyList<Claim> Claims => Base.Claims;
}

/// <summary>What one rule found.</summary>
/// <param name="About">The slug of what it is about, which with the name of the rule makes the slug of the finding.</param>
/// <param name="Message">What was found, in a sentence.</param>
public sealed record Observation(string About, string Message)
{
    /// <summary>The entity it is about, if it is about one.</summary>
    public Entity? Entity { get; init; }

    /// <summary>The document it is about, if it is about one.</summary>
    public Document? Document { get; init; }

    /// <summary>The claims it is about or rests on.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>The places it rests on.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>A rule: what it is called, what it looks for and how it looks.</summary>
/// <param name="Name">Its name in capitals.</param>
/// <param name="Description">What it looks for and how, for readers.</param>
/// <param name="Severity">How serious its findings are.</param>
/// <param name="Check">Looks at a base; changes nothing.</param>
public sealed record RuleDefinition(string Name, string Description, Severity Severity, Func<Premises, IEnumerable<Observation>> Check)
{
    /// <summary>True if what it finds depends on the texts an operator has, so that no one can accept it for all.</summary>
    public bool DependsOnTexts { get; init; }

    /// <summary>What the slugs of its findings begin with.</summary>
    public string SlugPrefix => $"{Name.ToLowerInvariant().Replace('_', '-')}.";
}

/// <summary>All rules, and what they find in a base.</summary>
public static class RuleSet
{
    /// <summary>The rules in the order they are run in. The key of a rule is its place, from 1.</summary>
    public static IReadOnlyList<RuleDefinition> Rules { get; } =
    [
        TimeRules.PeriodReversed, TimeRules.EventBeforeCause, TimeRules.CauseUndated, TimeRules.DocumentBeforeContent, TimeRules.DateMisprinted,
        OwnershipRules.SharesOver100, OwnershipRules.StakeOutlived,
        ContradictionRules.ClaimsConflict, ContradictionRules.PaymentsShortOfTotal,
        HygieneRules.NameMisprinted, HygieneRules.EntityOrphaned, HygieneRules.ClaimUnverified, HygieneRules.DocumentWithoutText, HygieneRules.DocumentUndated,
    ];

    /// <summary>Runs all rules over a base.</summary>
    public static IReadOnlyList<Rule> Run(KnowledgeBase knowledge) => Run(knowledge, Rules);

    /// <summary>Runs some rules over a base.</summary>
    /// <param name="knowledge">The base.</param>
    /// <param name="definitions">The rules to run.</param>
    public static IReadOnlyList<Rule> Run(KnowledgeBase knowledge, IReadOnlyList<RuleDefinition> definitions) =>
        Run(new Premises(knowledge, AgreementFinder.Find(knowledge.Claims)), definitions);

    /// <summary>Runs rules over a base whose claims are in groups. The findings refer to the base, which does not change.</summary>
    /// <param name="premises">The base and its groups.</param>
    /// <param name="definitions">The rules to run.</param>
    public static IReadOnlyList<Rule> Run(Premises premises, IReadOnlyList<RuleDefinition> definitions)
    {
        var accepted = premises.Base.Acceptances.DistinctBy(acceptance => acceptance.Finding).ToDictionary(acceptance => acceptance.Finding, acceptance => acceptance.Reason);
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        var rules = new List<Rule>();
        var key = 0L;
        foreach (var definition in definitions)
        {
            var rule = new Rule { Key = rules.Count + 1, Name = definition.Name, Description = definition.Description, Severity = definition.Severity };
            rules.Add(rule);
            foreach (var seen in definition.Check(premises))
            {
                var slug = Unique(definition.SlugPrefix + seen.About, slugs);
                var reason = accepted.GetValueOrDefault(slug);
                rule.Findings.Add(new()
                {
                    Key = ++key,
                    Slug = slug,
                    RuleKey = rule.Key,
                    Rule = rule,
                    Severity = rule.Severity,
                    Message = seen.Message,
                    Accepted = reason is not null,
                    AcceptedReason = reason,
                    AboutEntityKey = seen.Entity?.Key,
                    AboutEntity = seen.Entity,
                    AboutDocumentKey = seen.Document?.Key,
                    AboutDocument = seen.Document,
                    Claims = [.. seen.Claims.Distinct()],
                    Citations = [.. seen.Citations.Distinct()],
                });
            }
        }
        return rules;
    }

    // A rule may find two things about one: the second has a number.
    private static string Unique(string slug, HashSet<string> taken)
    {
        var unique = slug;
        for (var number = 2; !taken.Add(unique); number++)
            unique = string.Create(CultureInfo.InvariantCulture, $"{slug}.{number}");
        return unique;
    }
}
