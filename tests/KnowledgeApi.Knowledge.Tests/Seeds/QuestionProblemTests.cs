using KnowledgeApi.Knowledge.Tests.Reasoning.Agreements;
using static KnowledgeApi.Knowledge.Tests.Seeds.ProblemAssert;

namespace KnowledgeApi.Knowledge.Tests.Seeds;

public sealed class QuestionProblemTests
{
    private const string Who = "questions:\n  - { id: who, text: Who was it? }\n";

    [Fact]
    public void A_question_that_is_misspelt() =>
        HasError($"{Who}{SeedClaims.Said("it", "question: ¤woh")}{Claims(SeedClaims.Said("other", "question: who"))}", "Unknown question \"woh\"", "Did you mean \"who\"?");

    [Fact]
    public void A_question_that_no_claim_answers() => HasError("questions:\n  - { id: ¤who, text: Who was it? }\n", "No claim answers the question \"who\"", "Expected at least one");

    [Fact]
    public void A_question_asked_twice() =>
        HasError($"{Who}  - {{ id: ¤who, text: Who else? }}\n{SeedClaims.Said("it", "question: who")}", "The id \"who\" is taken by another question");

    [Fact]
    public void A_question_without_words() => HasError($"questions:\n  - ¤{{ id: who }}\n{SeedClaims.Said("it", "question: who")}", "without \"text\"");

    [Fact]
    public void A_difference_that_is_none() =>
        HasError($"questions:\n  - {{ id: who, text: Who?, differences: [¤NAMES] }}\n{SeedClaims.Said("it", "question: who")}", "one of VALUE, WHEN, WHO");

    // A section stands once in a file: its items go on.
    private static string Claims(string seeds) => seeds[(seeds.IndexOf('\n', StringComparison.Ordinal) + 1)..];
}
