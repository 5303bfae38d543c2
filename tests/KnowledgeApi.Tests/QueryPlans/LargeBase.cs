using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeApi.Knowledge.Generation;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Tests.QueryPlans;

/// <summary>The program on a base of generated companies, enough of them that what reads all is told from what searches.</summary>
public sealed partial class LargeBase : IAsyncLifetime
{
    private const int Companies = 1_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("knowledge-large-").FullName;
    private KnowledgeContext _context = null!;
    private Server _server = null!;

    public async Task InitializeAsync()
    {
        var seeds = Path.Combine(_folder, "seeds");
        Directory.CreateDirectory(seeds);
        SeedGenerator.Write(Companies, 1, seeds);
        var report = new KnowledgeStore(new SnapshotFolder(Path.Combine(_folder, "data"))).Build(seeds);
        var snapshot = report.Snapshot.ShouldNotBeNull(string.Join('\n', report.Problems));
        _context = snapshot.CreateContext();
        await _context.Database.OpenConnectionAsync();
        _server = await Server.StartAsync(snapshot);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _context.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The data of a query that must succeed, and how the database found what each of its statements reads.</summary>
    public async Task<(JsonElement Data, IReadOnlyList<Plan> Plans)> ExplainAsync(string query)
    {
        var (data, statements) = await _server.WatchAsync(query);
        return (data, [.. statements.Select(Explain)]);
    }

    private Plan Explain(string statement)
    {
        using var command = (SqliteCommand)_context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {statement}";
        foreach (var name in Parameter().Matches(statement).Select(match => match.Value).Distinct())
            command.Parameters.AddWithValue(name, DBNull.Value);
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
            steps.Add(reader.GetString(3));
        return new Plan(statement, steps);
    }

    [GeneratedRegex("@v\\d+_")]
    private static partial Regex Parameter();
}

/// <summary>How the database answers a statement.</summary>
/// <param name="Statement">The statement, for messages.</param>
/// <param name="Steps">The steps as SQLite tells them.</param>
public sealed record Plan(string Statement, IReadOnlyList<string> Steps)
{
    /// <inheritdoc/>
    public override string ToString() => $"{string.Join('\n', Steps)}\n{Statement}";
}
