using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KnowledgeApi.Tests.Documentation;

/// <summary>The README's tutorial, followed to the letter: its files are written and its commands typed in the clone's root.</summary>
public sealed partial class TutorialTests : IDisposable
{
    private static readonly string Text = System.IO.File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    // Its folder in the clone's root, unless somebody who follows it by hand has it already.
    private readonly string _own = Path.Exists(Path.Combine(Repository.Root, "my")) ? $"my-{Guid.NewGuid():N}" : "my";

    public void Dispose()
    {
        if (Path.Combine(Repository.Root, _own) is var own && Directory.Exists(own))
            Directory.Delete(own, recursive: true);
    }

    [Fact]
    public async Task A_newcomer_who_follows_it_gets_what_it_prints_and_an_answer()
    {
        var (files, commands, server, query) = (File().Matches(Text), Command().Matches(Text), Server().Match(Text), Query().Match(Text));
        (files.Count, commands.Count, server.Success, query.Success).ShouldBe((2, 2, true, true));

        foreach (Match file in files)
        {
            var path = Path.Combine(Repository.Root, Own(file.Groups[1].Value));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await System.IO.File.WriteAllTextAsync(path, file.Groups[2].Value);
        }

        for (var i = 0; i < commands.Count; i++)
        {
            // The first builds, as the newcomer's does; nothing has changed for the others.
            var run = await ProgramRun.WaitAsync(ProgramRun.StartDotnet(Arguments(commands[i].Groups[1].Value, build: i == 0)));

            run.ExitCode.ShouldBe(0, run.Output + run.Errors);
            run.Output.ShouldBe(Own(commands[i].Groups[2].Value));
        }

        // As printed, but at a port that is free.
        using var process = ProgramRun.StartDotnet(Arguments(server.Groups[1].Value, build: false), new() { ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" });
        try
        {
            using var client = new HttpClient();
            var address = await FindAddressAsync(process.StandardOutput).WaitAsync(TimeSpan.FromMinutes(3));
            using var response = await client.PostAsJsonAsync(address, new { query = query.Groups[1].Value });

            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            answer.GetProperty("data").GetProperty("shareholdings").GetProperty("nodes")[0].GetProperty("citations").GetProperty("nodes")[0].GetProperty("quote").GetString()
                .ShouldBe(QuotedWords().Match(Text).Groups[1].Value);
            System.IO.File.Exists(Path.Combine(Repository.Root, _own, "data", "current")).ShouldBeTrue();
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task From_another_folder_paths_mean_that_folder()
    {
        using var folder = new SeedFolder();
        var elsewhere = Path.GetDirectoryName(folder.Seeds);

        var run = await ProgramRun.WaitAsync(ProgramRun.StartDotnet(
            ["run", "--no-build", "--project", Path.Combine(Repository.Root, "src", "KnowledgeApi"), "--", "check", "--seeds", "seeds", "--documents", "documents"], folder: elsewhere));

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("No error in seeds: 1 claim");
    }

    private string Own(string text) => text.Replace("my/", $"{_own}/", StringComparison.Ordinal);

    private IEnumerable<string> Arguments(string command, bool build)
    {
        var arguments = Argument().Matches(Own(command)).Select(argument => argument.Value.Trim('"'));
        return build ? arguments : ["run", "--no-build", .. arguments.Skip(1)];
    }

    private static async Task<Uri> FindAddressAsync(StreamReader output)
    {
        var printed = new StringBuilder();
        while (await output.ReadLineAsync() is { } line)
        {
            printed.AppendLine(line);
            if (line.Split(' ').FirstOrDefault(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)) is { } address)
                return new Uri(address);
        }

        throw new InvalidOperationException($"The server ended before it told its address:\n{printed}");
    }

    [GeneratedRegex(@"<!-- file (my/\S+) -->\n```\w*\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex File();

    [GeneratedRegex(@"^\$ dotnet (run --project src/KnowledgeApi -- .*?)\n(.*?)(?=^```|^\$)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"^dotnet (run --project src/KnowledgeApi -- --seeds my/.*)$", RegexOptions.Multiline)]
    private static partial Regex Server();

    [GeneratedRegex(@"^Ask for `(\{.*?\})`", RegexOptions.Multiline)]
    private static partial Regex Query();

    [GeneratedRegex(@"-- cite \S+ ""([^""]*)""")]
    private static partial Regex QuotedWords();

    [GeneratedRegex(@"""[^""]*""|\S+")]
    private static partial Regex Argument();
}
