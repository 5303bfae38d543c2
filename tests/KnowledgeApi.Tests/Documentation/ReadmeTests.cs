using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KnowledgeApi.Commands;
using KnowledgeApi.Errors;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.Hosting;
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

    public static TheoryData<string> Pages =>
        ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Select(page => Path.GetRelativePath(Repository.Root, page))];

    [Fact]
    public void Every_example_is_a_question_with_its_answer_beside_it()
    {
        var page = Read("docs/answers.md");

        ExampleLink().Matches(page).Select(link => link.Groups[1].Value).ShouldBe(Example.All.Select(example => example.Name), ignoreOrder: true);
        Answer().Matches(page).Select(table => AnswerTable.Parse(table.Groups[1].Value).Example).Distinct()
            .ShouldBe(Example.All.Select(example => example.Name), ignoreOrder: true);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/answers.md")]
    public async Task Answers_on_a_page_are_those_of_the_base(string page)
    {
        var text = Read(page);
        var answers = new Dictionary<string, JsonNode>();
        foreach (var name in Answer().Matches(text).Select(table => AnswerTable.Parse(table.Groups[1].Value).Example).Concat(Picture().Matches(text).Select(picture => picture.Groups[1].Value)).Distinct())
            answers[name] = await AnswerAsync(Example.Named(name).Text);

        var told = Answer().Replace(text, table =>
        {
            var description = AnswerTable.Parse(table.Groups[1].Value);
            return $"<!-- answer {table.Groups[1].Value} -->\n{description.Print(answers[description.Example])}<!-- end -->";
        });
        told = Picture().Replace(told, picture =>
        {
            var drawing = picture.Groups[2].Value.Split('.').Aggregate(answers[picture.Groups[1].Value], (node, name) => node[name]!);
            return $"<!-- picture {picture.Groups[1].Value} {picture.Groups[2].Value} -->\n```mermaid\n{drawing}```\n";
        });
        if (FirstQuery().Match(text) is { Success: true } first)
        {
            var answer = new JsonObject { ["data"] = await AnswerAsync(first.Groups[1].Value) };
            told = FirstQuery().Replace(told, example => example.Value.Replace(example.Groups[2].Value, Answers.Print(answer), StringComparison.Ordinal));
        }

        Snapshots.MatchPage(told, Path.Combine(Repository.Root, page));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_query_on_a_page_is_answered(string page)
    {
        foreach (Match query in Query().Matches(Read(page)))
            (await knowledge.QueryAsync(query.Groups[1].Value)).ToString().ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_of_a_page_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;

        Link().Matches(Read(page)).Select(link => link.Groups[1].Value)
            .Where(target => !target.StartsWith("http", StringComparison.Ordinal))
            .Where(target => !Leads(target.Split('#'))).ShouldBeEmpty();

        bool Leads(string[] target)
        {
            var file = target[0].Length == 0 ? Path.Combine(Repository.Root, page) : Path.Combine(folder, target[0]);
            return Path.Exists(file) && (target.Length == 1 || Heading().Matches(System.IO.File.ReadAllText(file)).Any(heading => Anchor(heading.Groups[1].Value) == target[1]));
        }
    }

    /// <summary>What a heading is linked to by: small letters, blanks as hyphens, nothing else.</summary>
    private static string Anchor(string heading) =>
        string.Concat(LinkText().Replace(heading.Trim(), "$1").ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_').Select(c => c == ' ' ? '-' : c));

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
        var options = new CommonOptions();
        var commands = new[] { ServeCommand.Create(options), CheckCommand.Create(options), CiteCommand.Create(options), SchemaCommand.Create() };

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
        using var pool = KnowledgeData.CreatePool(new KnowledgeStore(new SqliteDatabase(folder.Database)));
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

    [GeneratedRegex(@"<!-- first query -->\n```graphql\n(.*?)```\n.*?```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex FirstQuery();

    [GeneratedRegex(@"^```graphql\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Query();

    [GeneratedRegex(@"^\{.*?\}$(?=\s*(###|\z))", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Body();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkText();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(\w+\.cs)`")]
    private static partial Regex CodeFile();

    [GeneratedRegex(@"`((?:src|tests|docs|seeds)/[\w./-]+)`")]
    private static partial Regex CodePath();

    [GeneratedRegex(@"^\| `([^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Row();
}
