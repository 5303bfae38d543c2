using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace KnowledgeApi.Benchmarks.Comparison;

/// <summary>The odd schema (<c>tests/OddServer</c>) in GraphQL.NET, from its text.</summary>
internal static class GraphQLNetOddSchema
{
    private static readonly string[] Abstract = ["Creature", "Curio", "Device", "Named", "Priced", "Thing"];

    public static ISchema Build(string sdl)
    {
        // A field may have a narrower type than that of the interface. Read from text, GraphQL.NET refuses that; set afterwards, it takes it.
        var schema = Schema.For(sdl.Replace("friend: Robot!", "friend: Creature", StringComparison.Ordinal), builder =>
        {
            foreach (var name in Abstract)
                builder.Types.For(name).ResolveType = _ => null!;
        });
        schema.RegisterType(new Day());
        schema.RegisterType(new Tint());
        schema.RegisterType(new Anything());
        schema.Features.DeprecationOfInputValues = true;
        schema.Features.RepeatableDirectives = true;
        schema.Initialize();

        var robot = (IObjectGraphType)schema.AllTypes["Robot"]!;
        robot.Fields.Find("friend")!.ResolvedType = new NonNullGraphType(robot);
        return schema;
    }

    /// <summary>Its own <c>Date</c> takes times of the day too.</summary>
    private sealed class Day : Text
    {
        public Day()
            : base("Date")
        {
        }

        protected override bool IsValid(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    private sealed class Tint : Text
    {
        public Tint()
            : base("Tint")
        {
        }

        protected override bool IsValid(string text) => text.Length == 7 && text[0] == '#' && text[1..].All(char.IsAsciiHexDigitLower);
    }

    private abstract class Text : ScalarGraphType
    {
        protected Text(string name) => Name = name;

        public override object? ParseLiteral(GraphQLValue value) => CanParseLiteral(value) ? value : ThrowLiteralConversionError(value);

        public override bool CanParseLiteral(GraphQLValue value) => value is GraphQLNullValue || (value is GraphQLStringValue text && IsValid((string)text.Value));

        public override object? ParseValue(object? value) => value;

        protected abstract bool IsValid(string text);
    }

    private sealed class Anything : ScalarGraphType
    {
        public Anything() => Name = "Anything";

        public override object? ParseLiteral(GraphQLValue value) => value;

        public override bool CanParseLiteral(GraphQLValue value) => true;

        public override object? ParseValue(object? value) => value;
    }
}
