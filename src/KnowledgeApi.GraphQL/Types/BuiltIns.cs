using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Types;

/// <summary>The scalars and directives the specification defines, and the scalars this engine adds. All schemas share them.</summary>
internal static class BuiltIns
{
    /// <summary>What <c>@deprecated</c> says when it is given no reason.</summary>
    public const string DefaultDeprecationReason = "No longer supported";

    public static IntType Int { get; } = new();

    public static FloatType Float { get; } = new();

    public static StringType String { get; } = new();

    public static BooleanType Boolean { get; } = new();

    public static IdType Id { get; } = new();

    public static DateType Date { get; } = new();

    public static DateTimeType DateTime { get; } = new();

    public static DecimalType Decimal { get; } = new();

    /// <summary>The five scalars of the specification.</summary>
    public static IReadOnlyList<ScalarType> Scalars { get; } = [Int, Float, String, Boolean, Id];

    public static Directive Include { get; } = new()
    {
        Name = "include",
        Description = "Keeps the field or fragment only if the argument is true.",
        Locations = [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment],
        Arguments = [new InputValue { Name = "if", Description = "Kept when true.", Type = new NonNullType(Boolean) }],
    };

    public static Directive Skip { get; } = new()
    {
        Name = "skip",
        Description = "Leaves the field or fragment out if the argument is true.",
        Locations = [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment],
        Arguments = [new InputValue { Name = "if", Description = "Left out when true.", Type = new NonNullType(Boolean) }],
    };

    public static Directive Deprecated { get; } = new()
    {
        Name = "deprecated",
        Description = "Marks a part of the schema that should no longer be used.",
        Locations =
        [
            DirectiveLocation.FieldDefinition,
            DirectiveLocation.ArgumentDefinition,
            DirectiveLocation.InputFieldDefinition,
            DirectiveLocation.EnumValue,
        ],
        Arguments =
        [
            new InputValue
            {
                Name = "reason",
                Description = "Why, and what to use instead, in Markdown.",
                Type = new NonNullType(String),
                DefaultValue = new StringValueNode { Value = DefaultDeprecationReason },
            },
        ],
    };

    public static Directive SpecifiedBy { get; } = new()
    {
        Name = "specifiedBy",
        Description = "Says where the format of a custom scalar is specified.",
        Locations = [DirectiveLocation.Scalar],
        Arguments = [new InputValue { Name = "url", Description = "The address of the specification.", Type = new NonNullType(String) }],
    };

    public static Directive OneOf { get; } = new()
    {
        Name = "oneOf",
        Description = "Marks an input object of which exactly one field must be given, and not null.",
        Locations = [DirectiveLocation.InputObject],
    };

    /// <summary>The five directives of the specification.</summary>
    public static IReadOnlyList<Directive> Directives { get; } = [Include, Skip, Deprecated, SpecifiedBy, OneOf];

    /// <summary>True for a scalar that every schema may use without defining it.</summary>
    public static bool IsSpecifiedScalar(NamedType type) => type is IntType or FloatType or StringType or BooleanType or IdType;

    /// <summary>True for a directive that every schema knows without defining it.</summary>
    public static bool IsSpecifiedDirective(Directive directive) => directive.Name is "include" or "skip" or "deprecated" or "specifiedBy" or "oneOf";
}
