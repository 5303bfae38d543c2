namespace KnowledgeApi.Tests.Commands;

public sealed class CiteCommandTests : IDisposable
{
    private readonly SeedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Words_that_occur_once_give_a_span_and_hash_to_paste()
    {
        var run = await CiteAsync("opening", "Alpha holds 40 % of Beta.");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("- document: opening");
        run.Output.ShouldContain("span: [35, 60]");
        SeedFolder.Valid().ShouldContain(run.Output.Split('\n').First(line => line.Contains("sha256", StringComparison.Ordinal)).Trim());
    }

    [Fact]
    public async Task Words_that_occur_twice_give_both_places_and_say_so()
    {
        var run = await CiteAsync("opening", "holds 40 % of");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("2 times");
        run.Output.ShouldContain("paragraph: 2");
        run.Output.ShouldContain("paragraph: 3");
    }

    [Fact]
    public async Task Words_that_do_not_occur_give_the_nearest_passage()
    {
        var run = await CiteAsync("opening", "Alpha held 40 % of Beta");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("Alpha holds 40 % of Beta");
    }

    [Fact]
    public async Task An_unknown_document_gives_the_known_ones()
    {
        var run = await CiteAsync("closing", "Beta");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("opening");
    }

    [Fact]
    public async Task Without_texts_it_says_what_is_needed()
    {
        var run = await CommandRun.RunAsync("cite", "opening", "Beta", "--seeds", _folder.Seeds);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("--documents DIR");
    }

    private Task<CommandRun> CiteAsync(string document, string words) =>
        CommandRun.RunAsync("cite", document, words, "--seeds", _folder.Seeds, "--documents", _folder.Documents);
}
