using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Tests.QueryPlans;

/// <summary>The program on a made-up base of a hundred thousand companies, each with names, an identifier, an owner and a cited claim about it.</summary>
public sealed partial class LargeBase : IAsyncLifetime
{
    public const int Companies = 100_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("knowledge-large-").FullName;
    private KnowledgeContext _context = null!;
    private Server _server = null!;

    public async Task InitializeAsync()
    {
        var snapshot = new SnapshotFolder(_folder).Build("large", Write);
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

    private static void Write(SnapshotWriter writer)
    {
        writer.Context.Database.ExecuteSqlRaw("PRAGMA cache_size = -200000;");
        writer.Context.Database.ExecuteSqlRaw(Rows);
        writer.Write([new BuildRecord { Key = 1, Inputs = "large", Program = "any", Summary = "null" }]);
    }

    /// <summary>Rows are numbered, and their names spread over the alphabet, so that no two neighbours by number are neighbours by name.</summary>
    private static readonly string Rows =
        $"""
        CREATE TEMP TABLE Numbers AS
            WITH RECURSIVE n(I) AS (SELECT 1 UNION ALL SELECT I + 1 FROM n WHERE I < {Companies})
            SELECT I, printf('%05x', I * 7919 % 1048573) AS Word FROM n;
        INSERT INTO Entities ("Key", Slug, Name, NameFolded, NameSortKey, "Type")
            SELECT I, 'company-' || I, 'Société ' || Word, 'societe ' || Word, hex('societe ' || Word), '{nameof(Company)}' FROM Numbers;
        INSERT INTO Entities ("Key", Slug, Name, NameFolded, NameSortKey, "Type")
            SELECT {Companies} + I, 'person-' || I, 'Anne ' || Word, 'anne ' || Word, hex('anne ' || Word), '{nameof(Person)}' FROM Numbers WHERE I <= 20000;
        INSERT INTO Names ("Key", EntityKey, Text, Folded, Kind)
            SELECT I, I, Word || ' SA', Word || ' sa', 'LEGAL' FROM Numbers;
        INSERT INTO Identifiers ("Key", EntityKey, Scheme, Value)
            SELECT I, I, 'SIREN', printf('%09d', I) FROM Numbers;
        INSERT INTO Documents ("Key", Slug, Title, TitleFolded, TitleSortKey, Language, Sha256, Length, HasText)
            SELECT I, 'document-' || I, 'Titre ' || Word, 'titre ' || Word, hex('titre ' || Word), 'fr', printf('%064x', I), 1000, 0 FROM Numbers WHERE I <= 20000;
        INSERT INTO Claims ("Key", Slug, Status, "Rank", SubjectKey, "Type", OwnerKey, Shareholding_CompanyKey, Interest, Basis, IndependentSources, AgreementKey)
            SELECT I, 'claim-' || I, 'ACTUAL', 'NORMAL', I, '{nameof(Shareholding)}', 1 + I * 31 % {Companies}, I, 'DIRECT', 'CAPITAL', 1, I FROM Numbers;
        INSERT INTO Agreements ("Key", Slug, Label, SubjectKey, Property, Modality, Verdict, Size, QuoteReason, QuoteExplanation, IndependentSources)
            SELECT I, 'agreement-' || I, 'Stake ' || I, I, 'SHAREHOLDING', 'FACT', 'SINGLE', 1, 'ONLY_CLAIM', '', 1 FROM Numbers;
        INSERT INTO Participations (ClaimKey, EntityKey, Role, Ordinal)
            SELECT I, I, 'COMPANY', 1 FROM Numbers
            UNION ALL SELECT I, 1 + I * 31 % {Companies}, 'OWNER', 2 FROM Numbers WHERE 1 + I * 31 % {Companies} <> I;
        INSERT INTO Citations ("Key", Slug, Ordinal, ClaimKey, DocumentKey, Start, "End", Sha256, Alignment, Stance, Attribution, Section, StatesEnd)
            SELECT I, 'citation-' || I, 1, I, 1 + I % 20000, I % 900, I % 900 + 10, printf('%064x', I), 'EXACT', 'SUPPORTS', 'ARTICLE', 'BODY', 0 FROM Numbers;
        DROP TABLE Numbers;
        """;

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
