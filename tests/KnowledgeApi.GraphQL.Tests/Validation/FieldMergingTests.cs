namespace KnowledgeApi.GraphQL.Tests.Validation;

/// <summary>Field selection merging: section 5.3.2.</summary>
public sealed class FieldMergingTests
{
    private const string Advice = "Use different aliases on the fields to fetch both if this was intentional.";

    [Fact]
    public void The_same_field_merges_with_itself() =>
        Harbour.ShouldBeValid("{ floating { name name called: name called: name } }");

    [Fact]
    public void Different_fields_of_one_alias_do_not_merge() =>
        Harbour.Errors("{ floating { x: name x: kind } }")
            .ShouldBe([$"1:14 1:22 Fields \"x\" conflict because \"name\" and \"kind\" are different fields. {Advice}"]);

    [Fact]
    public void An_alias_does_not_hide_a_field() =>
        Harbour.Errors("{ floating { name: kind name } }")
            .ShouldBe([$"1:14 1:25 Fields \"name\" conflict because \"kind\" and \"name\" are different fields. {Advice}"]);

    [Theory]
    [InlineData("call(times: 1) call(times: 1)")]
    [InlineData("call(times: 1, in: NATIVE) call(in: NATIVE, times: 1)")]
    [InlineData("near(where: { kind: TUG, not: { kind: kind } }) { name } near(where: { not: { kind: kind }, kind: TUG }) { name }")]
    public void Equal_arguments_merge_in_any_order(string selections) => Harbour.ShouldBeValid($"{{ floating {{ {selections} }} }}");

    [Theory]
    [InlineData("call call(times: 1)")]
    [InlineData("call(times: 1) call(times: 2)")]
    [InlineData("call(times: 1) call(in: NATIVE)")]
    [InlineData("near(within: 1) { name } near(within: 1.0) { name }")]
    [InlineData("near(where: { kinds: [TUG, RAFT] }) { name } near(where: { kinds: [RAFT, TUG] }) { name }")]
    [InlineData("near(where: { name: { eq: \"x\" } }) { name } near(where: { name: { eq: \"\"\"x\"\"\" } }) { name }")]
    public void Different_arguments_do_not_merge(string selections) =>
        Harbour.Errors($"{{ floating {{ {selections} }} }}")
            .ShouldHaveSingleItem().ShouldContain("conflict because they have differing arguments");

    [Fact]
    public void Equal_variables_merge() =>
        Harbour.ShouldBeValid("query Q($n: Int!) { floating { call(times: $n) call(times: $n) } }");

    [Fact]
    public void Different_variables_do_not_merge() =>
        Harbour.Errors("query Q($n: Int!, $m: Int!) { floating { call(times: $n) call(times: $m) } }").Count.ShouldBe(1);

    [Fact]
    public void Directives_do_not_keep_fields_from_merging() =>
        Harbour.ShouldBeValid("{ floating { name @skip(if: true) name @include(if: true) } }");

    [Fact]
    public void Types_that_exclude_each_other_may_use_one_name_for_different_fields() =>
        Harbour.ShouldBeValid("{ mooring { ... on Ship { x: call(times: 2) y: oldName } ... on Buoy { x: call y: call(times: 3) } } }");

    [Fact]
    public void Types_that_exclude_each_other_must_still_return_one_shape() =>
        Harbour.Errors("{ mooring { ... on Ship { length } ... on Buoy { length } } }")
            .ShouldBe([$"1:27 1:50 Fields \"length\" conflict because they return conflicting types \"Float\" and \"Int\". {Advice}"]);

    [Theory]
    [InlineData("owner { __typename }", "owner", "Owner!", "String")]
    [InlineData("x: kind", "x: kind", "Kind!", "Kind")]
    [InlineData("x: flags", "x: name", "[Flag!]", "String!")]
    public void Wrappers_and_leaves_are_part_of_the_shape(string ofShip, string ofBuoy, string shipType, string buoyType) =>
        Harbour.Errors($"{{ mooring {{ ... on Ship {{ {ofShip} }} ... on Buoy {{ {ofBuoy} }} }} }}")
            .ShouldHaveSingleItem().ShouldContain($"they return conflicting types \"{shipType}\" and \"{buoyType}\"");

    [Fact]
    public void Composite_types_have_one_shape_if_what_is_selected_of_them_has() =>
        Harbour.ShouldBeValid("{ search(text: \"\") { ... on Ship { x: sister { name } } ... on Sailor { x: captain { name } } } }");

    [Fact]
    public void The_shape_is_compared_all_the_way_down() =>
        Harbour.Errors("{ search(text: \"\") { ... on Ship { x: sister { y: length } } ... on Sailor { x: captain { y: name } } } }").ShouldBe(
        [
            "1:36 1:48 1:78 1:91 Fields \"x\" conflict because subfields \"y\" conflict because "
                + $"they return conflicting types \"Float\" and \"String!\". {Advice}",
        ]);

    [Fact]
    public void An_interface_excludes_no_type() =>
        Harbour.Errors("{ floating { x: name ... on Ship { x: call } } }")
            .ShouldBe([$"1:14 1:36 Fields \"x\" conflict because \"name\" and \"call\" are different fields. {Advice}"]);

    [Fact]
    public void Selections_of_merged_fields_merge() =>
        Harbour.Errors("{ floating { position { x: lat } position { x: lon } } }").ShouldBe(
        [
            "1:14 1:25 1:34 1:45 Fields \"position\" conflict because subfields \"x\" conflict because "
                + $"\"lat\" and \"lon\" are different fields. {Advice}",
        ]);

    [Fact]
    public void All_conflicts_below_a_pair_of_fields_are_one_error() =>
        Harbour.Errors("{ floating { position { x: lat y: lon } position { x: lon y: lat } } }").ShouldBe(
        [
            "1:14 1:25 1:32 1:41 1:52 1:59 Fields \"position\" conflict because subfields \"x\" conflict because "
                + "\"lat\" and \"lon\" are different fields and subfields \"y\" conflict because "
                + $"\"lon\" and \"lat\" are different fields. {Advice}",
        ]);

    [Fact]
    public void A_conflict_is_told_where_the_fields_meet() =>
        Harbour.Errors("{ harbour { floating { x: name x: kind } } harbour { moment(of: { day: 1 }) } }")
            .ShouldBe([$"1:24 1:32 Fields \"x\" conflict because \"name\" and \"kind\" are different fields. {Advice}"]);

    [Fact]
    public void Conflicts_are_found_between_fragments() =>
        Harbour.Errors(
            """
            { floating { ...A ...B } }
            fragment A on Floating { x: name }
            fragment B on Floating { ...C }
            fragment C on Floating { x: kind }
            """)
            .ShouldBe([$"2:26 4:26 Fields \"x\" conflict because \"name\" and \"kind\" are different fields. {Advice}"]);

    [Fact]
    public void A_conflict_inside_a_fragment_is_told_once() =>
        Harbour.Errors("{ floating { ...A near { ...A } } } fragment A on Floating { x: name x: kind }")
            .ShouldBe([$"1:62 1:70 Fields \"x\" conflict because \"name\" and \"kind\" are different fields. {Advice}"]);

    [Fact]
    public void Fragments_that_spread_each_other_are_compared_and_end() =>
        Harbour.Errors(
            """
            { floating { ...A x: name } }
            fragment A on Floating { near { ...B } }
            fragment B on Floating { x: kind near { ...A x: name } }
            """)
            .ShouldHaveSingleItem().ShouldStartWith("2:33 3:41 Cannot spread fragment");
}
