using System.Net;
using System.Net.Sockets;

namespace KnowledgeApi.Tests.Commands;

/// <summary>What cannot be done is told in one sentence with the next step, before anything is started, and ends the program with 1.</summary>
public sealed class WrongInvocationTests : IDisposable
{
    private readonly SeedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("chek", "There is no command chek. Did you mean \"check\"?")]
    [InlineData("check --seed x", "There is no option --seed of check. Did you mean \"--seeds\"?")]
    [InlineData("cite opening some words", "cite cannot do anything with \"words\".")]
    [InlineData("check --seeds", "Required argument missing for option: '--seeds'.")]
    [InlineData("--urls 5616", "\"5616\" is no address to listen at.")]
    [InlineData("--urls ", "--urls is given nothing.")]
    [InlineData("--seeds nowhere", "There is no folder of seeds at nowhere.")]
    [InlineData("check --documents ROOT/README.md", "The documents must be a folder, but ROOT/README.md is a file.")]
    [InlineData("--database ROOT/README.md", "ROOT/README.md is a file, but bases are kept in a folder.")]
    [InlineData("--database ROOT/docs/decisions", "ROOT/docs/decisions is a folder of other things, such as 0001-own-engine.md.")]
    [InlineData("--database ROOT/README.md/data", "ROOT/README.md is a file, not a folder.")]
    public async Task A_mistake_gets_a_sentence_and_the_next_step(string arguments, string sentence)
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"));

        var run = await CommandRun.RunAsync([.. arguments.Split(' ').Select(argument => argument.Replace("ROOT", Repository.Root, StringComparison.Ordinal))]);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        var lines = run.Errors.TrimEnd().Split('\n');
        lines.Length.ShouldBe(2, run.Errors);
        lines[0].TrimEnd().ShouldEndWith(sentence.Replace("ROOT", Repository.Root, StringComparison.Ordinal));
        (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"))).ShouldBe(readme);
    }

    /// <summary>Wherever an address lands, there may be a password in it.</summary>
    [Theory]
    [InlineData("build", "--database", "jdbc:postgresql://host/base?user=user&password=secret")]
    [InlineData("build", "--database", "postgresql://user:12/secret@host/base")]
    [InlineData("build", "--database", "Username=user;Password=secret;Hots=host")]
    [InlineData("build", "--database", "host=host", "user=user", "password=secret")]
    [InlineData("build", "--database", "Host=host;", "Password=secret")]
    [InlineData("build", "--databse=postgresql://user:secret@host/base")]
    [InlineData("postgresql://user:secret@host/base")]
    public async Task A_password_is_never_printed_and_no_folder_is_made_of_it(params string[] arguments)
    {
        var run = await CommandRun.RunAsync(arguments);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Errors.TrimEnd().Split('\n').Length.ShouldBe(2, run.Errors);
        run.Errors.ShouldNotContain("secret");
        run.Errors.ShouldContain("database");
        Directory.EnumerateFileSystemEntries(Directory.GetCurrentDirectory(), "*secret*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_port_in_use_is_told_before_the_base_is_built()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var run = await CommandRun.RunAsync("--seeds", _folder.Seeds, "--database", _folder.Database, "--urls", $"http://{other.LocalEndpoint}");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("already");
        run.Errors.ShouldContain("choose another port");
        run.Errors.ShouldNotContain("   at ");
        Directory.Exists(_folder.Database).ShouldBeFalse();
    }

    [Fact]
    public async Task Settings_are_looked_at_before_the_base_is_built()
    {
        var run = await ProgramRun.RunAsync(
            new Dictionary<string, string> { ["GraphQL__Parser__MaxTokenz"] = "5" }, "--seeds", _folder.Seeds, "--database", _folder.Database, "--urls", "http://127.0.0.1:0");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldStartWith("There is no setting GraphQL:Parser:MaxTokenz.");
        Directory.Exists(_folder.Database).ShouldBeFalse();
    }
}
