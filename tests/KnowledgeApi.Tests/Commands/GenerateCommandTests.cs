using System.Diagnostics;
using System.Globalization;

namespace KnowledgeApi.Tests.Commands;

public sealed class GenerateCommandTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("generate-").FullName;

    private string Output => Path.Combine(_root, "seeds");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("jsonl")]
    [InlineData("yaml")]
    public async Task What_it_writes_passes_check(string format)
    {
        var generate = await CommandRun.RunAsync("generate", "--companies", "50", "--seed", "3", "--format", format, "--output", Output);
        var check = await CommandRun.RunAsync("check", "--seeds", Output);

        generate.ExitCode.ShouldBe(0, generate.Errors);
        generate.Output.ShouldContain("50 companies");
        Directory.EnumerateFiles(Output).ShouldAllBe(file => Path.GetExtension(file) == $".{format}");
        check.ExitCode.ShouldBe(0, check.Errors);
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_refused_and_left_alone()
    {
        await File.WriteAllTextAsync(Path.Combine(_root, "mine.txt"), "mine");

        var run = await CommandRun.RunAsync("generate", "--companies", "1", "--output", _root);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldBe($"{_root} is not empty.\nGive a folder that is empty or not there yet with --output DIR.\n");
        Directory.EnumerateFileSystemEntries(_root).Count().ShouldBe(1);
    }

    [Fact]
    public async Task What_cannot_be_written_leaves_no_folder()
    {
        // The folders above can be made; no file system takes a name this long.
        var run = await CommandRun.RunAsync("generate", "--companies", "1", "--output", Path.Combine(_root, "a", "b", new string('c', 300)));

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldStartWith("The seeds cannot be written: ");
        Directory.EnumerateFileSystemEntries(_root).ShouldBeEmpty();
    }

    /// <summary>As who shuts a machine down or stops a container does. Windows has no such signal.</summary>
    [Fact]
    public async Task Who_ends_it_finds_nothing_left()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var process = ProgramRun.Start("generate", "--companies", "500000", "--output", Path.Combine(_root, "a", "b"));
        SpinWait.SpinUntil(() => Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Any(), TimeSpan.FromMinutes(1)).ShouldBeTrue();

        using (var kill = Process.Start("kill", ["-s", "TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        var run = await ProgramRun.WaitAsync(process);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldStartWith("Interrupted: nothing is left behind.");
        Directory.EnumerateFileSystemEntries(_root).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--companies 0 --output x", "--companies 0 is too few.")]
    [InlineData("--companies 500001 --output x", "--companies 500001 is too many.")]
    [InlineData("--output x", "Option '--companies' is required.")]
    [InlineData("--companies 1", "Option '--output' is required.")]
    public async Task A_mistake_gets_a_sentence(string arguments, string sentence)
    {
        var run = await CommandRun.RunAsync(["generate", .. arguments.Split(' ')]);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldStartWith(sentence);
    }
}
