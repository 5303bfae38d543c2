using System.Data.Common;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Reasoning.Agreements;
using KnowledgeApi.Knowledge.Seeds;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.Sqlite;
using KnowledgeApi.Knowledge.Tests.Reasoning;
using KnowledgeApi.Knowledge.Texts;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Knowledge.Tests.Store;

/// <summary>The rows of a base are those that EF Core writes of the same objects, only without keeping them.</summary>
public sealed class BaseWriterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SqliteFact]
    public void Every_table_of_the_real_base_has_the_rows_that_ef_core_would_write()
    {
        var report = _folder.Store.Build(Repository.Seeds, Repository.Documents);
        using var snapshot = report.Snapshot!;
        using var written = snapshot.CreateContext();
        using var expected = new KnowledgeContext(SqliteOptions.Of($"Data Source={Path.Combine(_folder.Documents, "tracked.db")};Pooling=False;Foreign Keys=False", KnowledgeKinds.Standard));
        Track(expected, snapshot.Record);

        foreach (var table in expected.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
            Rows(written, table).ShouldBe(Rows(expected, table), table);
    }

    private static void Track(KnowledgeContext context, BuildRecord record)
    {
        var knowledge = SeedReader.Read(Repository.Seeds, Repository.Documents is { } documents ? DocumentTexts.Open(documents) : null).Base!;
        var conclusions = Reasoner.Conclude(knowledge);
        context.Database.EnsureCreated();
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        context.AddRange(knowledge.Documents);
        context.AddRange(knowledge.Entities);
        context.AddRange(knowledge.Claims);
        context.AddRange(conclusions.Agreements);
        context.AddRange(conclusions.Rivalries);
        context.AddRange(conclusions.Rules);
        context.AddRange(conclusions.Coverages);
        context.AddRange(conclusions.Timeline);
        context.Add(record);
        foreach (var (place, claim) in conclusions.Agreements.SelectMany(agreement => QuoteChoice.Order(agreement.Members).Index()))
            context.Entry(claim).Property(told => told.QuotePlace).CurrentValue = place;
        context.SaveChanges();
    }

    private static List<string> Rows(KnowledgeContext context, string table)
    {
        context.Database.OpenConnection();
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        using var row = command.ExecuteReader();
        var rows = new List<string>();
        while (row.Read())
            rows.Add(string.Join(" | ", Enumerable.Range(0, row.FieldCount).Select(i => $"{row.GetName(i)}={Cell(row, i)}")));
        return [.. rows.Order(StringComparer.Ordinal)];
    }

    private static string Cell(DbDataReader row, int i) => row.IsDBNull(i) ? "null" : $"{row.GetDataTypeName(i)}:{row.GetValue(i)}";
}
