using System.Reflection;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Schemas;
using KnowledgeApi.GraphQL.Tests.Building.Orchestra;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Building;

/// <summary>What a data layer builds on.</summary>
public sealed class ConventionTests
{
    [Fact]
    public void A_convention_makes_types_that_lead_back_to_themselves()
    {
        var schema = Build(new Pages());
        SchemaPrinter.Print(Type(schema, "PiecesPage")).ShouldBe("type PiecesPage {\n  items: [Piece!]!\n  next: PiecesPage\n}");
        SchemaPrinter.Print(Type(schema, "PieceFilterInput")).ShouldBe("input PieceFilterInput {\n  and: [PieceFilterInput!]\n  title: String\n  opus: Int\n}");
        schema.Field("Query", "pieces").Arguments.Select(a => $"{a.Name}: {a.Type}").ShouldBe(["from: Int!", "where: PieceFilterInput"]);
    }

    [Fact]
    public void A_convention_can_leave_members_out() =>
        ((ObjectType)Type(Build(new Pages()), "Piece")).Fields.Select(f => f.Name).ShouldBe(["title", "opus", "written", "firstPlayed"]);

    [Fact]
    public async Task A_convention_can_call_the_method_it_describes()
    {
        var resolver = Build(new Pages()).Field("Query", "pieces").Resolver.ShouldBeOfType<Asking>();
        var results = await resolver.ResolveAsync(new BatchContext(
            [new object()], new ArgumentValues(new Dictionary<string, object?> { ["from"] = 2 }), null!, null, null!, CancellationToken.None));
        results.ShouldHaveSingleItem().ShouldBeAssignableTo<IQueryable<Piece>>()!.ShouldBe([new Piece("Etude", 2)]);
    }

    [Fact]
    public void A_convention_is_told_all_there_is_to_know()
    {
        var seen = new Recorder();
        Build(seen, new Pages());
        seen.Lines.ShouldBe(
        [
            "Query.pieces: IQueryable of Piece at Query, \"Every piece.\"",
            "Piece.title: String of ?, \"What it is called.\"",
            "Piece.opus: Nullable of Int32 of ?, \"Its number.\"",
            "Piece.length: TimeSpan of ?, \"\"",
            "Piece.written: DateOnly of ?, \"The day it was made.\"",
            "Piece.firstPlayed: Nullable of DateTimeOffset of ?, \"\"",
            "Piece.difficulty: Double of ?, \"\"",
            "Piece.isLost: Boolean of ?, \"\"",
        ]);
    }

    [Fact]
    public void Fields_inherited_from_an_interface_are_described_once_with_the_interface_as_owner()
    {
        var seen = new Recorder();
        OrchestraSchema.Builder().AddConvention(seen).Build();
        seen.Owners.Where(o => o.Name == "name").ShouldBe([("name", typeof(Performer))]);
    }

    [Fact]
    public void Conventions_are_asked_in_order()
    {
        var schema = new SchemaBuilder().AddQueryType(typeof(PieceSource)).AddConvention(new Constant(1)).AddConvention(new Constant(2)).Build();
        schema.Field("Query", "pieces").Pure(new object()).ShouldBe(1);
    }

    [Fact]
    public void A_generated_name_that_is_taken_by_another_kind_is_a_fault() =>
        Should.Throw<SchemaException>(() => new SchemaBuilder().AddQueryType(typeof(PieceSource)).AddConvention(new Clash()).Build())
            .Faults.ShouldContain("PieceSource.GetPieces: Clash is needed as InputObjectType, but there is a ObjectType of that name: rename one of them.");

    private static Schema Build(params IFieldConvention[] conventions)
    {
        var builder = new SchemaBuilder().AddQueryType(typeof(PieceSource)).AddScalar(new LengthType());
        foreach (var convention in conventions)
            builder.AddConvention(convention);
        return builder.Build();
    }

