using System.Text.RegularExpressions;

namespace KnowledgeApi.Tests.Documentation;

/// <summary>What the command says of the seeds of the repository is the page of the documentation.</summary>
public sealed partial class DisagreementsPageTests
{
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "disagreements.md");

    [Fact]
    public async Task The_page_is_what_the_command_prints()
    {
        var run = await CommandRun.RunAsync("disagreements", "--seeds", Repository.Seeds);

        run.ExitCode.ShouldBe(0);
        Snapshots.MatchPage(run.Output, Page);
    }

    [Fact]
    public void Wordings_are_eight_words_at_most() =>
        Rows().Select(row => row[2]).Where(wording => Word().Count(wording) > 8).ShouldBeEmpty();

    [Fact]
    public void Each_row_names_its_document_who_speaks_there_what_is_said_and_how_it_is_stated() =>
        Rows().ShouldAllBe(row => row.Length == 6 && row[0].Length > 0 && row[1].Length > 0 && row[3].Length > 0 && row[4].Length > 0);

    [Fact]
    public async Task Seeds_with_an_error_make_no_page()
    {
        using var folder = new SeedFolder();
        folder.Write(SeedFolder.Valid().Replace("owner: alpha", "owner: nobody", StringComparison.Ordinal));

        var run = await CommandRun.RunAsync("disagreements", "--seeds", folder.Seeds);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("Unknown entity \"nobody\"");
    }

    private static List<string[]> Rows() =>
        [.. File.ReadLines(Page).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| document |", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal)).Select(line => Cell().Split(line.Trim()[2..^2]))];

    [GeneratedRegex(@"(?<!\\) ?\| ?")]
    private static partial Regex Cell();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
