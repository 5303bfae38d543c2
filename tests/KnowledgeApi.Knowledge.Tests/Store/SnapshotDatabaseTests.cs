using System.Text;
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
    public void A_builder_that_dies_leaves_the_old_base_and_nothing_else()
    {
        using var first = Build(StoreOutcome.Built);

        Should.Throw<StoreException>(() => Snapshots.Build("other", writer =>
        {
            writer.Write([new BuildRecord { Key = 1, Inputs = "other", Program = "any", Summary = "null" }]);
            writer.Flush(new(null, default));
            writer.Context.Builds.Count().ShouldBe(1);
            Execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()");
            writer.Context.Builds.Count().ShouldBe(1);
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

    /// <summary>Without anybody asking for a connection: those to a replica may be enough.</summary>
    [PostgreSqlFact]
    public void A_base_is_in_use_again_when_the_server_is_back()
    {
        using var snapshot = Build(StoreOutcome.Built);
        using var connection = Open();
        using var leases = new NpgsqlCommand("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())", connection);
        leases.ExecuteScalar().ShouldBe(1L);

        Execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");

        SpinWait.SpinUntil(() => leases.ExecuteScalar() is 1L, TimeSpan.FromSeconds(30)).ShouldBeTrue();
    }

    /// <summary>By the number, one who reads from several servers tells which of them knows more.</summary>
    [PostgreSqlFact]
    public void Each_build_says_anew_what_is_current()
    {
        for (var builds = 1L; builds <= 3; builds++)
        {
            Store.Build(_folder.Seeds, force: true).Snapshot!.Dispose();
            using var connection = Open();
            using var command = new NpgsqlCommand("SELECT number FROM knowledge_api.current", connection);
            command.ExecuteScalar().ShouldBe(builds);
        }
    }

    [PostgreSqlFact]
    public void What_is_not_ours_is_never_written_to()
    {
        Execute("CREATE SCHEMA knowledge_api; CREATE TABLE knowledge_api.current (mine text)");

        Snapshots.FindObstacle()!.ShouldContain("knowledge_api that is not of this program");
        Store.Build(_folder.Seeds).Outcome.ShouldBe(StoreOutcome.Failed);
    }

    [PostgreSqlFact]
    public void Who_may_not_create_schemas_is_told_so()
    {
        var reader = $"r{Guid.NewGuid():N}";
        Execute($"CREATE USER {reader}");

        var snapshots = new SnapshotDatabase(PostgreSqlAddress.Parse(_address.Value.Replace("knowledge@", $"{reader}@", StringComparison.Ordinal)), KnowledgeKinds.Standard);

        snapshots.FindObstacle()!.ShouldEndWith("this user may not create schemas there.");
    }

    [PostgreSqlFact]
    public void What_only_looks_like_ours_is_never_dropped()
    {
        Execute("CREATE SCHEMA snapshot_0123456789abcdef_0123456789abcdef");

        Build(StoreOutcome.Built).Dispose();

        Schemas().ShouldContain("snapshot_0123456789abcdef_0123456789abcdef");
    }

    [PostgreSqlFact]
    public void What_has_the_name_of_a_base_and_is_not_ours_is_never_dropped()
    {
        var first = Build(StoreOutcome.Built);
        first.Dispose();
        Execute($"DROP SCHEMA {SchemaOf(first)} CASCADE; CREATE SCHEMA {SchemaOf(first)}; CREATE TABLE {SchemaOf(first)}.diary (mine text)");

        var report = Store.Build(_folder.Seeds);

        report.Outcome.ShouldBe(StoreOutcome.Failed);
        report.Problems.ShouldContain(problem => problem.Message.Contains($"{SchemaOf(first)} that is not of this program", StringComparison.Ordinal));
        Schemas().ShouldBe([SchemaOf(first)]);
        Execute($"SELECT mine FROM {SchemaOf(first)}.diary");
    }

    /// <summary>What a person or an earlier build of the program has done to the table that says which base is current.</summary>
    [PostgreSqlFact]
    public void What_says_which_is_current_is_made_again()
    {
        Build(StoreOutcome.Built).Dispose();
        string[] damages =
        [
            "DROP TABLE knowledge_api.current",
            "ALTER TABLE knowledge_api.current DROP COLUMN number",
            "ALTER TABLE knowledge_api.current ALTER COLUMN number DROP DEFAULT, ALTER COLUMN number TYPE text",
            "ALTER TABLE knowledge_api.current DROP COLUMN one",
        ];
        foreach (var damage in damages)
        {
            Execute(damage);
            Snapshots.FindObstacle().ShouldBeNull();
            Store.ReadCurrent().ShouldBeNull();

            using var again = Build(StoreOutcome.Built);

            Store.ReadCurrent().ShouldBe(again.Name);
            Build(StoreOutcome.Reused).Dispose();
        }
    }

    /// <summary>By its time, who has the one before open knows that another has taken its place.</summary>
    [PostgreSqlFact]
    public void A_base_that_is_written_anew_under_its_name_has_another_time()
    {
        using var first = Build(StoreOutcome.Built);
        Snapshots.FindBuiltAt(first.Name).ShouldBe(first.BuiltAt);
        Execute($"UPDATE {SchemaOf(first)}.\"Entities\" SET \"Name\" = 'Alhpa' WHERE \"Slug\" = 'alpha'");

        using var second = Build(StoreOutcome.Built);

        second.Name.ShouldBe(first.Name);
        second.BuiltAt.ShouldBeGreaterThan(first.BuiltAt);
        Snapshots.FindBuiltAt(first.Name).ShouldBe(second.BuiltAt);
        Execute($"DROP SCHEMA {SchemaOf(first)} CASCADE");
        Snapshots.FindBuiltAt(first.Name).ShouldBeNull();
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

    /// <summary>What queries may ask the functions of has what this program makes of it, whatever letters it is of.</summary>
    [PostgreSqlFact]
    public void Every_text_has_its_forms()
    {
        var letters = Enumerable.Range(1, 0x10FFFF).Where(Rune.IsValid).Select(letter => new Rune(letter).ToString()).Chunk(1_000).Select(chunk => $"É{string.Concat(chunk)}").ToList();
        using var snapshot = Snapshots.Build("letters", writer =>
        {
            writer.Write([new BuildRecord { Key = 1, Inputs = "letters", Program = "any", Summary = "null" }]);
            writer.Write(letters.Select((text, i) => new Rule { Key = i + 1, Name = $"rule {i}", Description = text }));
        });
        using var context = snapshot.CreateContext();

        var forms = context.Rules.Select(rule => new { rule.Description, Folded = Folding.Fold(rule.Description), Cased = Folding.FoldCase(rule.Description), Key = Folding.SortKey(rule.Description) })
            .Where(rule => rule.Folded != "" && rule.Cased != "" && rule.Key != "").ToList();

        forms.Count.ShouldBe(letters.Count);
        forms.ShouldAllBe(form => form.Folded == Folding.Fold(form.Description) && form.Cased == Folding.FoldCase(form.Description) && form.Key == Folding.SortKey(form.Description));
        context.Rules.OrderBy(rule => Folding.SortKey(rule.Description)).Select(rule => rule.Description).ToList()
            .ShouldBe(letters.OrderBy(Folding.SortKey, StringComparer.Ordinal));
        context.Rules.Count(rule => Folding.Fold(rule.Description).Contains("e\u0001")).ShouldBe(1);
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
