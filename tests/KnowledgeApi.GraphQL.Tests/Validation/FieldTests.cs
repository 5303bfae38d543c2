namespace KnowledgeApi.GraphQL.Tests.Validation;

/// <summary>Field selections and leaf fields: sections 5.3.1 and 5.3.3.</summary>
public sealed class FieldTests
{
    [Fact]
    public void A_type_has_the_fields_that_are_selected() =>
        Harbour.Errors("{ mooring { ... on Ship { sistr } } }").ShouldBe(["1:27 Cannot query field \"sistr\" on type \"Ship\". Did you mean \"sister\"?"]);

    [Fact]
    public void An_alias_does_not_make_a_field_known() =>
        Harbour.Errors("{ mooring { ... on Ship { name: zzz } } }").ShouldBe(["1:27 Cannot query field \"zzz\" on type \"Ship\"."]);

    [Fact]
    public void Nothing_is_said_below_an_unknown_field() =>
        Harbour.Errors("{ zzz { yyy(a: 1) } }").ShouldBe(["1:3 Cannot query field \"zzz\" on type \"Harbour\"."]);

    [Fact]
    public void An_interface_has_its_own_fields_only() =>
        Harbour.Errors("{ floating { crew } }").ShouldBe(
            ["1:14 Cannot query field \"crew\" on type \"Floating\". Did you mean to use an inline fragment on \"Ship\"?"]);

    [Fact]
    public void Types_that_cover_more_are_suggested_first() =>
        Harbour.Errors("{ search(text: \"\") { name } }").ShouldBe(
        [
            "1:22 Cannot query field \"name\" on type \"Anything\". "
                + "Did you mean to use an inline fragment on \"Named\", \"Floating\", \"Buoy\", \"Company\", or \"Pier\"?",
        ]);

    [Fact]
    public void A_union_has_a_type_name() => Harbour.ShouldBeValid("{ mooring { __typename } }");

    [Fact]
    public void A_union_has_no_other_fields() =>
        Harbour.Errors("{ mooring { zzz } }").ShouldBe(["1:13 Cannot query field \"zzz\" on type \"Mooring\"."]);

    [Fact]
    public void Every_object_and_interface_has_a_type_name() =>
        Harbour.ShouldBeValid("{ __typename floating { __typename position { __typename } } }");

    [Fact]
    public void The_schema_is_asked_for_at_the_query_root() =>
        Harbour.ShouldBeValid("{ __schema { types { name } } __type(name: \"Ship\") { fields { name } } }");

    [Fact]
    public void The_schema_is_not_asked_for_elsewhere() =>
        Harbour.Errors("mutation { __schema { types { name } } }").ShouldBe(["1:12 Cannot query field \"__schema\" on type \"Orders\"."]);

    [Fact]
    public void The_query_type_has_its_meta_fields_wherever_it_stands() => Harbour.ShouldBeValid("{ harbour { __schema { description } } }");

    [Fact]
    public void A_leaf_has_no_selection_set() =>
        Harbour.Errors("{ floating { name { length } } }")
            .ShouldBe(["1:19 Field \"name\" must not have a selection since type \"String!\" has no subfields."]);

    [Fact]
    public void A_list_of_leaves_has_no_selection_set() =>
        Harbour.Errors("{ piers { flags { __typename } } }")
            .ShouldBe(["1:17 Field \"flags\" must not have a selection since type \"[Flag]\" has no subfields."]);

    [Fact]
    public void A_composite_has_a_selection_set() =>
        Harbour.Errors("{ piers floating { name } mooring }").ShouldBe(
        [
            "1:3 Field \"piers\" of type \"[Pier!]!\" must have a selection of subfields. Did you mean \"piers { ... }\"?",
            "1:27 Field \"mooring\" of type \"Mooring\" must have a selection of subfields. Did you mean \"mooring { ... }\"?",
        ]);
}
