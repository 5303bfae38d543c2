using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.PostgreSql;
using Npgsql;

namespace KnowledgeApi.Tests.Commands;

/// <summary>A running server keeps its base up to date, each in a process of its own: what is saved, what others build, what is damaged.</summary>
public sealed class BaseKeeperTests : IDisposable
{
    private readonly SeedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Saved_seeds_are_served_when_they_are_watched_and_those_with_an_error_are_not()
    {
        using var server = await RunningServer.StartAsync(_folder, "--watch");

        _folder.Write(SeedFolder.Valid().Replace("name: Alpha", "name: Aleph", StringComparison.Ordinal));
        await server.PrintsAsync("Serving another base");
        (await server.NamesAsync()).ShouldBe(["Aleph", "Beta"]);

        _folder.Write("companies: 7");
        await server.PrintsAsync("all.yaml:1:12: error:");
        (await server.NamesAsync()).ShouldBe(["Aleph", "Beta"]);
    }

    [Fact]
    public async Task Saved_seeds_are_told_of_when_they_are_not_watched()
    {
        using var server = await RunningServer.StartAsync(_folder);

        _folder.Write(SeedFolder.Valid().Replace("name: Alpha", "name: Aleph", StringComparison.Ordinal));
        await server.PrintsAsync("have changed");

        (await server.NamesAsync()).ShouldBe(["Alpha", "Beta"]);
    }

    [Fact]
    public async Task A_server_follows_a_base_that_another_one_builds()
    {
        using var first = await RunningServer.StartAsync(_folder);
        _folder.Write(SeedFolder.Valid().Replace("name: Alpha", "name: Aleph", StringComparison.Ordinal));

        using var second = await RunningServer.StartAsync(_folder);
        await first.PrintsAsync("Serving another base");

        (await first.NamesAsync()).ShouldBe(await second.NamesAsync());
    }

    /// <summary>A file that is written over, or that another process has found damaged and built again, has the same name as before.</summary>
    [SqliteFact]
    public async Task A_base_that_is_damaged_under_a_server_is_said_and_one_built_again_under_its_name_is_served()
    {
        using var server = await RunningServer.StartAsync(_folder);
        DamageBase();
        await server.PrintsAsync("is not as it was written");
        await server.PrintsAsync("stays. Start again");

        _folder.Build().Dispose();
        await server.PrintsAsync("Serving the same base, written anew");

        (await server.NamesAsync()).ShouldBe(["Alpha", "Beta"]);
        server.Printed.Split("is not as it was written").Length.ShouldBe(2, server.Printed);
    }

    [SqliteFact]
    public async Task A_base_that_is_damaged_under_a_server_that_watches_is_built_again()
    {
        using var server = await RunningServer.StartAsync(_folder, "--watch");

        DamageBase();
        await server.PrintsAsync("Serving the same base, written anew");

        server.Printed.ShouldContain("is not as it was written");
        (await server.NamesAsync()).ShouldBe(["Alpha", "Beta"]);
    }

    [SqliteFact]
    public async Task A_server_that_follows_serves_a_base_that_is_built_again_under_its_name()
    {
        _folder.Build().Dispose();
        using var server = await RunningServer.StartAsync(Path.Combine(_folder.Seeds, "nowhere"), _folder.Database, "--follow");

        DamageBase();
        await server.PrintsAsync("is not as it was written");
        _folder.Build().Dispose();
        await server.PrintsAsync("Serving the same base, written anew");

        (await server.NamesAsync()).ShouldBe(["Alpha", "Beta"]);
    }

    [PostgreSqlFact]
    public async Task A_schema_that_is_built_again_under_its_name_is_served()
    {
        var address = PostgreSqlServer.CreateDatabase();
        try
        {
            var store = new KnowledgeStore(new SnapshotDatabase(PostgreSqlAddress.Parse(address), KnowledgeKinds.Standard));
            using var server = await RunningServer.StartAsync(_folder.Seeds, address);
            Execute(address, $"UPDATE snapshot_{store.ReadCurrent()!.ToString().Replace('-', '_')}.\"Entities\" SET \"Name\" = 'Alhpa' WHERE \"Slug\" = 'alpha'");
            (await server.NamesAsync()).ShouldBe(["Alhpa", "Beta"]);

            store.Build(_folder.Seeds).Snapshot!.Dispose();
            await server.PrintsAsync("Serving the same base, written anew");

            (await server.NamesAsync()).ShouldBe(["Alpha", "Beta"]);
        }
        finally
        {
            PostgreSqlServer.DropDatabase(address);
        }
    }

    private static void Execute(string address, string statement)
    {
        var place = new Uri(address);
        using var connection = new NpgsqlConnection($"Host={place.Host};Port={place.Port};Username=knowledge;Database={place.AbsolutePath[1..]};Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }

    private void DamageBase()
    {
        var path = Directory.EnumerateFiles(Path.Combine(_folder.Database, "snapshots"), "*.db").ShouldHaveSingleItem();
        File.SetAttributes(path, FileAttributes.Normal);
        // In place, as a copy over it would.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = file.Length - 1;
        file.WriteByte(0xA5);
    }

    [Fact]
    public async Task A_server_that_was_given_no_texts_does_not_serve_a_base_that_has_them()
    {
        using var without = await RunningServer.StartAsync(_folder);

        using var with = await RunningServer.StartAsync(_folder, "--documents", _folder.Documents);
        await without.PrintsAsync("made of other seeds or texts");

        (await without.QuotesAsync()).ShouldBe([null]);
        (await with.QuotesAsync()).ShouldBe(["Alpha holds 40 % of Beta."]);
    }

    [Fact]
    public async Task A_file_that_is_no_seed_is_no_change()
    {
        using var server = await RunningServer.StartAsync(_folder, "--watch");

        await File.WriteAllTextAsync(Path.Combine(_folder.Seeds, "notes.txt"), "Not a seed.");
        await Task.Delay(TimeSpan.FromSeconds(3));

        server.Printed.ShouldNotContain("have changed");
    }

    [Fact]
    public async Task A_server_that_cannot_have_its_address_leaves_the_base_of_the_other_alone()
    {
        using var first = await RunningServer.StartAsync(_folder);
        _folder.Write(SeedFolder.Valid().Replace("name: Alpha", "name: Aleph", StringComparison.Ordinal));
        var current = _folder.Store.ReadCurrent();

        var second = await ProgramRun.RunAsync("--seeds", _folder.Seeds, "--database", TestStores.SettingOf(_folder.Database), "--urls", $"http://{first.Address.Authority}");

        second.ExitCode.ShouldBe(1);
        _folder.Store.ReadCurrent().ShouldBe(current);
    }

    [Fact]
    public async Task A_server_that_follows_serves_what_others_build_and_needs_no_seeds()
    {
        _folder.Build().Dispose();
        using var server = await RunningServer.StartAsync(Path.Combine(_folder.Seeds, "nowhere"), TestStores.SettingOf(_folder.Database), "--follow");
        (await server.NamesAsync()).ShouldBe(["Alpha", "Beta"]);

        _folder.Write(SeedFolder.Valid().Replace("name: Alpha", "name: Aleph", StringComparison.Ordinal));
        _folder.Build().Dispose();

        await server.PrintsAsync("Serving another base");
        (await server.NamesAsync()).ShouldBe(["Aleph", "Beta"]);
    }

    [Fact]
    public async Task A_server_that_follows_does_not_build()
    {
        var run = await ProgramRun.RunAsync("serve", "--follow", "--watch", "--database", _folder.Database, "--urls", "http://127.0.0.1:0");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("--follow builds nothing");
    }
}
