using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Agreements;

/// <summary>In what the answers to one question differ.</summary>
internal static class Differences
{
    /// <summary>The differences, in the order of the enumeration.</summary>
    /// <param name="answers">The answers that count: those that are not deprecated.</param>
    /// <param name="question">The question, if the curators named one.</param>
    public static IReadOnlyList<Difference> Of(IReadOnlyCollection<Answer> answers, Question? question)
    {
        var found = new SortedSet<Difference>(question?.Differences ?? []);
        // Numbers of another unit are no other numbers of the same.
        if (answers.Where(answer => answer.Stated?.Unit is not null).GroupBy(answer => answer.Stated!.Value.Unit).Any(unit => Vary(unit, answer => answer.Stated!.Value.Range)))
            found.Add(Difference.Value);
        if (HaveOtherTimes(answers, question))
            found.Add(Difference.When);
        if (Vary(answers.Where(answer => answer.Actors.Count > 0), answer => string.Join(' ', answer.Actors)) || Vary(answers.Where(answer => answer.Others.Count > 0), answer => string.Join(' ', answer.Others)))
            found.Add(Difference.Who);
        if (answers.Any(answer => Contradictions(answer.Claim).Any()) || Vary(answers, answer => answer.Mood == Mood.Abandoned))
            found.Add(Difference.Whether);
        if (answers.SelectMany(answer => answer.Qualities).GroupBy(quality => quality.Name).Any(quality => Vary(quality, each => each.Value)))
            found.Add(Difference.Qualification);
        return [.. found];
    }

    /// <summary>The places in which a document states the opposite of a claim.</summary>
    public static IEnumerable<Citation> Contradictions(Claim claim) => claim.Citations.Where(citation => citation.Stance == Stance.Contradicts);

    // Two moments at which something was so are no other times of it, unless somebody asks for the time.
    private static bool HaveOtherTimes(IReadOnlyCollection<Answer> answers, Question? question)
    {
        var times = answers.Where(answer => answer.Claim.Validity is not null).ToList();
        return Vary(times.Where(answer => answer.Happens || question is not null).Select(answer => Answer.Told(answer.Claim.Validity!.At)).OfType<PartialDate>(), date => (date.Earliest, date.Latest))
            || Vary(times.Select(answer => Answer.Told(answer.Claim.Validity!.Start)).OfType<PartialDate>(), date => (date.Earliest, date.Latest))
            || Vary(times.Select(answer => Answer.Told(answer.Claim.Validity!.End)).OfType<PartialDate>(), date => (date.Earliest, date.Latest));
    }

    private static bool Vary<T, TKey>(IEnumerable<T> values, Func<T, TKey> key) => values.Select(key).Distinct().Skip(1).Any();
}
