using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KnowledgeApi.Knowledge.Tests.Store;

/// <summary>Bases in a PostgreSQL database: old or new, whole, whatever happens around them.</summary>
public sealed class SnapshotDatabaseTests : IDisposable
{
    private readonly TempFolder _folder = new TempFolder().Seed("base.yaml", TempFolder.Base);
    private readonly Lazy<string> _address = new(PostgreSqlServer.CreateDatabase);

    private KnowledgeStore Store => new(Snapshots);

    private SnapshotDatabase Snapshots => new(PostgreSqlAddress.Parse(_address.Value), KnowledgeKinds.Standard);

    public void Dispose()
    {
        if (_address.IsValueCreated)
            PostgreSqlServer.DropDatabase(_address.Value);
        _folder.Dispose();
    }

    [PostgreSqlFact]
    public void A_base_is_built_once_and_then_used_again()
    {
        using var built = Build(StoreOutcome.Built);
        using var reused = Build(StoreOutcome.Reused);

        reused.Name.ShouldBe(built.Name);
        Store.ReadCurrent().ShouldBe(built.Name);
        reused.BuiltAt.ShouldBe(DateTime.UtcNow, TimeSpan.FromMinutes(1));
    }

    [PostgreSqlFact]
    public void The_same_seeds_give_the_same_content()
    {
        using var first = Build(StoreOutcome.Built);
        var second = Store.Build(_folder.Seeds, force: true).Snapshot!;
        second.Dispose();

        second.Name.ShouldBe(first.Name);
        Schemas().ShouldBe([SchemaOf(first)]);
    }

    [PostgreSqlFact]
    public void Nothing_can_be_written_by_the_connections_of_a_base()
    {
        using var snapshot = Build(StoreOutcome.Built);
        using var connection = snapshot.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM \"Names\"";

        Should.Throw<PostgresException>(() => command.ExecuteNonQuery()).SqlState.ShouldBe(PostgresErrorCodes.ReadOnlySqlTransaction);
    }

    [PostgreSqlFact]
    public void A_build_that_fails_leaves_the_old_base_and_nothing_else()
    {
        using var first = Build(StoreOutcome.Built);

        Should.Throw<InvalidDataException>(() => Snapshots.Build("other", writer =>
        {
            writer.Write([new Rule { Key = 1, Name = "rule", Description = "A rule.", Severity = Severity.Info }]);
            throw new InvalidDataException("It does not hold together.");
        }));

        Store.ReadCurrent().ShouldBe(first.Name);
        Schemas().ShouldBe([SchemaOf(first)]);
    }

    [PostgreSqlFact]
    public void A_build_that_is_stopped_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();

        Should.Throw<OperationCanceledException>(() => Snapshots.Build("stopped", _ => stop.Cancel(), stop.Token));

