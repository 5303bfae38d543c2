namespace KnowledgeApi.GraphQL.Tests.Validation;

/// <summary>Fragments: section 5.5.</summary>
public sealed class FragmentTests
{
    [Fact]
    public void Fragments_have_different_names() =>
        Harbour.Errors("{ ...F } fragment F on Harbour { harbour { __typename } } fragment F on Harbour { __typename }")
            .ShouldBe(["1:19 1:68 There can be only one fragment named \"F\"."]);

    [Fact]
    public void The_types_of_fragments_exist() =>
        Harbour.Errors("{ ... on Harbuor { x } ...F } fragment F on Zzzz { y }").ShouldBe(
        [
            "1:10 Unknown type \"Harbuor\". Did you mean \"Harbour\"?",
            "1:45 Unknown type \"Zzzz\".",
        ]);

    [Fact]
    public void The_types_of_fragments_have_fields() =>
        Harbour.Errors("{ ... on Kind { x } ... on Pick { x } ...F } fragment F on Int { y }").ShouldBe(
        [
            "1:10 Fragment cannot condition on non composite type \"Kind\".",
            "1:28 Fragment cannot condition on non composite type \"Pick\".",
            "1:60 Fragment \"F\" cannot condition on non composite type \"Int\".",
        ]);

    [Theory]
    [InlineData("{ ... { mooring { __typename } } }")]
    [InlineData("{ ... @include(if: true) { mooring { __typename } } }")]
    [InlineData("{ mooring { ... on Mooring { ... on Floating { name } } } }")]
    public void Objects_interfaces_and_unions_have_fields(string document) => Harbour.ShouldBeValid(document);

    [Fact]
    public void Every_fragment_is_used() =>
        Harbour.Errors("{ ...A } fragment A on Harbour { __typename } fragment B on Harbour { ...C } fragment C on Harbour { __typename }").ShouldBe(
        [
            "1:47 Fragment \"B\" is never used.",
            "1:78 Fragment \"C\" is never used.",
        ]);

    [Fact]
    public void Every_spread_fragment_exists() => Harbour.Errors("{ ...Zzz }").ShouldBe(["1:6 Unknown fragment \"Zzz\"."]);

    [Fact]
    public void A_fragment_does_not_spread_itself() =>
        Harbour.Errors("{ ...F } fragment F on Harbour { harbour { ...F } }")
            .ShouldBe(["1:44 Cannot spread fragment \"F\" within itself."]);

    [Fact]
    public void A_fragment_does_not_spread_itself_through_others() =>
        Harbour.Errors(
            """
            { ...A }
            fragment A on Harbour { ...B }
            fragment B on Harbour { harbour { ...C } }
            fragment C on Harbour { ...A ...C }
            """)
            .ShouldBe(
            [
                "2:25 3:35 4:25 Cannot spread fragment \"A\" within itself via \"B\", \"C\".",
                "4:30 Cannot spread fragment \"C\" within itself.",
            ]);

    [Fact]
    public void A_long_cycle_is_told_in_short()
    {
        var fragments = string.Concat(Enumerable.Range(0, 50).Select(i => $" fragment F{i} on Harbour {{ ...F{(i + 1) % 50} }}"));

        Harbour.Errors("{ ...F0 }" + fragments).ShouldHaveSingleItem().ShouldEndWith("\"F19\", \"F20\", and 29 others.");
    }

    [Theory]
    [InlineData("Ship", "Ship")]
    [InlineData("Ship", "Floating")]
    [InlineData("Floating", "Ship")]
    [InlineData("Floating", "Owned")]
    [InlineData("Mooring", "Owned")]
    [InlineData("Owned", "Mooring")]
    [InlineData("Mooring", "Anything")]
    [InlineData("Sunken", "Sunken")]
    public void Types_that_share_an_object_type_overlap(string outer, string inner) => SpreadErrors(outer, inner).ShouldBeEmpty();

    [Theory]
    [InlineData("Ship", "Buoy")]
    [InlineData("Ship", "Owner")]
    [InlineData("Owner", "Floating")]
    [InlineData("Mooring", "Owner")]
    [InlineData("Floating", "Sunken")]
    [InlineData("Sunken", "Floating")]
    public void Types_that_share_no_object_type_do_not_overlap(string outer, string inner) =>
        SpreadErrors(outer, inner).ShouldBe(
        [
            $"1:{$"fragment O on {outer} {{ ".Length + 1} "
                + $"Fragment cannot be spread here as objects of type \"{outer}\" can never be of type \"{inner}\".",
        ]);

    [Fact]
    public void A_named_fragment_is_spread_where_its_type_overlaps() =>
        Harbour.Errors("{ floating { ...O } } fragment O on Owner { __typename }")
            .ShouldBe(["1:14 Fragment \"O\" cannot be spread here as objects of type \"Floating\" can never be of type \"Owner\"."]);

    private static IEnumerable<string> SpreadErrors(string outer, string inner) =>
        Harbour.Errors($"fragment O on {outer} {{ ... on {inner} {{ __typename }} }}")
            .Where(error => !error.EndsWith("is never used.", StringComparison.Ordinal));
}
