using System.Runtime.CompilerServices;
using System.Text;
using KnowledgeApi.Commands;
using KnowledgeApi.Knowledge.Kinds;

namespace KnowledgeApi.Tests.Harness;

/// <summary>A command run in this process, which takes a hundredth of the time that a process of its own does.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it printed to standard output.</param>
/// <param name="Errors">What it printed to standard error.</param>
public sealed record CommandRun(int ExitCode, string Output, string Errors)
{
    private static readonly AsyncLocal<StringBuilder?> Out = new();
    private static readonly AsyncLocal<StringBuilder?> Error = new();

    /// <summary>Runs a command to its end.</summary>
    public static Task<CommandRun> RunAsync(params string[] arguments) => RunAsync(KnowledgeKinds.Standard, arguments);

    /// <summary>Runs a command of a program of other kinds to its end.</summary>
    public static async Task<CommandRun> RunAsync(KnowledgeKinds kinds, params string[] arguments)
    {
        var (output, errors) = (new StringBuilder(), new StringBuilder());
        // Set for this call alone: what an async method sets does not flow back to its caller.
        (Out.Value, Error.Value) = (output, errors);
        var code = await CommandLine.InvokeAsync(arguments, kinds);
        return new CommandRun(code, output.ToString(), errors.ToString());
    }

    /// <summary>Before anything is written: the console keeps the first writers it is asked for. And no setting of this machine reaches a command.</summary>
    [ModuleInitializer]
    internal static void Prepare()
    {
        Console.SetOut(new Router(Out, Console.Out));
        Console.SetError(new Router(Error, Console.Error));
        _ = Repository.Documents;
        Environment.SetEnvironmentVariable("KNOWLEDGE_DOCUMENTS", null);
    }

    /// <summary>Gives what is written to the run that writes it.</summary>
    private sealed class Router(AsyncLocal<StringBuilder?> run, TextWriter other) : TextWriter
    {
        public override Encoding Encoding => other.Encoding;

        public override void Write(char value)
        {
            if (run.Value is not { } text)
            {
                other.Write(value);
                return;
            }

            lock (text)
                text.Append(value);
        }
    }
}
