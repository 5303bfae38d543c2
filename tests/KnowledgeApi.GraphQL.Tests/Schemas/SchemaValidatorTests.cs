using KnowledgeApi.GraphQL.Schemas;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Schemas;

public sealed class SchemaValidatorTests
{
    [Theory]
    [InlineData("type T { __a: Int }", "T.__a: names that start with two underscores belong to introspection.")]
    [InlineData("type __T { a: Int }", "Type __T: names that start with two underscores belong to introspection.")]
    [InlineData("type T { a(__b: Int): Int }", "T.a(__b:): names that start with two underscores belong to introspection.")]
    [InlineData("enum E { __A }", "E.__A: names that start with two underscores belong to introspection.")]
    [InlineData("directive @__d on FIELD", "@__d: names that start with two underscores belong to introspection.")]
    [InlineData("type T", "T has no fields: give it at least one.")]
    [InlineData("interface T", "T has no fields: give it at least one.")]
    [InlineData("input T", "T has no fields: give it at least one.")]
    [InlineData("enum T", "T has no values: give it at least one.")]
    [InlineData("union T", "T is a union of nothing: give it at least one object type.")]
    [InlineData("interface I { a: Int } type T implements I { b: Int }", "T lacks the field a: Int of I.")]
    [InlineData("interface I { a: Int! } type T implements I { a: Int }", "T.a has the type Int, but I promises Int!.")]
    [InlineData("interface I { a: [Int] } type T implements I { a: Int }", "T.a has the type Int, but I promises [Int].")]
    [InlineData("interface I { a(b: Int): Int } type T implements I { a: Int }", "T.a lacks the argument b: Int of I.")]
    [InlineData("interface I { a(b: Int): Int } type T implements I { a(b: Int!): Int }", "T.a(b:) has the type Int!, but I has Int.")]
    [InlineData("interface I { a: Int } type T implements I { a(b: Int!): Int }", "T.a(b:) is required, but I does not have it: give it a default or make it nullable.")]
    [InlineData("interface I { a: Int } type T implements I { a: Int @deprecated }", "T.a is deprecated, but the same field of I is not.")]
    [InlineData("interface A { a: Int } interface B implements A { a: Int } type T implements B { a: Int }", "T implements B and so must implement A too.")]
    [InlineData("interface I implements I { a: Int }", "I implements itself.")]
    [InlineData("input I @oneOf { a: Int! }", "I.a must be nullable, because only one field of I is given.")]
    [InlineData("input I @oneOf { a: Int = 1 }", "I.a must not have a default, because only one field of I is given.")]
    [InlineData("input I { a: Int! @deprecated }", "I.a is required and so cannot be deprecated: make it nullable or give it a default.")]
    [InlineData("type T { a(b: Int! @deprecated): Int }", "T.a(b:) is required and so cannot be deprecated: make it nullable or give it a default.")]
    [InlineData("input I { a: I! }", "I can never be given: its required fields lead back to it without end. Make one of them nullable or a list.")]
    [InlineData("input I @oneOf { a: I }", "I can never be given: its required fields lead back to it without end. Make one of them nullable or a list.")]
    [InlineData("input I { a: I = {} }", "The defaults of I contain each other without end: remove one of them.")]
    [InlineData("input I { a: J = {} } input J { b: I }", null)]
    [InlineData("interface I { a: I } type T implements I { a: T! }", null)]
    [InlineData("interface I { a: U } union U = T type T implements I { a: T }", null)]
    [InlineData("interface I { a: Int @deprecated } type T implements I { a(b: Int! = 1): Int! @deprecated }", null)]
    [InlineData("input I { a: I b: [I!]! c: Int! = 1 @deprecated }", null)]
    [InlineData("input I @oneOf { a: I b: Int }", null)]
    [InlineData("directive @d(a: Int! @deprecated) on FIELD", "@d(a:) is required and so cannot be deprecated: make it nullable or give it a default.")]
    public void Names_the_fault(string sdl, string? fault)
    {
        var faults = SchemaValidator.Validate(SchemaReader.Read($"type Query {{ q: Int }} {sdl}"));
        if (fault is null)
            faults.ShouldBeEmpty();
        else
            faults.ShouldBe([fault]);
    }

    [Theory]
    [InlineData("Int = \"a\"")]
    [InlineData("Int! = null")]
    [InlineData("[Int!] = [1, null]")]
    [InlineData("E = B")]
    [InlineData("I = { b: 1 }")]
    [InlineData("I = { a: 1, c: 2 }")]
    public void Names_a_default_that_does_not_fit(string argument) =>
        SchemaValidator.Validate(SchemaReader.Read($"type Query {{ q(x: {argument}): Int }} enum E {{ A }} input I {{ a: Int! b: Int }}"))
            .ShouldHaveSingleItem().ShouldStartWith($"The default of Query.q(x:) does not fit its type {argument.Split(" =")[0]}: ");

    [Fact]
    public void Names_input_types_in_output_and_output_types_in_input()
    {
        var query = new ObjectType { Name = "Query" };
        var input = new InputObjectType { Name = "I", Fields = [new InputValue { Name = "a", Type = new ListType(query) }] };
        query.Fields = [new Field { Name = "a", Type = input, Arguments = [new InputValue { Name = "b", Type = query }] }];
        SchemaValidator.Validate(new Schema(query, [query, input], [])).ShouldBe(
        [
            "Query.a has the type I, which is for input only.",
            "Query.a(b:) has the type Query, which is for output only.",
            "I.a has the type [Query], which is for output only.",
        ]);
    }

    [Fact]
    public void Names_members_that_are_there_twice()
    {
        var field = new Field { Name = "a", Type = BuiltIns.Int };
        var query = new ObjectType { Name = "Query", Fields = [field, field] };
        var union = new UnionType { Name = "U", Types = [query, query] };
        SchemaValidator.Validate(new Schema(query, [query, union, BuiltIns.Int], []))
            .ShouldBe(["Query has the field a 2 times.", "U has the member Query 2 times."]);
    }

    [Fact]
    public void Names_a_type_the_schema_does_not_have()
    {
        var query = new ObjectType { Name = "Query", Fields = [new Field { Name = "a", Type = new ListType(BuiltIns.Int) }] };
        SchemaValidator.Validate(new Schema(query, [query], [])).ShouldBe(["Query.a refers to Int, which is not in the schema."]);
    }

    [Fact]
    public void Names_a_root_that_serves_twice()
    {
        var query = new ObjectType { Name = "Query", Fields = [new Field { Name = "a", Type = BuiltIns.Int }] };
        SchemaValidator.Validate(new Schema(query, [query, BuiltIns.Int], [], mutationType: query))
            .ShouldBe(["Query is the root of more than one kind of operation: give each its own type."]);
    }

    [Fact]
    public void Names_a_directive_that_may_stand_nowhere()
    {
        var query = new ObjectType { Name = "Query", Fields = [new Field { Name = "a", Type = BuiltIns.Int }] };
        SchemaValidator.Validate(new Schema(query, [query, BuiltIns.Int], [new Directive { Name = "d", Locations = [] }]))
            .ShouldBe(["@d may stand nowhere: give it at least one location."]);
    }

    [Fact]
    public void Finds_every_fault_at_once() =>
        SchemaValidator.Validate(SchemaReader.Read("type Query { q: Int __a: Int } input I union U")).Count.ShouldBe(3);
}
