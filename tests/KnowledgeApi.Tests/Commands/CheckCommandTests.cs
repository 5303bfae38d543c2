namespace KnowledgeApi.Tests.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private readonly SeedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sound_seeds_pass_and_are_counted()
    {
        var run = await ProgramRun.RunAsync("check", "--seeds", _folder.Seeds, "--documents", _folder.Documents);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("1 claim, 1 citation, 2 entities, 1 document");
        run.Output.ShouldContain("1 EXACT");
    }

    [Fact]
    public async Task Without_texts_it_says_that_citations_were_not_checked()
    {
        var run = await ProgramRun.RunAsync("check", "--seeds", _folder.Seeds);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("The documents' texts are not here, which is normal: answers are complete, but quotes are null and 1 citation cannot be checked.");
        run.Output.ShouldNotContain("1 UNCHECKED");
        run.Output.ShouldContain("--documents DIR");
    }

    [Fact]
    public async Task All_problems_are_named_at_once_with_file_line_and_column()
    {
        _folder.Write(SeedFolder.Valid()
            .Replace("owner: alpha", "owner: alhpa", StringComparison.Ordinal)
            .Replace("share: \"40\"", "share: \"140\"", StringComparison.Ordinal)
            .Replace("status: ACTUAL", "status: REAL", StringComparison.Ordinal));

        var run = await ProgramRun.RunAsync("check", "--seeds", _folder.Seeds);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("all.yaml:18:12: error:");
        run.Errors.ShouldContain("alpha");
        run.Errors.ShouldContain("all.yaml:20:12: error:");
        run.Errors.ShouldContain("all.yaml:21:13: error:");
        run.Errors.ShouldContain("ACTUAL");
    }

    [Fact]
    public async Task A_span_whose_hash_differs_is_an_error_only_the_texts_can_show()
    {
        _folder.Write(SeedFolder.Valid().Replace("span: [35,", "span: [36,", StringComparison.Ordinal));

        var blind = await ProgramRun.RunAsync("check", "--seeds", _folder.Seeds);
        var seeing = await ProgramRun.RunAsync("check", "--seeds", _folder.Seeds, "--documents", _folder.Documents);

        blind.ExitCode.ShouldBe(0, blind.Errors);
        seeing.ExitCode.ShouldBe(1);
        seeing.Errors.ShouldContain("all.yaml");
        seeing.Errors.ShouldContain("[36, 60]");
    }

    [Fact]
    public async Task A_missing_folder_of_texts_is_an_error_and_says_what_to_do()
    {
        var run = await ProgramRun.RunAsync("check", "--seeds", _folder.Seeds, "--documents", Path.Combine(_folder.Documents, "none"));

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("--documents DIR");
    }

    [Fact]
    public async Task A_missing_text_is_a_warning_that_names_the_document()
    {
        foreach (var file in Directory.GetFiles(_folder.Documents))
            File.Delete(file);

        var run = await ProgramRun.RunAsync("check", "--seeds", _folder.Seeds, "--documents", _folder.Documents);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldContain("warning");
        run.Errors.ShouldContain("opening");
        run.Output.ShouldContain($"UNCHECKED are those of documents whose text is not in {_folder.Documents}");
    }

    [Fact]
    public async Task It_counts_the_groups_of_claims_by_verdict()
    {
        var run = await ProgramRun.RunAsync("check", "--seeds", _folder.Seeds);

        run.Output.ShouldContain("1 group of claims that state the same: 1 SINGLE.");
    }

    [Fact]
    public async Task Accepted_findings_come_after_the_open_ones_with_the_reason()
    {
        _folder.Write(SeedFolder.Valid() + "\naccepted:\n  - { finding: document-undated.opening, reason: No one remembers. }\n");

        var run = await ProgramRun.RunAsync("check", "--seeds", _folder.Seeds);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.IndexOf("document-without-text.opening", StringComparison.Ordinal).ShouldBeInRange(0, run.Output.IndexOf("document-undated.opening", StringComparison.Ordinal));
        run.Output.ShouldContain("No one remembers.");
    }

    [Fact]
    public async Task An_accepted_finding_that_is_not_there_is_an_error_and_names_the_nearest()
    {
        _folder.Write(SeedFolder.Valid() + "\naccepted:\n  - { finding: document-undatet.opening, reason: No one remembers. }\n");

        var run = await ProgramRun.RunAsync("check", "--seeds", _folder.Seeds);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("Did you mean \"document-undated.opening\"?");
    }

    [Fact]
    public async Task A_finding_of_severity_error_fails_until_it_is_accepted_with_its_reason()
    {
        _folder.Write(TooMuch);
        var open = await ProgramRun.RunAsync("check", "--seeds", _folder.Seeds);
        _folder.Write($"{TooMuch}\naccepted:\n  - {{ finding: shares-over-100.beta, reason: Both are printed. }}\n");
        var accepted = await ProgramRun.RunAsync("check", "--seeds", _folder.Seeds);

        open.ExitCode.ShouldBe(1);
        open.Output.ShouldContain("No error in");
        open.Errors.ShouldStartWith("1 finding of severity ERROR: ");
        open.Errors.ShouldContain("accepted:");
        accepted.ExitCode.ShouldBe(0, accepted.Errors);
    }

    /// <summary>Two owners that hold more than the whole on one day.</summary>
    private static string TooMuch
    {
        get
        {
            var stake = SeedFolder.Valid().Replace("status: ACTUAL", "status: ACTUAL\n    validity: { at: 2019-05-01 }", StringComparison.Ordinal);
            var other = stake[stake.IndexOf("  - id: beta-alpha-40", StringComparison.Ordinal)..]
                .Replace("beta-alpha-40", "beta-gamma-70", StringComparison.Ordinal)
                .Replace("owner: alpha", "owner: gamma", StringComparison.Ordinal)
                .Replace("share: \"40\"", "share: \"70\"", StringComparison.Ordinal);
            return $"{stake.Replace("companies:\n", "companies:\n  - id: gamma\n    name: Gamma\n", StringComparison.Ordinal)}\n{other}";
        }
    }
}
