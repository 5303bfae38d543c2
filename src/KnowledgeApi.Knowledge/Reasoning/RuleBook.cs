using System.Globalization;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning;

/// <summary>What one rule found, before it has a number.</summary>
public sealed record Observation(string Message)
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
public sealed record RuleDefinition(string Name, string Description, Severity Severity, Func<KnowledgeBase, IEnumerable<Observation>> Check);

/// <summary>All rules, and what they find in a base.</summary>
public static class RuleBook
{
    /// <summary>The rules in the order they are run in.</summary>
    public static IReadOnlyList<RuleDefinition> Rules { get; } =
    [
        TimeRules.PeriodReversed, TimeRules.EventBeforeCause, TimeRules.CauseUndated, TimeRules.DocumentBeforeContent, TimeRules.DateMisprinted,
        OwnershipRules.SharesOver100,
        HygieneRules.NameMisprinted, HygieneRules.EntityOrphaned, HygieneRules.ClaimUnverified, HygieneRules.DocumentWithoutText,
    ];

    /// <summary>Runs rules over a base. The findings refer to the base, which does not change.</summary>
    /// <param name="knowledge">The base.</param>
    /// <param name="definitions">The rules to run; all if null.</param>
    public static IReadOnlyList<Rule> Run(KnowledgeBase knowledge, IReadOnlyList<RuleDefinition>? definitions = null)
    {
        var rules = new List<Rule>();
        var key = 0L;
        foreach (var definition in definitions ?? Rules)
        {
            var rule = new Rule { Key = rules.Count + 1, Name = definition.Name, Description = definition.Description, Severity = definition.Severity };
            rules.Add(rule);
            foreach (var seen in definition.Check(knowledge))
                rule.Findings.Add(new()
                {
                    Key = ++key,
                    Slug = string.Create(CultureInfo.InvariantCulture, $"{rule.Name.ToLowerInvariant().Replace('_', '-')}.{rule.Findings.Count + 1}"),
                    RuleKey = rule.Key,
                    Rule = rule,
                    Severity = rule.Severity,
                    Message = seen.Message,
                    EntityKey = seen.Entity?.Key,
                    Entity = seen.Entity,
                    DocumentKey = seen.Document?.Key,
                    Document = seen.Document,
                    Claims = [.. seen.Claims.Distinct()],
                    Citations = [.. seen.Citations.Distinct()],
                });
        }
        return rules;
    }
}
