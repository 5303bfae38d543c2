using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Agreements;

/// <summary>What comes of comparing the claims of a group. Deprecated ones stay in it and have no say.</summary>
internal static class Judgement
{
    /// <summary>A group, judged.</summary>
    /// <param name="claims">Its claims, at least one, in any order.</param>
    /// <param name="question">The question they answer, if the curators named one.</param>
    /// <param name="name">What it is called.</param>
    public static ClaimGroup Of(List<Claim> claims, Question? question, (string Slug, string Label) name)
    {
        claims = [.. claims.OrderBy(claim => claim.Key).ThenBy(claim => claim.Slug, StringComparer.Ordinal)];
        var counted = claims.FindAll(AgreementFinder.Counts);
        // Most claims are alone, and many bases have millions.
        var answers = claims.Count == 1 && question is null && !Differences.Contradictions(claims[0]).Any() ? [] : counted.ConvertAll(claim => new Answer(claim));
        var rivals = question is null ? RivalsOf(counted) : RivalsOf(answers, question);
        var contradictions = answers.SelectMany(answer => Differences.Contradictions(answer.Claim)).ToList();
        var quote = QuoteChoice.Of(claims);
        var stated = StatedValue.Of(quote.Claim) ?? counted.Concat(claims).Select(StatedValue.Of).FirstOrDefault(value => value is not null);
        var ranges = counted.Select(StatedValue.Of).OfType<StatedValue>().Where(value => value.Unit == stated?.Unit).Select(value => value.Range).ToList();
        var verdict = VerdictOf(answers, rivals.Count + contradictions.Count);
        var differences = answers.Count == 0 && question is null ? [] : Differences.Of(answers, question);
        var answerOf = rivals.Count == 0 ? [] : answers.ToDictionary(answer => answer.Claim);
        var hinges = rivals.Count > 0 && contradictions.Count == 0 && rivals.TrueForAll(pair => Answer.HingesOnReading(answerOf[pair.One], answerOf[pair.Other], question is { Exclusive: true }));
        return new ClaimGroup(name.Slug, name.Label, claims)
        {
            Question = question,
            Unit = stated?.Unit,
            IsDated = stated is { Unit: null },
            Verdict = verdict,
            Rivals = rivals,
            Contradictions = contradictions,
            Differences = differences,
            HingesOnReading = hinges,
            Comparison = Comparisons.Describe(claims, answers, quote.Claim, question, contradictions, hinges),
            Intersection = ranges.Count == 0 ? null : ranges.Skip(1).Aggregate((Interval?)ranges[0], (common, range) => common?.Intersection(range)),
            Spread = ranges.Count == 0 ? null : ranges.Aggregate((hull, range) => hull.Hull(range)),
            Quote = hinges ? quote with { Explanation = $"{quote.Explanation} That others conflict with it hinges on how words are read." } : quote,
        };
    }

    private static List<(Claim One, Claim Other)> RivalsOf(List<Claim> claims) =>
        (from i in Enumerable.Range(0, claims.Count)
         from j in Enumerable.Range(i + 1, claims.Count - i - 1)
         where AgreementFinder.AreApart(claims[i], claims[j]) && AgreementFinder.Match(claims[i], claims[j])
         select (claims[i], claims[j])).ToList();

    private static List<(Claim One, Claim Other)> RivalsOf(List<Answer> answers, Question question)
    {
        var keys = answers.ConvertAll(answer => Moods.KeyOf(answer.Claim));
        return (from i in Enumerable.Range(0, answers.Count)
                from j in Enumerable.Range(i + 1, answers.Count - i - 1)
                let pair = (One: answers[i].Claim, Other: answers[j].Claim)
                where keys[i] == keys[j] && AgreementFinder.AreApart(pair.One, pair.Other) && AgreementFinder.Match(pair.One, pair.Other)
                    || question.Exclusive && Answer.Exclude(answers[i], answers[j])
                select pair).ToList();
    }

    private static Verdict VerdictOf(List<Answer> answers, int conflicts) => (answers.Count, conflicts) switch
    {
        (_, > 0) => Verdict.Conflicting,
        (0 or 1, _) => Verdict.Single,
        _ => answers.Select(answer => answer.Sameness).Distinct().Skip(1).Any() ? Verdict.Consistent : Verdict.Identical,
    };
}
