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
}
