using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Validation;

namespace KnowledgeApi.GraphQL.Tests.Validation;

public sealed class ValidationLimitTests
{
    private static readonly ValidationLimits Unlimited = new()
    {
        MaxDepth = int.MaxValue,
        MaxFields = int.MaxValue,
        MaxAliases = int.MaxValue,
        MaxFragmentSpreads = int.MaxValue,
        MaxMergeComparisons = int.MaxValue,
    };

    [Fact]
    public void Errors_end_at_a_limit_that_is_told_last()
    {
        var errors = DocumentValidator.Validate(Harbour.Schema, Harbour.Parse("{ a b c d }"), new ValidationLimits { MaxErrors = 3 });

        errors.Select(error => error.Code).ShouldBe(
            [ErrorCodes.ValidationFailed, ErrorCodes.ValidationFailed, ErrorCodes.ValidationFailed, ErrorCodes.DocumentLimit]);
    }

    [Fact]
    public void As_many_errors_as_allowed_are_no_limit() =>
        Harbour.Errors(Harbour.Schema, "{ a b c }", new ValidationLimits { MaxErrors = 3 }).Count.ShouldBe(3);

    [Theory]
    [InlineData("{ harbour { harbour { harbour { __typename } } } }")]
    [InlineData("{ harbour { ... { ... { __typename } } } }")]
    [InlineData("{ harbour { ...F } } fragment F on Harbour { ...G } fragment G on Harbour { __typename }")]
    public void Levels_are_counted_through_fields_and_fragments(string document)
    {
        Harbour.Errors(Harbour.Schema, document, new ValidationLimits { MaxDepth = 4 }).ShouldBeEmpty();
        Harbour.Errors(Harbour.Schema, document, new ValidationLimits { MaxDepth = 3 }).ShouldHaveSingleItem()
            .ShouldBe("1:1 The document has more than 3 levels of selection sets, counting fragments wherever they are spread.");
    }

    [Fact]
    public void Fields_are_counted_wherever_they_are_spread()
    {
        const string Document = "{ harbour { ...F } h: harbour { ...F } } fragment F on Harbour { __typename a: __typename }";

        Harbour.Errors(Harbour.Schema, Document, new ValidationLimits { MaxFields = 6, MaxAliases = 3, MaxFragmentSpreads = 2 }).ShouldBeEmpty();
        Harbour.Errors(Harbour.Schema, Document, new ValidationLimits { MaxFields = 5 }).ShouldHaveSingleItem().ShouldContain("5 fields");
        Harbour.Errors(Harbour.Schema, Document, new ValidationLimits { MaxAliases = 2 }).ShouldHaveSingleItem().ShouldContain("2 aliases");
        Harbour.Errors(Harbour.Schema, Document, new ValidationLimits { MaxFragmentSpreads = 1 }).ShouldHaveSingleItem().ShouldContain("1 fragment spreads");
    }

    [Fact]
    public void All_operations_of_a_document_count() =>
        Harbour.Errors(Harbour.Schema, "query A { __typename } query B { __typename }", new ValidationLimits { MaxFields = 1 })
            .ShouldHaveSingleItem().ShouldStartWith("1:24 ");

    [Fact]
    public void A_document_that_doubles_itself_is_refused_without_being_expanded()
    {
        var fragments = string.Concat(Enumerable.Range(0, 100)
            .Select(i => $" fragment F{i} on Harbour {{ a: harbour {{ ...F{i + 1} }} b: harbour {{ ...F{i + 1} }} }}"));

        Harbour.Errors(Harbour.Schema, $"{{ ...F0 }}{fragments} fragment F100 on Harbour {{ __typename }}", new ValidationLimits { MaxDepth = 1000 })
            .ShouldHaveSingleItem().ShouldContain("10000 fields");
    }

    [Fact]
    public void Cycles_do_not_count_and_are_told() =>
        Harbour.Errors("{ ...F } fragment F on Harbour { harbour { ...F } }").ShouldHaveSingleItem().ShouldContain("within itself");

    [Fact]
    public void Ten_thousand_fragments_in_a_chain_do_not_exhaust_the_stack()
    {
        var document = $"{{ ...F0 }}{Chain(i => $"... on Harbour {{ harbour {{ ...F{i + 1} }} }}")}";

        Harbour.Errors(Harbour.Schema, document).ShouldHaveSingleItem().ShouldContain("200 levels");
        Harbour.Errors(Harbour.Schema, document, Unlimited).ShouldBeEmpty();
    }

    [Fact]
    public void A_conflict_at_the_end_of_ten_thousand_fragments_is_found()
    {
        var document = $"{{ x: mooring {{ __typename }} ...F0 }}{Chain(i => $"...F{i + 1}", end: "x: __typename")}";

        Harbour.Errors(Harbour.Schema, document, Unlimited).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_cycle_of_ten_thousand_fragments_does_not_exhaust_the_stack() =>
        Harbour.Errors(Harbour.Schema, $"{{ ...F0 }}{Chain(i => $"...F{i + 1}", end: "...F0")}", Unlimited)
            .ShouldHaveSingleItem().ShouldContain("within itself");

    [Fact]
    public void Fields_repeated_thousands_of_times_merge_within_the_default_limits() =>
        Harbour.ShouldBeValid($"{{ {string.Concat(Enumerable.Repeat("harbour { moment(of: { day: 1 }) } ", 4000))} }}");

    [Fact]
    public void Comparing_fields_ends_at_a_limit() =>
        Harbour.Errors(Harbour.Schema, "{ harbour { __typename } harbour { __typename } }", new ValidationLimits { MaxMergeComparisons = 3 })
            .ShouldHaveSingleItem().ShouldContain("more than 3 steps");

    private static string Chain(Func<int, string> body, string end = "__typename") =>
        string.Concat(Enumerable.Range(0, 10_000).Select(i => $" fragment F{i} on Harbour {{ {body(i)} }}")) + $" fragment F10000 on Harbour {{ {end} }}";
}
