using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.OddServer.Cabinet;
using KnowledgeApi.OddServer.Drawing;

namespace KnowledgeApi.OddServer;

/// <summary>A schema that uses every feature of the type system, in C#.</summary>
public static class OddSchema
{
    private static readonly Lazy<Schema> Built = new(Build);

    public static Schema Schema => Built.Value;

    private static Schema Build() => new SchemaBuilder()
        .AddTypes(typeof(OddSchema).Assembly)
        .AddScalar(new TintType())
        .AddScalar(new CustomScalarType("Anything"))
        .AddConvention(new DrawnFields(() => Schema))
        .AddDirective(new Directive
        {
            Name = "hint",
            Description = "Says something to nobody, as often as one likes.",
            IsRepeatable = true,
            Locations =
            [
                DirectiveLocation.Query,
                DirectiveLocation.Mutation,
                DirectiveLocation.Field,
                DirectiveLocation.FragmentDefinition,
                DirectiveLocation.FragmentSpread,
                DirectiveLocation.InlineFragment,
                DirectiveLocation.VariableDefinition,
            ],
            Arguments =
            [
                new InputValue { Name = "level", Type = new NonNullType(BuiltIns.Int), DefaultValue = new IntValueNode { Value = "1" } },
                new InputValue { Name = "tags", Type = new ListType(new NonNullType(BuiltIns.String)), DeprecationReason = "Nobody reads them." },
            ],
        })
        .AddDirective(new Directive { Name = "once", Locations = [DirectiveLocation.Query, DirectiveLocation.Field] })
        .Describe("A cabinet of odd things.")
        .Build();
}
