using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Schemas;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Tests.Kinds;

namespace KnowledgeApi.Tests.Contract;

public sealed class SchemaTests
{
    private const string Export = "dotnet run --project src/KnowledgeApi -- schema > schema.graphql";

    private static string Committed => File.ReadAllText(Path.Combine(Repository.Root, "schema.graphql"));

    [Fact]
    public void The_committed_contract_is_the_running_schema()
    {
        var running = SchemaPrinter.Print(KnowledgeSchema.Create(KnowledgeKinds.Standard));

        if (running != Committed)
        {
            var changes = SchemaChanges.Between(SchemaReader.Read(Committed), SchemaReader.Read(running));
            Assert.Fail($"schema.graphql is not the running schema. If the change is meant, export it: {Export}\n{string.Join('\n', changes.DefaultIfEmpty("Only descriptions or the order of things differ."))}");
        }
    }

    [Fact]
    public async Task The_schema_command_prints_the_contract()
    {
        var run = await ProgramRun.RunAsync("schema");

        run.ExitCode.ShouldBe(0, run.Errors);
        (run.Output == Committed).ShouldBeTrue("what \"schema\" prints is not schema.graphql");
    }

    [Fact]
    public void Every_type_field_argument_and_value_is_described()
    {
        Undescribed(KnowledgeSchema.Create(KnowledgeKinds.Standard)).ShouldBeEmpty();
        Undescribed(KnowledgeSchema.Create(ContractBase.Kinds)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_edge_leads_to_an_object_that_can_be_asked_for_again()
    {
        var edges = KnowledgeSchema.Create(KnowledgeKinds.Standard).Types.OfType<ObjectType>().Where(type => type.Name.EndsWith("Edge", StringComparison.Ordinal)).ToList();

        edges.ShouldNotBeEmpty();
        edges.Where(edge => !IsNode(edge.Fields.Single(field => field.Name == "node").Type.Named)).Select(edge => edge.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Every_connection_has_edges()
    {
        var connections = KnowledgeSchema.Create(KnowledgeKinds.Standard).Types.OfType<ObjectType>().Where(type => type.Name.EndsWith("Connection", StringComparison.Ordinal)).ToList();

        connections.ShouldNotBeEmpty();
        connections.Where(connection => !EdgesOf(connection).EndsWith("Edge", StringComparison.Ordinal)).Select(connection => connection.Name).ShouldBeEmpty();
    }

    private static string EdgesOf(ObjectType connection) => connection.Fields.FirstOrDefault(field => field.Name == "edges")?.Type.Named.Name ?? "none";

    private static bool IsNode(NamedType type) => type is FieldsType { Interfaces: var interfaces } && interfaces.Any(each => each.Name == "Node");

    private static IEnumerable<string> Undescribed(Schema schema) => schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)).SelectMany(Undescribed);

    private static IEnumerable<string> Undescribed(NamedType type)
    {
        if (string.IsNullOrWhiteSpace(type.Description))
            yield return type.Name;
        var members = type switch
        {
            FieldsType fields => fields.Fields.Select(f => (f.Name, f.Description))
                .Concat(fields.Fields.SelectMany(f => f.Arguments.Select(a => ($"{f.Name}({a.Name}:)", a.Description)))),
            InputObjectType input => input.Fields.Select(f => (f.Name, f.Description)),
            EnumType choice => choice.Values.Select(v => (v.Name, v.Description)),
            _ => [],
        };
        foreach (var (name, description) in members)
        {
            if (string.IsNullOrWhiteSpace(description))
                yield return $"{type.Name}.{name}";
        }
    }
}
