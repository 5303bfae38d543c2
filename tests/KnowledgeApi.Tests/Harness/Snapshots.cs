using System.Runtime.CompilerServices;
using Snapshooter;
using Snapshooter.Xunit;

namespace KnowledgeApi.Tests.Harness;

/// <summary>
/// Answers that someone has read and found right, each a file in the folder <c>__snapshots__</c> beside its test. Where an answer
/// differs or nothing is approved yet the test fails and leaves the answer in <c>__snapshots__/__mismatch__</c>. Run the tests with
/// <c>APPROVE=1</c> to take the new answers, and review the difference as any other.
/// </summary>
public static class Snapshots
{
    static Snapshots() => Environment.SetEnvironmentVariable("SNAPSHOOTER_STRICT_MODE", Approving ? "off" : "on");

    /// <summary>Whether this run takes what it gets.</summary>
    public static bool Approving => Environment.GetEnvironmentVariable("APPROVE") is "1";

    /// <summary>The text must be what the snapshot of this name holds.</summary>
    public static void Match(string text, string name, [CallerFilePath] string test = "")
    {
        var snapshot = new SnapshotFullName($"{name}.snap", Path.GetDirectoryName(test)!);
        var file = Path.Combine(snapshot.FolderPath, "__snapshots__", snapshot.Filename);
        if (Approving)
            File.Delete(file);
        var approved = File.Exists(file) ? File.ReadAllText(file) : null;
        try
        {
            Snapshot.Match(text, snapshot);
        }
        catch (Exception failure) when (failure is not IOException)
        {
            Fail(file, approved, text);
        }
    }

    /// <summary>The text must be what the page holds.</summary>
    public static void MatchPage(string text, string file)
    {
        var approved = File.ReadAllText(file);
        if (Approving)
            File.WriteAllText(file, text);
        else if (text != approved)
            Fail(file, approved, text);
    }

    /// <summary>The names of the snapshots beside a test.</summary>
    public static IEnumerable<string> Names([CallerFilePath] string test = "") =>
        Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(test)!, "__snapshots__"), "*.snap").Select(file => Path.GetFileNameWithoutExtension(file));

    private static void Fail(string file, string? approved, string text)
    {
        var difference = approved is null ? "Nothing is approved yet." : LineDifference.Between(approved, text);
        Assert.Fail($"{Path.GetRelativePath(Repository.Root, file)}:\n{difference}\nIf the new answer is right, run the tests again with APPROVE=1.");
    }
}
