using System.Runtime.CompilerServices;
using KnowledgeApi.Ide;

namespace KnowledgeApi.Tests.Ide;

/// <summary>
/// A test that drives the IDE in Chromium (<c>CHROMIUM</c> names one that is not at a usual place). It is skipped, with
/// the reason, where there is no Chromium or the build could not get the IDE.
/// </summary>
internal sealed class IdeBrowserFactAttribute([CallerMemberName] string test = "") : ConditionalFactAttribute(FindMissing(), test)
{
    private static readonly string?[] Places =
    [
        Environment.GetEnvironmentVariable("CHROMIUM"),
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    /// <summary>The browser to run, or null.</summary>
    public static string? Chromium { get; } = Array.Find(Places, File.Exists);

    private static string? FindMissing() =>
        Chromium is null ? "Chromium is not here: apt-get install chromium, or name one in CHROMIUM."
        : !new IdeOptions().IsInstalled ? "The IDE is not here: build with Node.js and npm on the path."
        : null;
}
