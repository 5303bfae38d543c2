using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Agreements;

/// <summary>Says in words what of a group was compared, and why the rest was not.</summary>
internal static class Comparisons
{
    // More than these nobody reads; how many there are is said.
    private const int Named = 5;

    /// <summary>The words.</summary>
    /// <param name="claims">The claims of the group.</param>
    /// <param name="answers">Those of them that count.</param>
    /// <param name="first">The claim that is quoted first.</param>
    /// <param name="question">The question, if the curators named one.</param>
    /// <param name="contradictions">The places that contradict claims.</param>
    /// <param name="hinges">Whether the claims conflict only by how words are read.</param>
    public static string Describe(List<Claim> claims, List<Answer> answers, Claim first, Question? question, List<Citation> contradictions, bool hinges)
    {
        if (claims.Count == 1 && contradictions.Count == 0)
            return "There is one claim.";
        List<string> sentences = [];
        if (answers.Count > 1)
            sentences.Add($"Compared are {Join([.. Compared(answers)])}{(answers.TrueForAll(answer => answer.Stated is null) ? "; no value is stated that could be compared" : "")}{(question is { Exclusive: true } ? "; only one answer can be true" : "")}{(hinges ? "; that they conflict hinges on how words are read" : "")}.");
        else if (contradictions.Count == 0)
            sentences.Add(answers.Count == 1 ? "One claim counts, so nothing is compared." : "All claims are deprecated, so nothing is compared.");
        if (contradictions.Count > 0)
            sentences.Add($"{List(contradictions.Select(citation => citation.Claim!.Slug).Distinct())} {(contradictions.Count == 1 ? "is" : "are")} contradicted in {List(contradictions.Select(citation => citation.Document.Slug).Distinct())}.");
        var left = claims.Where(claim => claim != first).Select(claim => (claim.Slug, Reason: ReasonOf(claim, first, question))).Where(pair => pair.Reason is not null).GroupBy(pair => pair.Reason!).ToList();
        if (left.Count > 0)
            sentences.Add($"Not compared with \"{first.Slug}\": {string.Join("; ", left.Select(reason => $"{List(reason.Select(pair => pair.Slug))} ({reason.Key})"))}.");
        return string.Join(' ', sentences);
    }

    private static IEnumerable<string> Compared(List<Answer> answers)
    {
        if (answers.Count(answer => answer.Stated is { Unit: not null }) is > 1 and var numbers)
            yield return $"the numbers of {numbers} claims";
        if (answers.Count(answer => answer.Stated is { Unit: null }) is > 1 and var dates)
            yield return $"the dates of {dates} claims";
        if (answers.Count(answer => answer.Claim.Validity is not null && answer.Stated is not { Unit: null }) is > 1 and var times)
            yield return $"the times of {times}";
        yield return "who takes part";
        yield return "how it is stated";
    }

    // Why the value of a claim was not compared with that of the one quoted first; null if it was.
    private static string? ReasonOf(Claim claim, Claim first, Question? question)
    {
        if (!AgreementFinder.Counts(claim))
            return "deprecated";
        var (mood, property) = (Moods.Of(claim.Status), ClaimDescriptors.Of(claim));
        // What was given up is set against all that was not, where one alone can be true.
        if (question is { Exclusive: true } && mood != Moods.Of(first.Status) && (claim.Status == ClaimStatus.Abandoned || first.Status == ClaimStatus.Abandoned))
            return null;
        if (mood != Moods.Of(first.Status))
            return $"stated as {EnumNames.Words(mood)}";
        var (one, other) = (StatedValue.Of(claim), StatedValue.Of(first));
        if (one is null)
            return other is null ? null : "no value that can be compared";
        if (question is { Exclusive: true })
            return other?.Unit == one.Value.Unit ? null : "another unit";
        if (other is { } value && value.Unit != one.Value.Unit)
            return "another unit";
        if (property.KeyOf(claim) != ClaimDescriptors.Of(first).KeyOf(first))
            return claim is FinancialFigure a && first is FinancialFigure b && a.CompanyKey == b.CompanyKey && a.Concept == b.Concept ? "another fiscal period" : "of another property";
        return property.Happens || Comparison.SameTime(claim.Validity, first.Validity) && !Comparison.MayFollow(claim, first) ? AgreementFinder.Match(claim, first) ? null : "another basis or form" : "another time";
    }

    private static string List(IEnumerable<string> slugs)
    {
        var all = slugs.ToList();
        var named = string.Join(", ", all.Take(Named).Select(slug => $"\"{slug}\""));
        return all.Count <= Named ? named : $"{named} and {all.Count - Named} more";
    }

    private static string Join(List<string> parts) => parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}";
}
