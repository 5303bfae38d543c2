using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.Sqlite;
using KnowledgeApi.Knowledge.Tests.Reasoning.Agreements;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Knowledge.Tests.Store;

/// <summary>What becomes of snapshots when their folder is damaged, shared, filled with other things or taken away.</summary>
public sealed class SnapshotFolderTests : IDisposable
{
    private readonly List<Snapshot> _open = [];
    private readonly TempFolder _folder = new TempFolder().Seed("base.yaml", TempFolder.Base);

    private string SnapshotPath => Directory.EnumerateFiles(Path.Combine(_folder.Database, "snapshots"), "*.db").ShouldHaveSingleItem();

    public void Dispose()
    {
        foreach (var snapshot in _open)
            snapshot.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_folder_holds_the_snapshot_and_what_says_that_it_is_current()
    {
        Build();

        Directory.EnumerateFileSystemEntries(_folder.Database).Select(Path.GetFileName).ShouldBe(["current", "lock", "snapshots"], ignoreOrder: true);
        SnapshotPath.ShouldEndWith(".db");
    }

    [Fact]
    public void A_snapshot_cannot_be_written()
    {
        using var command = Build().OpenConnection().CreateCommand();
        command.CommandText = "DELETE FROM Entities";

        Should.Throw<SqliteException>(() => command.ExecuteNonQuery()).SqliteErrorCode.ShouldBe(8);
        File.GetAttributes(SnapshotPath).HasFlag(FileAttributes.ReadOnly).ShouldBeTrue();
    }

    [Fact]
    public void Every_connection_can_fold()
    {
        using var command = Build().OpenConnection().CreateCommand();
        command.CommandText = "SELECT fold('SOCIÉTÉ')";

        command.ExecuteScalar().ShouldBe("societe");
    }

    [Fact]
    public void An_open_snapshot_stays_what_it_was_when_another_becomes_current()
    {
        var before = Build();
        AddCompany("one");

        var after = Build();

        (CountCompanies(before), CountCompanies(after)).ShouldBe((2, 3));
    }

    [Fact]
    public void An_open_snapshot_outlives_its_folder()
    {
        var snapshot = Build();

        Directory.Delete(_folder.Database, recursive: true);

        CountCompanies(snapshot).ShouldBe(2);
        Directory.CreateDirectory(_folder.Database);
    }

    [Fact]
    public void An_open_snapshot_does_not_see_what_takes_its_place()
    {
        var snapshot = Build();
        var path = SnapshotPath;

        File.Delete(path);
        File.WriteAllText(path, "something else");

        CountCompanies(snapshot).ShouldBe(2);
    }

    public static TheoryData<string, Action<FileStream>> Damages => new()
    {
        { "a byte in the middle", file => Flip(file, file.Length / 2) },
        { "the last byte", file => Flip(file, file.Length - 1) },
        { "the first byte", file => Flip(file, 0) },
        { "cut off", file => file.SetLength(file.Length / 2) },
        { "emptied", file => file.SetLength(0) },
        { "grown", file => { file.Position = file.Length; file.WriteByte(0); } },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_snapshot_is_built_again_and_said(string damage, Action<FileStream> apply)
    {
        var name = Build().Name;
        var path = SnapshotPath;
        Damage(path, apply);

        var report = _folder.Store.Build(_folder.Seeds);

        report.Snapshot.ShouldNotBeNull();
        _open.Add(report.Snapshot);
        report.Outcome.ShouldBe(StoreOutcome.Built, damage);
        report.Snapshot.Name.ShouldBe(name);
        report.Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            problem => problem.Severity.ShouldBe(Severity.Warning),
            problem => problem.Message.ShouldContain(path));
        File.Exists($"{path}.damaged").ShouldBeTrue();
        CountCompanies(report.Snapshot).ShouldBe(2);
    }

    /// <summary>By its time, who has the one before open knows that another has taken its place, or that it has been written over.</summary>
    [Fact]
    public void A_snapshot_that_is_written_anew_under_its_name_has_another_time()
    {
        var snapshots = new SnapshotFolder(_folder.Database);
        var first = Build();
        snapshots.FindBuiltAt(first.Name).ShouldBe(first.BuiltAt);
        Damage(SnapshotPath, file => Flip(file, file.Length / 2));
        snapshots.FindBuiltAt(first.Name).ShouldNotBe(first.BuiltAt);

        var second = Build();

        second.Name.ShouldBe(first.Name);
        second.BuiltAt.ShouldNotBe(first.BuiltAt);
        snapshots.FindBuiltAt(first.Name).ShouldBe(second.BuiltAt);
        File.Delete(SnapshotPath);
        snapshots.FindBuiltAt(first.Name).ShouldBeNull();
    }

    /// <summary>Where nothing can be written the base that is right is used; only what would have to be built cannot be.</summary>
    [Fact]
    public void A_folder_that_cannot_be_written_is_no_obstacle_where_nothing_has_to_be_built()
    {
        Build();
        // No account can make files in the place of folders.
        File.Delete(Path.Combine(_folder.Database, "lock"));
        Directory.CreateDirectory(Path.Combine(_folder.Database, "lock"));
        Directory.CreateDirectory(Path.Combine(_folder.Database, FolderObstacle.Probe));

        _folder.Store.FindObstacle(_folder.Seeds, null, force: false).ShouldBeNull();
        _folder.Store.Build(_folder.Seeds).ShouldSatisfyAllConditions(
            report => _open.Add(report.Snapshot!),
            report => report.Outcome.ShouldBe(StoreOutcome.Reused));

        _folder.Store.FindObstacle(_folder.Seeds, null, force: true)!.ShouldContain("cannot be used");
        AddCompany("one");
        _folder.Store.FindObstacle(_folder.Seeds, null, force: false)!.ShouldContain("cannot be used");
    }

    [Fact]
    public void A_deleted_snapshot_is_built_again()
    {
        Build();
        File.Delete(SnapshotPath);

        CountCompanies(Build()).ShouldBe(2);
    }

    [Fact]
    public void A_sound_database_of_somebody_else_is_no_snapshot()
    {
        Build();
        var path = SnapshotPath;
        File.Delete(path);
        using (var other = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "CREATE TABLE Mine (X)";
            command.ExecuteNonQuery();
        }

        var bytes = File.ReadAllBytes(path);
        Build();

        File.ReadAllBytes($"{path}.damaged").ShouldBe(bytes);
    }

    [Theory]
    [InlineData("not ours")]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{"inputs":"../../../somebody","content":"else"}""")]
    public void What_somebody_else_wrote_as_current_is_not_replaced(string content)
    {
        Directory.CreateDirectory(_folder.Database);
        var current = Path.Combine(_folder.Database, "current");
        File.WriteAllText(current, content);

        new SnapshotFolder(_folder.Database).FindObstacle().ShouldBe($"{current} was not written by this program, and would be overwritten.");
        _folder.Store.Build(_folder.Seeds).Outcome.ShouldBe(StoreOutcome.Failed);
        File.ReadAllText(current).ShouldBe(content);
    }

    [Theory]
    [InlineData("not ours")]
    [InlineData("")]
    public void What_says_which_is_current_is_written_again_if_it_is_damaged_beside_snapshots_of_ours(string content)
    {
        Build();
        File.WriteAllText(Path.Combine(_folder.Database, "current"), content);

        new SnapshotFolder(_folder.Database).FindObstacle().ShouldBeNull();
        var report = _folder.Store.Build(_folder.Seeds);
        _open.Add(report.Snapshot!);
        report.Outcome.ShouldBe(StoreOutcome.Built);
        report.Problems.ShouldContain(problem => problem.Message.Contains("is not as it was written", StringComparison.Ordinal));
        new SnapshotFolder(_folder.Database).ReadCurrent().ShouldBe(report.Snapshot!.Name);
    }

    [Fact]
    public void What_a_killed_builder_left_goes_though_nothing_is_built()
    {
        Build();
        var left = Path.Combine(_folder.Database, "building", $"{Guid.NewGuid():N}.db");
        Directory.CreateDirectory(Path.GetDirectoryName(left)!);
        File.WriteAllText(left, "half a base");

        var report = _folder.Store.Build(_folder.Seeds);
        _open.Add(report.Snapshot!);
        report.Outcome.ShouldBe(StoreOutcome.Reused);
        Directory.Exists(Path.GetDirectoryName(left)!).ShouldBeFalse();
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_not_replaced()
    {
        File.WriteAllText(_folder.Database, "my diary");

        new SnapshotFolder(_folder.Database).FindObstacle().ShouldBe($"{_folder.Database} is a file, but bases are kept in a folder.");
        _folder.Store.Build(_folder.Seeds).Outcome.ShouldBe(StoreOutcome.Failed);
        File.ReadAllText(_folder.Database).ShouldBe("my diary");
    }

    [Fact]
    public void What_an_ended_build_left_is_cleared_away()
    {
        var left = Path.Combine(_folder.Database, "building", $"{Guid.NewGuid():N}.db");
        Directory.CreateDirectory(Path.GetDirectoryName(left)!);
        File.WriteAllText(left, "half");

        Build();

        Directory.Exists(Path.GetDirectoryName(left)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("building", "plans.db")]
    [InlineData("snapshots", "holidays.db")]
    public void What_others_keep_in_folders_of_these_names_stays(string folder, string file)
    {
        var theirs = Path.Combine(_folder.Database, folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(theirs)!);
        File.WriteAllText(theirs, "theirs");

        Build();

        File.ReadAllText(theirs).ShouldBe("theirs");
    }

    [Fact]
    public void What_a_start_that_was_killed_left_is_no_stranger()
    {
        Directory.CreateDirectory(_folder.Database);
        File.WriteAllText(Path.Combine(_folder.Database, FolderObstacle.Probe), "");

        new SnapshotFolder(_folder.Database).FindObstacle().ShouldBeNull();

        Directory.EnumerateFileSystemEntries(_folder.Database).ShouldBeEmpty();
    }

    [Fact]
    public void A_base_that_cannot_become_current_leaves_nothing_behind()
    {
        var inTheWay = Path.Combine(_folder.Database, "current", "stays");
        Directory.CreateDirectory(inTheWay);

        _folder.Store.Build(_folder.Seeds).Outcome.ShouldBe(StoreOutcome.Failed);

        Directory.EnumerateFiles(_folder.Database, "*", SearchOption.AllDirectories).ShouldBe([Path.Combine(_folder.Database, "lock")]);
        Directory.Exists(inTheWay).ShouldBeTrue();
    }

    [Fact]
    public void A_base_is_not_served_as_made_from_something_else()
    {
        var name = Build().Name;
        var current = Path.Combine(_folder.Database, "current");
        var other = new SnapshotName(name.Inputs[..^1] + (name.Inputs[^1] == '0' ? '1' : '0'), name.Content);
        File.WriteAllText(current, File.ReadAllText(current).Replace(name.Inputs, other.Inputs, StringComparison.Ordinal));

        Should.Throw<SnapshotGoneException>(() => new SnapshotFolder(_folder.Database).Open(other));

        Build().Name.ShouldBe(name);
        File.Exists($"{SnapshotPath}.damaged").ShouldBeFalse();
    }

    [Fact]
    public void A_folder_may_have_any_name()
    {
        var report = new KnowledgeStore(new SnapshotFolder(Path.Combine(_folder.Database, "é ?a=1&b#c%41;d"))).Build(_folder.Seeds);
        _open.Add(report.Snapshot.ShouldNotBeNull());

        CountCompanies(report.Snapshot).ShouldBe(2);
    }

    [Fact]
    public void Old_snapshots_are_cleared_away_unless_somebody_has_them_open()
    {
        var open = Build();
        var openPath = SnapshotPath;
        AddCompany("one");
        Build().Dispose();
        AddCompany("two");
        Build();

        Directory.EnumerateFiles(Path.GetDirectoryName(openPath)!).Count().ShouldBe(2);
        File.Exists(openPath).ShouldBeTrue();
        CountCompanies(open).ShouldBe(2);
    }

    [Fact]
    public void A_build_that_fails_leaves_what_there_was()
    {
        var folder = new SnapshotFolder(_folder.Database);
        var name = Build().Name;

        Should.Throw<InvalidDataException>(() => folder.Build("other", _ => throw new InvalidDataException("No.")));

        folder.ReadCurrent().ShouldBe(name);
        Directory.Exists(Path.Combine(_folder.Database, "building")).ShouldBeFalse();
    }

    [Fact]
    public void A_build_that_is_stopped_while_it_writes_ends_and_leaves_nothing_behind()
    {
        const string Endless = "WITH RECURSIVE n (I) AS (SELECT 1 UNION ALL SELECT I + 1 FROM n WHERE I < 300000000) SELECT count(*) FROM n";
        using var stop = new CancellationTokenSource();

        Should.Throw<OperationCanceledException>(() => new SnapshotFolder(_folder.Database).Build(
            "any",
            writer =>
            {
                stop.Cancel();
                writer.Context.Database.ExecuteSqlRaw(Endless);
            },
            stop.Token));

        Directory.EnumerateFiles(_folder.Database, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Builders_take_turns_and_the_second_finds_the_base_there()
    {
        var folder = new SnapshotFolder(_folder.Database);
        var waited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<StoreReport> second;
        using (folder.TakeTurn(null, default))
        {
            second = Task.Run(() => _folder.Store.Build(_folder.Seeds, progress: progress => { if (progress.Stage == BuildStage.Waiting) waited.SetResult(); }));
            await waited.Task.WaitAsync(TimeSpan.FromSeconds(30));
            second.IsCompleted.ShouldBeFalse();
            // In the turn of this test, as the first builder would.
            var inputs = await Task.Run(() => InputsOfSeeds());
            folder.Build(inputs.Name.Inputs, writer => writer.Write([inputs.Record])).Dispose();
        }

        var report = await second;
        _open.Add(report.Snapshot!);
        report.Outcome.ShouldBe(StoreOutcome.Reused);
    }

    [Fact]
    public void A_build_says_how_far_it_is()
    {
        var said = new List<BuildProgress>();
        _folder.Seed("it.yaml", SeedClaims.Stake("it", "\"40\""));

        _open.Add(_folder.Store.Build(_folder.Seeds, progress: said.Add).Snapshot!);

        said.Select(progress => progress.Stage).Distinct().ShouldBe([BuildStage.Reading, BuildStage.Checking, BuildStage.Concluding, BuildStage.Writing, BuildStage.Indexing, BuildStage.Verifying]);
        said.Where(progress => progress.Stage == BuildStage.Writing).Select(progress => progress.Share!.Value).ShouldBeInOrder();
        new BuildProgress(BuildStage.Writing, 0.405).ToString().ShouldBe("Writing the base: 40 %");
    }

    [Fact]
    public void Who_waits_for_a_turn_can_be_stopped()
    {
        var folder = new SnapshotFolder(_folder.Database);
        using var turn = folder.TakeTurn(null, default);
        using var stop = new CancellationTokenSource();

        Should.Throw<OperationCanceledException>(() => folder.TakeTurn(stop.Cancel, stop.Token));
    }

    // A base of the same seeds elsewhere, which has the name that the base here will have.
    private Snapshot InputsOfSeeds()
    {
        var report = new KnowledgeStore(new SnapshotFolder(Path.Combine(_folder.Documents, "data"))).Build(_folder.Seeds);
        _open.Add(report.Snapshot!);
        return report.Snapshot!;
    }

    private Snapshot Build()
    {
        var report = _folder.Store.Build(_folder.Seeds);
        report.Snapshot.ShouldNotBeNull(string.Join('\n', report.Problems));
        _open.Add(report.Snapshot);
        return report.Snapshot;
    }

    private void AddCompany(string id) => _folder.Seed($"{id}.yaml", $"companies:\n  - {{ id: {id}, name: {id} }}\n");

    private static long CountCompanies(Snapshot snapshot)
    {
        using var command = snapshot.OpenConnection().CreateCommand();
        command.CommandText = "SELECT count(*) FROM Entities WHERE Type = 'Company'";
        return (long)command.ExecuteScalar()!;
    }

    private static void Damage(string path, Action<FileStream> apply)
    {
        File.SetAttributes(path, FileAttributes.Normal);
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        apply(file);
    }

    private static void Flip(FileStream file, long position)
    {
        file.Position = position;
        var value = file.ReadByte();
        file.Position = position;
        file.WriteByte((byte)~value);
    }
}
