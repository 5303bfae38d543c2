namespace KnowledgeApi.Tests;

/// <summary>
/// Files that hold what someone has read and found right. Where an answer differs, the test fails and leaves it beside the file
/// as <c>*.received.*</c>; run the tests with <c>APPROVE=1</c> to take the new answers, and review the difference as any other.
/// </summary>
public static class Approved
{
    /// <summary>Whether this run takes what it gets.</summary>
    public static bool Approving => Environment.GetEnvironmentVariable("APPROVE") is "1";

    /// <summary>The text must be what the file holds.</summary>
    public static void Match(string file, string text)
    {
        var received = Path.ChangeExtension(file, ".received" + Path.GetExtension(file));
        File.Delete(received);
        if (Approving)
        {
            File.WriteAllText(file, text);
            return;
        }

        var approved = File.Exists(file) ? File.ReadAllText(file) : "";
        if (text == approved)
            return;
        File.WriteAllText(received, text);
        Assert.Fail($"{Path.GetRelativePath(Repository.Root, file)}: {Difference(approved, text)}\nIf the new answer is right, run the tests again with APPROVE=1.");
    }

    private static string Difference(string approved, string text)
    {
        if (approved.Length == 0)
            return "nothing is approved yet.";
        var (old, now) = (approved.Split('\n'), text.Split('\n'));
        var line = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {line + 1} was\n  {old.ElementAtOrDefault(line)}\nand is\n  {now.ElementAtOrDefault(line)}";
    }
}
