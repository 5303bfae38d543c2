using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace KnowledgeApi.Testing;

/// <summary>
/// Which folders of an assembly use which; a folder is a namespace. The compiled code names the types it uses. A constant leaves no trace
/// there, so the <c>using</c> lines of the source count too.
/// </summary>
internal sealed partial class FolderGraph
{
    private static readonly ConcurrentDictionary<(System.Reflection.Assembly, string), ArchUnitNET.Domain.Architecture> Loaded = [];

    private readonly string _root;
    private readonly Dictionary<string, Dictionary<string, string>> _uses = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _outside = new(StringComparer.Ordinal);

    private FolderGraph(string root) => _root = root;

    /// <summary>The namespaces outside that the code uses types of.</summary>
    public IReadOnlyCollection<string> Outside => _outside;

    public IReadOnlyCollection<string> Folders => _uses.Keys;

    /// <summary>Reads the types of an assembly below a namespace, and the source files below the folder of that namespace.</summary>
    public static FolderGraph Of(System.Reflection.Assembly assembly, string root, string source)
    {
        var graph = new FolderGraph(root);
        foreach (var type in Loaded.GetOrAdd((assembly, root), _ => new ArchLoader().LoadNamespacesWithinAssembly(assembly, root).Build()).Types)
        {
            if (graph.FolderOf(type.FullName) is not { } folder)
                continue;
            graph.Add(folder);
            // One type parameter called T is taken for another: they belong to whoever declares them and say nothing.
            foreach (var used in type.Dependencies.Select(dependency => dependency.Target).Where(target => target is not GenericParameter).Select(target => target.FullName))
                graph.Add(folder, used, $"{NameOf(type.FullName)} uses {NameOf(used)}");
        }

        foreach (var (file, text) in SourceOf(source))
        {
            if (Namespace().Match(text) is not { Success: true } match || graph.FolderOf(match.Groups[1].Value + ".") is not { } folder)
                continue;
            foreach (Match use in Using().Matches(text))
                graph.Add(folder, use.Groups[1].Value + ".", $"{Path.GetFileName(file)} has {use.Value.Trim()}");
        }

        return graph;
    }

    /// <summary>The files whose namespace is not the one of their folder.</summary>
    public static IReadOnlyList<string> Misplaced(string root, string source) =>
    [
        .. SourceOf(source)
            .Select(file => (
                Path: Path.GetRelativePath(source, file.Path).Replace('\\', '/'),
                Namespace: Namespace().Match(file.Text) is { Success: true } match ? match.Groups[1].Value : ""))
            .Where(file => file.Namespace.Length > 0 && file.Namespace != $"{root}.{Path.GetDirectoryName(file.Path)!.Replace('\\', '.').Replace('/', '.')}".TrimEnd('.'))
            .Select(file => $"{file.Path}: {file.Namespace}"),
    ];

    /// <summary>A shortest circle for each folder that is in one, told by its uses; empty if there is none.</summary>
    /// <param name="merge">The name under which a folder is looked at, so that several can count as one.</param>
    public IReadOnlyList<string> Circles(Func<string, string>? merge = null)
    {
        var merged = Merge(merge ?? (folder => folder));
        var known = new HashSet<string>(StringComparer.Ordinal);
        var circles = new List<string>();
        foreach (var folder in merged.Keys.Order(StringComparer.Ordinal))
        {
            if (ShortestCircle(merged, folder) is { } circle && known.Add(string.Join(' ', circle.Order(StringComparer.Ordinal))))
                circles.Add(string.Join(", ", circle.Select((from, i) => Describe(merged, from, circle[(i + 1) % circle.Count]))));
        }

        return circles;
    }

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    private static IEnumerable<(string Path, string Text)> SourceOf(string folder) => Directory
        .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(folder, file).Split('/', '\\').Any(part => part is "bin" or "obj"))
        .Select(file => (file, File.ReadAllText(file)));

    private static string Describe(Dictionary<string, Dictionary<string, string>> uses, string from, string to) => $"{from} -> {to} ({uses[from][to]})";

    /// <summary>The folders of a circle through a folder, from that one on.</summary>
    private static List<string>? ShortestCircle(Dictionary<string, Dictionary<string, string>> uses, string start)
    {
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>([start]);
        while (open.TryDequeue(out var folder))
        {
            foreach (var next in uses.GetValueOrDefault(folder)?.Keys.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>())
            {
                if (next == start)
                {
                    var circle = new List<string> { folder };
                    while (circle[^1] != start)
                        circle.Add(cameFrom[circle[^1]]);
                    circle.Reverse();
                    return circle;
                }

                if (cameFrom.TryAdd(next, folder))
                    open.Enqueue(next);
            }
        }

        return null;
    }

    private static string NameOf(string fullName) => fullName[(fullName.LastIndexOf('.') + 1)..];

    private Dictionary<string, Dictionary<string, string>> Merge(Func<string, string> merge)
    {
        var merged = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var (from, uses) in _uses)
        {
            foreach (var (to, example) in uses)
            {
                if (merge(from) != merge(to))
                    (merged.TryGetValue(merge(from), out var known) ? known : merged[merge(from)] = []).TryAdd(merge(to), example);
            }
        }

        return merged;
    }

    private void Add(string folder) => _uses.TryAdd(folder, new Dictionary<string, string>(StringComparer.Ordinal));

    private void Add(string folder, string usedName, string example)
    {
        Add(folder);
        if (FolderOf(usedName) is not { } used)
            _outside.Add(usedName[..Math.Max(0, usedName.LastIndexOf('.'))]);
        else if (used != folder)
            _uses[folder].TryAdd(used, example);
    }

    /// <summary>The folder of a type, <c>.</c> for the root itself; null for one outside.</summary>
    private string? FolderOf(string fullName)
    {
        // Generic arguments and nested types stand behind the name.
        var name = fullName.Split('<', '+', '/', '`', '[')[0];
        if (!name.StartsWith(_root + ".", StringComparison.Ordinal))
            return null;
        var end = name.LastIndexOf('.');
        return end <= _root.Length ? "." : name[(_root.Length + 1)..end];
    }
}
