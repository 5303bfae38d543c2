using System.Diagnostics;
using KnowledgeApi.GraphQL.Schemas;
using KnowledgeApi.OddServer;

namespace KnowledgeApi.Benchmarks.Comparison;

/// <summary>A valid document of 3,400 fragments, each of which spreads the next one, judged in a process of its own.</summary>
internal static class FragmentChain
{
    public const string Command = "fragment-chain";

    private const int Length = 3_400;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static string Document { get; } =
        "{...F0}" + string.Concat(Enumerable.Range(0, Length).Select(i => $"fragment F{i} on Query{{...F{i + 1}}}")) + $"fragment F{Length} on Query{{__typename}}";

    /// <summary>Has one of the two, <c>engine</c> or <c>graphql-net</c>, judge it; how that ended.</summary>
    public static async Task<string> RunAsync(string name)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(FragmentChain).Assembly.Location, Command, name]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        try
        {
            // It is lost from the first line it writes on: writing all the frames of an overflow is not waited for.
            var fault = await process.StandardError.ReadLineAsync().WaitAsync(Limit);
            return fault is null ? (await process.StandardOutput.ReadToEndAsync()).Trim() : $"ends the process: {fault}";
        }
        catch (TimeoutException)
        {
            return $"not done after {Limit.TotalSeconds} seconds";
        }
        finally
        {
            process.Kill();
        }
    }

    /// <summary>What the process does: as in a server, on a thread of the pool.</summary>
    public static async Task JudgeAsync(string name)
    {
        var verdict = await Task.Run(async () => name == "engine" ? EngineJudge.Judge(Document) : await GraphQLNetJudge.JudgeAsync(GraphQLNetOddSchema.Build(SchemaPrinter.Print(OddSchema.Schema)), Document));
        Console.WriteLine(verdict.Stage == Stage.Valid ? "accepted" : $"refused: {verdict.Message}");
    }
}
