using System.Text.Json;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Schemas;
using KnowledgeApi.GraphQL.Tests.Harness;
using KnowledgeApi.GraphQL.Types;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>An enum whose values are known only where the schema is put together: as an argument, and as what is stored.</summary>
public sealed class GivenEnumTests : IDisposable
{
    private const string Address = "Data Source=quarry;Mode=Memory;Cache=Shared;Pooling=False";

    private readonly SqliteConnection _anchor = Open();
    private readonly ReadPool _pool = new(Open);
    private readonly Schema _schema;
    private readonly Engine _engine;

    public GivenEnumTests()
    {
        using (var db = CreateContext())
        {
            db.Database.EnsureCreated();
            db.AddRange(new[] { "HARD", "SOFT", "BRITTLE", "SOFT" }.Select((grade, i) => new Stone { Key = i + 1, Name = $"stone-{i}", Grade = new(grade), Former = i == 1 ? new("HARD") : null }));
            db.SaveChanges();
        }

        _schema = new SchemaBuilder().AddTypes(typeof(Quarry))
            .AddEnum<Grade>([(new("SOFT"), "SOFT", "Yields."), (new("HARD"), "HARD", "Does not."), (new("BRITTLE"), "BRITTLE", "Breaks.")])
            .AddConvention(new EntityConvention(new DataOptions { CreateContext = CreateContext, Pool = _pool, CursorKey = [1] }.Identify<Stone>(stone => stone.Name)))
            .Build();
        _engine = new Engine(_schema);
    }

    public void Dispose()
    {
        _pool.Dispose();
        _anchor.Dispose();
    }

    [Fact]
    public void It_is_described_by_its_type_and_its_values_by_who_gives_them() =>
        SchemaPrinter.Print(_schema).ShouldContain(
            """"
            """How much a stone yields."""
            enum Grade {
              """Yields."""
              SOFT

              """Does not."""
              HARD

              """Breaks."""
              BRITTLE
            }
            """");

    [Theory]
    [InlineData("grades(of: [HARD, SOFT])", """{"grades":["HARD","SOFT"]}""")]
    [InlineData("stones { nodes { grade former } }", """{"stones":{"nodes":[{"grade":"HARD","former":null},{"grade":"SOFT","former":"HARD"},{"grade":"BRITTLE","former":null},{"grade":"SOFT","former":null}]}}""")]
    [InlineData("stones(where: { grade: { eq: SOFT } }) { totalCount }", """{"stones":{"totalCount":2}}""")]
    [InlineData("stones(where: { grade: { in: [HARD, BRITTLE] } }) { totalCount }", """{"stones":{"totalCount":2}}""")]
    [InlineData("stones(where: { former: { eq: null } }) { totalCount }", """{"stones":{"totalCount":3}}""")]
    public async Task It_is_read_and_written_as_any_enum(string query, string data) => (await _engine.DataAsync($"{{ {query} }}")).ShouldBe(data);

    [Fact]
    public async Task Values_of_a_variable_are_known_by_their_names() =>
        (await _engine.DataAsync("query Of($of: [Grade!]!) { grades(of: $of) }", """{"of":["BRITTLE"]}""")).ShouldBe("""{"grades":["BRITTLE"]}""");

    [Fact]
    public async Task An_unknown_value_is_refused_with_the_nearest() => (await _engine.AskAsync("{ grades(of: [SOFTER]) }")).ShouldContain("Did you mean the enum value \\\"SOFT\\\"");

    [Theory]
    [InlineData("ASC", "BRITTLE HARD SOFT SOFT")]
    [InlineData("DESC", "SOFT SOFT HARD BRITTLE")]
    public async Task Rows_are_ordered_by_what_is_stored_and_walked_page_by_page(string direction, string expected)
    {
        var (walked, after) = (new List<string>(), "null");
        for (var page = 0; page < 4; page++)
        {
            var edge = JsonDocument.Parse(await _engine.DataAsync($"{{ stones(first: 1, after: {after}, order: {{ grade: {direction} }}) {{ edges {{ cursor node {{ grade }} }} }} }}"))
                .RootElement.GetProperty("stones").GetProperty("edges")[0];
            walked.Add(edge.GetProperty("node").GetProperty("grade").GetString()!);
            after = $"\"{edge.GetProperty("cursor").GetString()}\"";
        }

        string.Join(' ', walked).ShouldBe(expected);
    }

    [Fact]
    public async Task Groups_are_ordered_as_the_values_are_given() =>
        (await _engine.DataAsync("{ stones { groupBy(by: GRADE, order: KEY_ASC) { keys { value } count } } }"))
            .ShouldBe("""{"stones":{"groupBy":[{"keys":[{"value":"SOFT"}],"count":2},{"keys":[{"value":"HARD"}],"count":1},{"keys":[{"value":"BRITTLE"}],"count":1}]}}""");

    private static SqliteConnection Open()
    {
        var connection = new SqliteConnection(Address);
        connection.Open();
        return connection;
    }

    private static Mine CreateContext() => new(new DbContextOptionsBuilder<Mine>().UseSqlite(Address, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).Options);

    /// <summary>How much a stone yields.</summary>
    public readonly record struct Grade(string Name);

    /// <summary>A stone.</summary>
    public sealed class Stone
    {
        public long Key { get; init; }

        public required string Name { get; init; }

        public Grade Grade { get; init; }

        public Grade? Former { get; init; }
    }

    /// <summary>What can be asked.</summary>
    [QueryType]
    public static class Quarry
    {
        public static IQueryable<Stone> GetStones(Mine db) => db.Set<Stone>();

        public static IReadOnlyList<Grade> GetGrades(IReadOnlyList<Grade> of) => of;
    }

    /// <summary>Where stones are.</summary>
    public sealed class Mine(DbContextOptions<Mine> options) : DbContext(options)
    {
        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.Properties<Grade>().HaveConversion<GradeConverter>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Stone>().HasKey(stone => stone.Key);
    }

    public sealed class GradeConverter() : ValueConverter<Grade, string>(grade => grade.Name, stored => new Grade(stored));
}
