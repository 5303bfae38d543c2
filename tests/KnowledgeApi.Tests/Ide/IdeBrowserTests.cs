using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using KnowledgeApi.Hosting;
using Microsoft.Playwright;

namespace KnowledgeApi.Tests.Ide;

/// <summary>The IDE as an analyst meets it, in a real browser against a real server.</summary>
public sealed class IdeBrowserTests(IdeServer server) : IClassFixture<IdeServer>, IAsyncLifetime
{
    // Milliseconds, for a busy machine.
    private const int Patience = 30_000;

    private readonly ConcurrentQueue<IRequest> requests = [];
    private readonly ConcurrentQueue<string> complaints = [];
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private IPage page = null!;

    private IEnumerable<string> Refusals =>
        complaints.Where(text => text.Contains("Content Security Policy", StringComparison.Ordinal));

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = IdeBrowserFactAttribute.Chromium,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        context.Request += (_, request) => requests.Enqueue(request);
        context.Console += (_, message) => complaints.Enqueue(message.Text);
        page = await context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    [IdeBrowserFact]
    public async Task An_analyst_opens_the_ide_sees_the_schema_and_reads_an_answer()
    {
        await OpenDocument();
        await Assertions.Expect(page.GetByText("Schema available")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Run Operation" }).ClickAsync();

        // The editor shows the answer indented, over many elements, with spaces that do not break.
        await Assertions.Expect(page.Locator("[data-uri^='inmemory:'] .view-lines"))
            .ToHaveTextAsync(Loosely(IdeServer.AnswerStart));
        new Uri(page.Url).ShouldBe(new Uri(server.Address, "/graphql/"));
        if (Environment.GetEnvironmentVariable("IDE_SCREENSHOT") is { } file)
            await page.ScreenshotAsync(new() { Path = file });
    }

    [IdeBrowserFact]
    public async Task A_new_document_starts_with_the_example()
    {
        await OpenDocument();

        await Assertions.Expect(page.Locator("[data-uri^='file:///operations/'] .view-lines")).ToHaveTextAsync(Loosely(KnowledgeServer.FirstQuery.Split('\n')[0]));
    }

    [IdeBrowserFact]
    public async Task Nothing_is_asked_of_another_host_however_long_the_page_stays_open()
    {
        await page.Clock.InstallAsync();
        await OpenDocument();
        await Assertions.Expect(page.GetByText("Schema available")).ToBeVisibleAsync();
        // It would report its use after ten seconds, and again each day.
        await page.Clock.FastForwardAsync("48:00:00");
        await page.WaitForTimeoutAsync(500);

        requests.Select(request => new Uri(request.Url))
            .Where(address => address.Scheme is not ("data" or "blob") && address.Authority != server.Address.Authority)
            .ShouldBeEmpty();
        // What the policy stopped was never a request, but it was tried.
        Refusals.ShouldBeEmpty();
    }

    [IdeBrowserFact]
    public async Task The_browser_itself_keeps_the_page_from_other_hosts()
    {
        await page.GotoAsync(new Uri(server.Address, "/graphql").ToString());
        // The same server by its other name: reachable, and another origin.
        var elsewhere = $"http://localhost:{server.Address.Port}/graphql/LICENSE";

        var failed = await page.EvaluateAsync<bool>("address => fetch(address, { mode: 'no-cors' }).then(() => false, () => true)", elsewhere);

        failed.ShouldBeTrue();
    }

    [IdeBrowserFact]
    public async Task What_the_page_needs_it_is_allowed()
    {
        await OpenDocument();
        await Assertions.Expect(page.GetByText("Schema available")).ToBeVisibleAsync();

        Refusals.ShouldBeEmpty();
    }

    [IdeBrowserFact]
    public async Task Signing_in_stays_here_and_says_why()
    {
        await OpenDocument();
        await page.GetByRole(AriaRole.Button, new() { Name = "Signed out" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign In" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No signing in here" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Uri(server.Address, "/graphql/").ToString());
    }

    /// <summary>A text with any white space between its characters.</summary>
    private static Regex Loosely(string text) => new(string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(c => @"\s*" + Regex.Escape(c.ToString()))));

    private async Task OpenDocument()
    {
        await page.GotoAsync(new Uri(server.Address, "/graphql").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Create Document" }).ClickAsync();
    }
}
