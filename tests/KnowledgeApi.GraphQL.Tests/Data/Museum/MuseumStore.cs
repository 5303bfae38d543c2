using KnowledgeApi.GraphQL.Data.Statements;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace KnowledgeApi.GraphQL.Tests.Data.Museum;

/// <summary>The museum in memory twice: as a database and as objects. Nobody changes either, so all tests share them.</summary>
internal sealed class MuseumStore
{
    private const string Address = "Data Source=museum;Mode=Memory;Cache=Shared;Pooling=False";

    private static readonly Lazy<MuseumStore> Instance = new(() => new MuseumStore());

    /// <summary>The database lives as long as one connection is open.</summary>
    private readonly SqliteConnection _anchor = Open();

    private MuseumStore()
    {
        using var db = CreateContext();
        db.Database.EnsureCreated();
        Artists = Collection.Artists();
        Exhibitions = Collection.Exhibitions();
        Works = Collection.Works(Artists, Exhibitions);
        db.AddRange(Artists);
        db.AddRange(Exhibitions);
        db.AddRange(Works);
        // EF Core gives the many of each object, too.
        db.SaveChanges();
        foreach (var work in Works)
            work.Exhibitions = [.. work.Hangings.Select(hanging => hanging.Exhibition)];
        foreach (var exhibition in Exhibitions)
            exhibition.Works = [.. exhibition.Hangings.Select(hanging => hanging.Work)];

        using var command = _anchor.CreateCommand();
        command.CommandText =
            """
            CREATE VIEW Eternities AS WITH RECURSIVE e("Key") AS (SELECT 1 UNION ALL SELECT "Key" + 1 FROM e) SELECT "Key", 'eternity-' || "Key" AS Slug, "Key" % 7 AS Remainder FROM e;
            CREATE VIEW Ruins AS SELECT 1 AS "Key", 'ruin' AS Slug, json_extract('{"secret":' || 'no json', '$') AS Broken;
            """;
        command.ExecuteNonQuery();
    }

    public static MuseumStore Shared => Instance.Value;

    public IReadOnlyList<Work> Works { get; }

    public IReadOnlyList<Artist> Artists { get; }

    public IReadOnlyList<Exhibition> Exhibitions { get; }

    public static MuseumContext CreateContext() => new(new DbContextOptionsBuilder<MuseumContext>()
        .UseSqlite(Address, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .Options);

    public static ReadPool CreatePool(int size = 4) => new(Open, connection => raw.sqlite3_interrupt(((SqliteConnection)connection).Handle), size);

    public static SqliteConnection Open()
    {
        var connection = new SqliteConnection(Address);
        connection.Open();
        connection.CreateFunction("fold", (string? text) => text is null ? null : Folded.Fold(text), isDeterministic: true);
        connection.CreateFunction("fold_case", (string? text) => text is null ? null : Folded.FoldCase(text), isDeterministic: true);
        connection.CreateFunction("sort_key", (string? text) => text is null ? null : Folded.SortKey(text), isDeterministic: true);
        return connection;
    }
}
