using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace KnowledgeApi.Ide;

/// <summary>
/// The package's files, listed once: a request can name one of them or nothing, so no path is ever built from a request.
/// </summary>
internal sealed partial class IdeFiles
{
    // It would take over the page on the first visit, reload it under the reader's hands and from then on answer from its
    // own copy, whatever this server says. All it gives, work without a server, is of no use to an IDE of that server.
    private const string ServiceWorker = "service-worker.js";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    private readonly FrozenDictionary<string, IdeFile> files;

    private IdeFiles(FrozenDictionary<string, IdeFile> files) => this.files = files;

    /// <summary>The page itself.</summary>
    public IdeFile Index => files["index.html"];

    /// <summary>The files of an unpacked package, or null when it is not there.</summary>
    public static IdeFiles? In(IdeOptions options)
    {
        if (!options.IsInstalled)
            return null;
        var folder = Path.GetFullPath(options.Folder);
        return new IdeFiles(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')))
            .Where(file => file.Name != ServiceWorker)
            .ToFrozenDictionary(file => file.Name, file => Describe(file.Path, file.Name), StringComparer.Ordinal));
    }

    /// <summary>The file of a name relative to the package with forward slashes, or null.</summary>
    public IdeFile? Find(string name) => files.GetValueOrDefault(name);

    private static IdeFile Describe(string path, string name)
    {
        var info = new FileInfo(path);
        // A licence text has no extension.
        var type = ContentTypes.TryGetContentType(name, out var known) ? known : "text/plain";
        if (type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" or "application/manifest+json")
            type += "; charset=utf-8";
        return new IdeFile(
            info.FullName,
            type,
            info.LastWriteTimeUtc,
            new EntityTagHeaderValue($"\"{info.Length:x}-{info.LastWriteTimeUtc.Ticks:x}\""),
            Hashed().IsMatch(name) ? "public, max-age=31536000, immutable" : "no-cache");
    }

    /// <summary>A name that changes with the content: <c>main.0349187e.js</c>.</summary>
    [GeneratedRegex(@"^static/.*\.[0-9a-f]{8,}\.")]
    private static partial Regex Hashed();
}

/// <summary>A file as it is answered.</summary>
internal sealed record IdeFile(
    string Path, string ContentType, DateTimeOffset LastModified, EntityTagHeaderValue Tag, string CacheControl);