        Store.ReadCurrent().ShouldBeNull();
        Schemas().ShouldBeEmpty();
    }

    [PostgreSqlFact]
    public void A_reference_to_nothing_is_found()
    {
        var fault = Should.Throw<StoreException>(() => Snapshots.Build("loose", writer =>
            writer.Write([new FindingClaim { FindingKey = 7, ClaimKey = 8 }])));

        fault.Message.ShouldContain("FK_FindingClaims");
        Store.ReadCurrent().ShouldBeNull();
    }

    [PostgreSqlFact]
    public void A_damaged_base_is_not_served_but_built_again()
    {
        var first = Build(StoreOutcome.Built);
        first.Dispose();
        Execute($"UPDATE {SchemaOf(first)}.\"Entities\" SET \"Name\" = 'Alhpa' WHERE \"Slug\" = 'alpha'");

        Should.Throw<SnapshotDamagedException>(() => Snapshots.Open(first.Name)).Message.ShouldContain("not as it was written");

        var report = Store.Build(_folder.Seeds);
        report.Problems.ShouldContain(problem => problem.Severity == Severity.Warning && problem.Message.Contains("not as it was written"));
        report.Outcome.ShouldBe(StoreOutcome.Built);
        using (report.Snapshot)
        {
            report.Snapshot!.Name.ShouldBe(first.Name);
            using var context = report.Snapshot.CreateContext();
            context.Entities.Single(entity => entity.Slug == "alpha").Name.ShouldBe("Alpha");
        }
    }

    [PostgreSqlFact]
    public void Rows_that_are_gone_or_new_are_seen()
    {
        var first = Build(StoreOutcome.Built);
        first.Dispose();
        Snapshots.Open(first.Name).Dispose();

        Execute($"DELETE FROM {SchemaOf(first)}.\"SearchParts\" WHERE \"Number\" = 1");

        Should.Throw<SnapshotDamagedException>(() => Snapshots.Open(first.Name));
    }

    [PostgreSqlFact]
    public void A_base_that_is_dropped_is_gone_and_built_again()
    {
        var first = Build(StoreOutcome.Built);
        first.Dispose();
        Execute($"DROP SCHEMA {SchemaOf(first)} CASCADE");

        Should.Throw<SnapshotGoneException>(() => Snapshots.Open(first.Name));
        Build(StoreOutcome.Built).Dispose();
    }

    [PostgreSqlFact]
    public void Old_bases_are_cleared_away_but_for_those_that_somebody_reads()
    {
        var (old, inUse) = (Build(StoreOutcome.Built), _folder.Seed("more.yaml", "companies: [{ id: more, name: More }]"));
        using var second = inUse is null ? old : Build(StoreOutcome.Built);

        Schemas().ShouldBe([SchemaOf(old), SchemaOf(second)], ignoreOrder: true);
        using (var context = old.CreateContext())
            context.Entities.Count(entity => entity.Slug == "more").ShouldBe(0);
        old.Dispose();

        _folder.Seed("most.yaml", "companies: [{ id: most, name: Most }]");
        using var third = Build(StoreOutcome.Built);

        Schemas().ShouldBe([SchemaOf(second), SchemaOf(third)], ignoreOrder: true);
    }

    [PostgreSqlFact]
    public void What_is_not_ours_is_never_written_to()
    {
        Execute("CREATE SCHEMA knowledge_api; CREATE TABLE knowledge_api.current (mine text)");

        Snapshots.FindObstacle()!.ShouldContain("knowledge_api that is not of this program");
        Store.Build(_folder.Seeds).Outcome.ShouldBe(StoreOutcome.Failed);
    }

    [PostgreSqlFact]
    public void What_only_looks_like_ours_is_never_dropped()
    {
        Execute("CREATE SCHEMA snapshot_0123456789abcdef_0123456789abcdef");

        Build(StoreOutcome.Built).Dispose();

        Schemas().ShouldContain("snapshot_0123456789abcdef_0123456789abcdef");
    }

    [PostgreSqlFact]
    public void Builders_take_turns()
    {
        using (Snapshots.TakeTurn(null, default))
        {
            using var stop = new CancellationTokenSource();
            Should.Throw<OperationCanceledException>(() => Snapshots.TakeTurn(stop.Cancel, stop.Token));
        }

        Snapshots.TakeTurn(() => throw new InvalidOperationException("Nobody is there."), default).Dispose();
    }

    [Fact]
    public void A_server_that_cannot_be_reached_is_named_without_its_password()
    {
        var snapshots = new SnapshotDatabase(PostgreSqlAddress.Parse("postgresql://user:secret@127.0.0.1:1/base"), KnowledgeKinds.Standard);

        snapshots.FindObstacle()!.ShouldStartWith("127.0.0.1:1/base cannot be reached");
        snapshots.FindObstacle()!.ShouldNotContain("secret");
        Should.Throw<StoreException>(() => snapshots.ReadCurrent());
        Should.Throw<StoreException>(() => snapshots.TakeTurn(null, default));
    }

    /// <summary>What queries may ask the functions of has what this program makes of it.</summary>
    [PostgreSqlFact]
    public void Every_text_has_its_forms()
    {
        using var snapshot = Store.Build(Repository.Seeds).Snapshot!;
        using var context = snapshot.CreateContext();

        foreach (var (text, fold, foldCase, sortKey) in context.Claims.Where(claim => claim.Wording != null)
            .Select(claim => new { claim.Wording, Fold = Folding.Fold(claim.Wording!), FoldCase = Folding.FoldCase(claim.Wording!), SortKey = Folding.SortKey(claim.Wording!) }).AsEnumerable()
            .Select(row => (row.Wording!, row.Fold, row.FoldCase, row.SortKey)))
            (fold, foldCase, sortKey).ShouldBe((Folding.Fold(text), Folding.FoldCase(text), Folding.SortKey(text)));
    }

    private Snapshot Build(StoreOutcome outcome)
    {
        var report = Store.Build(_folder.Seeds);
        report.Outcome.ShouldBe(outcome, string.Join('\n', report.Problems));
        return report.Snapshot!;
    }

    private static string SchemaOf(Snapshot snapshot) => $"snapshot_{snapshot.Name.ToString().Replace('-', '_')}";

    private List<string> Schemas()
    {
        using var connection = Open();
        using var command = new NpgsqlCommand("SELECT nspname::text FROM pg_namespace WHERE nspname LIKE 'snapshot%' OR nspname LIKE 'building%'", connection);
        using var rows = command.ExecuteReader();
        var schemas = new List<string>();
        while (rows.Read())
            schemas.Add(rows.GetString(0));
        return schemas;
    }

    private void Execute(string statements)
    {
        using var connection = Open();
        using var command = new NpgsqlCommand(statements, connection);
        command.ExecuteNonQuery();
    }

    private NpgsqlConnection Open()
    {
        var address = new Uri(_address.Value);
        var connection = new NpgsqlConnection($"Host={address.Host};Port={address.Port};Username=knowledge;Database={address.AbsolutePath[1..]};Pooling=false");
        connection.Open();
        return connection;
    }
}