    private static NamedType Type(Schema schema, string name)
    {
        schema.TryGetType(name, out var type).ShouldBeTrue();
        return type!;
    }

    public static class PieceSource
    {
        /// <summary>Every piece.</summary>
        public static IQueryable<Piece> GetPieces(int from) => new[] { new Piece("Etude", from) }.AsQueryable();
    }

    /// <summary>Queries become pages with filters; of pieces only what has a day or a number or a title stays.</summary>
    private sealed class Pages : IFieldConvention
    {
        public bool TryDescribe(FieldContext context, out FieldDefinition? draft)
        {
            draft = null;
            if (context.Member is PropertyInfo property)
                return property.Name is nameof(Piece.Length) or nameof(Piece.Difficulty) or nameof(Piece.IsLost);
            if (!typeof(IQueryable).IsAssignableFrom(context.ResultType))
                return false;

            var (types, item) = (context.Types, context.ResultType.GetGenericArguments()[0]);
            var page = types.GetOrAdd(
                $"{types.NameOf(item)}sPage",
                () => new ObjectType { Name = $"{types.NameOf(item)}sPage" },
                type => type.Fields =
                [
                    new Field { Name = "items", Type = new NonNullType(new ListType(types.OutputTypeOf(item))) },
                    new Field { Name = "next", Type = type },
                ]);
            draft = new FieldDefinition
            {
                Type = page,
                Arguments = [.. context.Arguments, new InputValue { Name = "where", Type = Filter(types, item) }],
                Resolver = new Asking(context.Invoke),
            };
            return true;
        }

        private static InputObjectType Filter(TypeRegistry types, Type item) => types.GetOrAdd(
            $"{types.NameOf(item)}FilterInput",
            () => new InputObjectType { Name = $"{types.NameOf(item)}FilterInput" },
            type => type.Fields =
            [
                new InputValue { Name = "and", Type = new ListType(new NonNullType(Filter(types, item))) },
                .. types.PropertiesOf(item)
                    .Where(p => types.ScalarFor(p.PropertyType) is IntType or StringType)
                    .Select(p => new InputValue { Name = types.NameOf(p), Type = types.ScalarFor(p.PropertyType)! }),
            ]);
    }

    private sealed class Asking(Func<BatchContext, object?> invoke) : BatchResolver
    {
        public override ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context) => ValueTask.FromResult<IReadOnlyList<object?>>([invoke(context)]);
    }

    private sealed class Recorder : IFieldConvention
    {
        public List<string> Lines { get; } = [];

        public List<(string Name, Type? Owner)> Owners { get; } = [];

        public bool TryDescribe(FieldContext context, out FieldDefinition? draft)
        {
            draft = null;
            Owners.Add((context.Name, context.Owner));
            var of = context.Root == OperationType.Query ? "at Query" : "of ?";
            Lines.Add($"{context.Owner?.Name ?? "Query"}.{context.Name}: {Name(context.ResultType)} {of}, \"{context.Description}\"");
            return false;
        }

        private static string Name(Type type) =>
            type.IsGenericType ? $"{type.Name.Split('`')[0]} of {type.GetGenericArguments()[0].Name}" : type.Name;
    }

    private sealed class Constant(int value) : IFieldConvention
    {
        public bool TryDescribe(FieldContext context, out FieldDefinition? draft)
        {
            draft = new FieldDefinition { Type = BuiltIns.Int, Resolver = new PureResolver { Resolve = (_, _) => value } };
            return true;
        }
    }

    private sealed class Clash : IFieldConvention
    {
        public bool TryDescribe(FieldContext context, out FieldDefinition? draft)
        {
            context.Types.GetOrAdd("Clash", () => new ObjectType { Name = "Clash" });
            context.Types.GetOrAdd("Clash", () => new InputObjectType { Name = "Clash" });
            draft = new FieldDefinition { Type = BuiltIns.Int };
            return true;
        }
    }
}
