using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace KnowledgeApi.Tests.Harness;

/// <summary>Snapshots fail where something is missing or has changed, and say what.</summary>
public sealed class SnapshotsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots-").FullName;

    private string Test => Path.Combine(_folder, "SomeTests.cs");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_approved_passes()
    {
        Approve("a: 1\n");

        Should.NotThrow(() => Snapshots.Match("a: 1\n", "Answer", Test));
    }

    [UnlessApprovingFact]
    public void What_has_changed_is_shown_line_by_line()
    {
        Approve("a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n");

        var failure = Should.Throw<FailException>(() => Snapshots.Match("a: 1\nb: 2\nc: 3\nd: 5\ne: 5\n", "Answer", Test));

        failure.Message.ShouldContain("  ...\n  b: 2\n  c: 3\n- d: 4\n+ d: 5\n  e: 5\n");
        File.ReadAllText(Path.Combine(_folder, "__snapshots__", "__mismatch__", "Answer.snap")).ShouldContain("d: 5");
    }

    [UnlessApprovingFact]
    public void What_nobody_has_approved_fails()
    {
        Should.Throw<FailException>(() => Snapshots.Match("a: 1\n", "Answer", Test)).Message.ShouldContain("Nothing is approved yet.");

        File.Exists(Path.Combine(_folder, "__snapshots__", "Answer.snap")).ShouldBeFalse();
    }

    private void Approve(string text)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "__snapshots__"));
        File.WriteAllText(Path.Combine(_folder, "__snapshots__", "Answer.snap"), text);
    }

    /// <summary>A test that a run with <c>APPROVE=1</c> would make pass by itself.</summary>
    private sealed class UnlessApprovingFactAttribute([CallerMemberName] string test = "")
        : ConditionalFactAttribute(Snapshots.Approving ? "APPROVE=1 takes what it gets." : null, test);
}
