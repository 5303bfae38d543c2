using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using KnowledgeApi.Commands;
using KnowledgeApi.Knowledge.Kinds;

namespace KnowledgeApi.Tests.Commands;

public sealed class ServeCommandTests : IDisposable
{
    private readonly SeedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_prints_what_it_loaded_and_answers_at_the_address_it_prints()
    {
        using var server = await RunningServer.StartAsync(_folder);

        server.Printed.ShouldContain("Shareholding");
        (await server.NamesAsync()).ShouldBe(["Alpha", "Beta"]);
    }

    [Fact]
    public async Task Seeds_with_an_error_leave_the_previous_base_in_service()
    {
        using (await RunningServer.StartAsync(_folder))
        {
        }

        _folder.Write(SeedFolder.Valid().Replace("name: Alpha", "nmae: Alpha", StringComparison.Ordinal));
        using var server = await RunningServer.StartAsync(_folder);

        server.Printed.ShouldContain("all.yaml:13:5: error:");
        server.Printed.ShouldContain("previous");
        (await server.NamesAsync()).ShouldBe(["Alpha", "Beta"]);
    }

    [Fact]
    public async Task Seeds_with_an_error_and_no_previous_base_end_the_program()
    {
        _folder.Write("companies: 7");

        var run = await ProgramRun.RunAsync("--seeds", _folder.Seeds, "--database", _folder.Database, "--urls", "http://127.0.0.1:0");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("all.yaml:1:12: error:");
    }

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
        var current = await File.ReadAllTextAsync(Path.Combine(_folder.Database, "current"));

        var second = await ProgramRun.RunAsync("--seeds", _folder.Seeds, "--database", _folder.Database, "--urls", $"http://{first.Address.Authority}");

        second.ExitCode.ShouldBe(1);
        (await File.ReadAllTextAsync(Path.Combine(_folder.Database, "current"))).ShouldBe(current);
    }

    /// <summary>The arguments that name a command; none is one too.</summary>
    public static TheoryData<string[]> CommandNames => [[], .. CommandLine.Create(KnowledgeKinds.Standard).Subcommands.Select(command => new[] { command.Name })];

    [Theory]
    [MemberData(nameof(CommandNames))]
    public async Task Every_command_explains_itself(string[] name)
    {
        var run = await CommandRun.RunAsync([.. name, "--help"]);

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("Usage:");
    }

    /// <summary>The program, serving in a process of its own.</summary>
    private sealed class RunningServer : IDisposable
    {
        private readonly Process _process;
        private readonly StringBuilder _printed = new();
        private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private RunningServer(SeedFolder folder, string[] options)
        {
            _process = ProgramRun.Start(["--seeds", folder.Seeds, "--database", folder.Database, "--urls", "http://127.0.0.1:0", .. options]);
            _process.OutputDataReceived += (_, e) => Read(e.Data);
            _process.ErrorDataReceived += (_, e) => Read(e.Data);
            _process.BeginOutputReadLine();
            _process.BeginErrorReadLine();
        }

        public string Printed
        {
            get
            {
                lock (_printed)
                    return _printed.ToString();
            }
        }

        public Uri Address => _address.Task.Result;

        public static async Task<RunningServer> StartAsync(SeedFolder folder, params string[] options)
        {
            var server = new RunningServer(folder, options);
            await server._address.Task.WaitAsync(TimeSpan.FromMinutes(3));
            return server;
        }

        /// <summary>Waits until it has printed something.</summary>
        public async Task PrintsAsync(string text)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
            while (!Printed.Contains(text, StringComparison.Ordinal))
                await Task.Delay(50, patience.Token);
        }

        public async Task<IReadOnlyList<string?>> QuotesAsync() =>
            [.. (await AskAsync("{ citations { nodes { quote } } }")).GetProperty("citations").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("quote").GetString())];

        public async Task<IReadOnlyList<string>> NamesAsync() =>
            [.. (await AskAsync("{ companies(order: { name: ASC }) { nodes { name } } }")).GetProperty("companies").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("name").GetString()!)];

        private async Task<JsonElement> AskAsync(string query)
        {
            using var client = new HttpClient();
            using var response = await client.PostAsJsonAsync(await _address.Task, new { query });
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            return answer.GetProperty("data");
        }

        public void Dispose()
        {
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
        }

        private void Read(string? line)
        {
            if (line is null)
                return;
            lock (_printed)
                _printed.AppendLine(line);
            if (line.Split(' ').FirstOrDefault(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)) is { } address)
                _address.TrySetResult(new Uri(address));
        }
    }
}
