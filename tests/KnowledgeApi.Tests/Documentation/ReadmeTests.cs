using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KnowledgeApi.Commands;
using KnowledgeApi.Errors;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.Sqlite;
using KnowledgeApi.Tests.Examples;

namespace KnowledgeApi.Tests.Documentation;

/// <summary>What the README and the pages in docs say is what the program does.</summary>
public sealed partial class ReadmeTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>
{
    private static readonly string Text = Read("README.md");

    private static readonly Lazy<HashSet<string>> CodeFiles = new(() =>
        [.. new[] { "src", "tests" }.SelectMany(top => Directory.EnumerateFiles(Path.Combine(Repository.Root, top), "*.cs", SearchOption.AllDirectories)).Select(file => Path.GetFileName(file))]);

    private static readonly IReadOnlyList<string> AllPages =
        ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "seeds/README.md", .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Select(page => Path.GetRelativePath(Repository.Root, page))];

    public static TheoryData<string> Pages => [.. AllPages];

    public static TheoryData<string> PagesWithQueries => [.. AllPages.Where(page => Read(page).Contains("```graphql", StringComparison.Ordinal))];

    public static TheoryData<string> PagesWithCode => [.. AllPages.Where(page => Read(page).Contains("<!-- code", StringComparison.Ordinal))];

    [Fact]
    public void Every_example_is_a_question_with_its_answer_beside_it()
    {
        var page = Read("docs/answers.md");

        ExampleLink().Matches(page).Select(link => link.Groups[1].Value).ShouldBe(Example.All.Select(example => example.Name), ignoreOrder: true);
        All(Answer(), page, "<!-- answer").Select(table => AnswerTable.Parse(table.Groups[1].Value).Example).Distinct()
            .ShouldBe(Example.All.Select(example => example.Name), ignoreOrder: true);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/answers.md")]
    public async Task Answers_on_a_page_are_those_of_the_base(string page)
    {
        var text = Read(page);
        var tables = All(Answer(), text, "<!-- answer").Select(table => AnswerTable.Parse(table.Groups[1].Value).Example);
        var pictures = All(Picture(), text, "<!-- picture").Select(picture => picture.Groups[1].Value);
        var answers = new Dictionary<string, JsonNode>();
        foreach (var name in tables.Concat(pictures).Distinct())
            answers[name] = await AnswerAsync(Example.Named(name).Text);

        var asked = Answer().Replace(text, table =>
        {
            var description = AnswerTable.Parse(table.Groups[1].Value);
            return $"<!-- answer {table.Groups[1].Value} -->\n{description.Print(answers[description.Example])}<!-- end -->";
        });
        asked = Picture().Replace(asked, picture =>
        {
            var drawing = picture.Groups[2].Value.Split('.').Aggregate(answers[picture.Groups[1].Value], (node, name) => node[name]!);
            return $"<!-- picture {picture.Groups[1].Value} {picture.Groups[2].Value} -->\n```mermaid\n{drawing}```\n";
        });
        foreach (var query in All(QueryWithAnswer(), text, "<!-- query with answer -->"))
        {
            var answer = new JsonObject { ["data"] = await AnswerAsync(query.Groups[1].Value) };
            asked = asked.Replace(query.Value, query.Value[..(query.Groups[2].Index - query.Index)] + Answers.Print(answer) + "```", StringComparison.Ordinal);
        }

        answers.ShouldNotBeEmpty();
        Snapshots.MatchPage(asked, Path.Combine(Repository.Root, page));
    }

    [Fact]
    public void The_readme_begins_with_queries_and_their_answers_also_of_ownership_and_of_groups()
    {
        var queries = All(QueryWithAnswer(), Text, "<!-- query with answer -->").Select(query => query.Groups[1].Value).ToList();

        queries.Count.ShouldBe(3);
        queries.ShouldContain(query => query.Contains("ownership(", StringComparison.Ordinal));
        queries.ShouldContain(query => query.Contains("groupBy(", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(PagesWithQueries))]
    public async Task Every_query_on_a_page_is_answered(string page)
    {
        foreach (var query in All(Query(), Read(page), "```graphql"))
            (await knowledge.QueryAsync(query.Groups[1].Value)).EnumerateObject().ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(PagesWithCode))]
    public void Code_on_a_page_is_that_of_its_file(string page)
    {
        var text = Read(page);
        All(Code(), text, "<!-- code").ShouldNotBeEmpty();

        Snapshots.MatchPage(Code().Replace(text, code => $"<!-- code {code.Groups[1].Value} -->\n```{code.Groups[2].Value}\n{Read(code.Groups[1].Value)}```\n"), Path.Combine(Repository.Root, page));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_of_a_page_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;

        All(Link(), Read(page), "](").Select(link => link.Groups[1].Value)
            .Where(target => !target.StartsWith("http", StringComparison.Ordinal))
            .Where(target => !IsThere(folder, page, target))
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_file_and_folder_a_page_names_is_there(string page)
    {
        var text = Read(page);

        CodeFile().Matches(text).Select(file => file.Groups[1].Value).Where(name => !CodeFiles.Value.Contains(name)).ShouldBeEmpty();
        CodePath().Matches(text).Select(path => path.Groups[1].Value).Where(path => !Path.Exists(Path.Combine(Repository.Root, path))).ShouldBeEmpty();
    }

    [Fact]
    public void It_has_every_error_code_and_no_other() =>
        Rows("Error codes").ShouldBe(
            typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Concat(typeof(KnowledgeErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static)).Select(field => (string)field.GetRawConstantValue()!), ignoreOrder: true);

    [Fact]
    public void It_has_every_option_of_every_command()
    {
        var commands = CommandLine.Create(KnowledgeKinds.Standard).Subcommands;

        Rows("Commands").ShouldBe(commands.SelectMany(command => command.Options.Select(option => option.Name).Append(command.Name)).Distinct(), ignoreOrder: true);
    }

    [Fact]
    public void It_has_every_setting()
    {
        var settings = typeof(KnowledgeSettings).GetProperties().Select(setting => setting.Name).Where(name => name != "EqualityContract").ToList();

        Rows("Settings").ShouldBe(settings.Select(name => $"Knowledge:{name}").Append("Urls"), ignoreOrder: true);
        settings.Select(name => $"`KNOWLEDGE_{name.ToUpperInvariant()}`").ShouldAllBe(variable => Text.Contains(variable));
    }

    [Fact]
    public void It_has_the_sizes_of_pages()
    {
        using var folder = new SeedFolder();
        using var snapshot = folder.Build();
        using var pool = KnowledgeData.CreatePool(snapshot);
        var data = KnowledgeData.CreateOptions(pool, () => throw new InvalidOperationException(), version: "none");

        Text.ShouldContain($"{data.DefaultPageSize} objects unless");
        Text.ShouldContain($"at most {data.MaxPageSize}");
    }

    [Fact]
    public async Task Every_request_of_the_http_file_is_answered_but_the_last_with_an_error()
    {
        var codes = new List<string?>();
        foreach (Match body in Body().Matches(Read("src/KnowledgeApi/KnowledgeApi.http")))
        {
            var request = JsonNode.Parse(body.Value)!;
            var response = await knowledge.SendAsync((string)request["query"]!, request["variables"]);
            codes.Add(response.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null);
        }

        codes.ShouldBe([null, null, null, null, null, null, ErrorCodes.PageTooLarge]);
    }

    private async Task<JsonNode> AnswerAsync(string query) =>
        Answers.Keep(await knowledge.QueryAsync(query), Repository.Documents is not null);

    /// <summary>All that a pattern finds: as many as the page has marks, so that a part that is written another way is not passed over.</summary>
    private static List<Match> All(Regex pattern, string text, string mark)
    {
        var found = pattern.Matches(text);
        found.Count.ShouldBe(text.Split(mark).Length - 1, $"{mark} stands where {pattern} does not find it");
        return [.. found.Cast<Match>()];
    }

    /// <summary>Whether a link leads to a file that is there and, if it names one, to a heading of that file.</summary>
    private static bool IsThere(string folder, string page, string target)
    {
        var parts = target.Split('#', 2);
        var file = parts[0].Length > 0 ? Path.Combine(folder, parts[0]) : Path.Combine(Repository.Root, page);
        return Path.Exists(file) && (parts.Length == 1 || Heading().Matches(System.IO.File.ReadAllText(file)).Any(heading => AnchorOf(heading.Groups[1].Value) == parts[1]));
    }

    /// <summary>The name that a heading has as the target of a link: its text in small letters, without punctuation, with hyphens for blanks.</summary>
    private static string AnchorOf(string heading) =>
        Punctuation().Replace(LinkText().Replace(heading, "$1").Trim().ToLowerInvariant(), "").Replace(' ', '-');

    private static string Read(string page) => System.IO.File.ReadAllText(Path.Combine(Repository.Root, page));

    /// <summary>The first cells of a section's tables.</summary>
    private static IEnumerable<string> Rows(string section)
    {
        var body = Regex.Match(Text, $@"^## {section}\n(.*?)(?=^## |\z)", RegexOptions.Singleline | RegexOptions.Multiline).Groups[1].Value;
        return Row().Matches(body).Select(row => row.Groups[1].Value.Split(' ')[0]);
    }

    [GeneratedRegex(@"\(examples/(\w+)\.graphql\)")]
    private static partial Regex ExampleLink();

    [GeneratedRegex(@"<!-- answer (.+?) -->\n(.*?)<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Answer();

    [GeneratedRegex(@"<!-- picture (\w+) (\S+) -->\n```mermaid\n.*?```\n", RegexOptions.Singleline)]
    private static partial Regex Picture();

    [GeneratedRegex(@"<!-- query with answer -->\n```graphql\n(.*?)```\n.*?```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex QueryWithAnswer();

    [GeneratedRegex(@"^<!-- code (\S+) -->\n```(\w+)\n.*?^```\n", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"^```graphql\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Query();

    [GeneratedRegex(@"^\{.*?\}$(?=\s*(###|\z))", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Body();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)\s]+\)")]
    private static partial Regex LinkText();

    [GeneratedRegex(@"^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex Punctuation();

    [GeneratedRegex(@"`(\w+\.cs)`")]
    private static partial Regex CodeFile();

    [GeneratedRegex(@"`((?:src|tests|docs|seeds)/[\w./-]+)`")]
    private static partial Regex CodePath();

    [GeneratedRegex(@"^\| `([^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Row();
}
