using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace KnowledgeApi.Faults;

/// <summary>A folder of seeds and a folder of bases, which go away with this object. The seeds are in one of several states; each line of them says in which.</summary>
internal sealed class Place : IDisposable
{
    private const int Companies = 300;

    private readonly string _root = Directory.CreateTempSubdirectory("knowledge-faults-").FullName;

    public Place(int state = 0)
    {
        Directory.CreateDirectory(Seeds);
        Save(state);
    }

    public string Seeds => Path.Combine(_root, "seeds");

    public string Database => Path.Combine(_root, "data");

    public string Current => Path.Combine(Database, "current");

    public string Building => Path.Combine(Database, "building");

    private string Snapshots => Path.Combine(Database, "snapshots");

    private string SeedFile => Path.Combine(Seeds, "all.yaml");

    /// <summary>The file of the snapshot; there has to be exactly one.</summary>
    public string Snapshot => Directory.GetFiles(Snapshots, "*.db") is [var one] ? one : throw new FaultException($"There are snapshots: {List()}");

    /// <summary>Saves the seeds in a state as a careful editor does: beside, and then under their name.</summary>
    public void Save(int state)
    {
        var beside = Path.Combine(_root, "saved");
        File.WriteAllBytes(beside, SeedsOf(state));
        File.Move(beside, SeedFile, overwrite: true);
    }

    /// <summary>Saves them as others do: the file is emptied and written again.</summary>
    public void SaveInPlace(int state) => File.WriteAllBytes(SeedFile, SeedsOf(state));

    /// <summary>Makes sure that what is current is as it was written, and that nothing else is there; to be called when the last build has ended.</summary>
    public void ExpectClean()
    {
        ExpectWhole();
        string[] expected = [Current, Path.Combine(Database, "lock"), Snapshots];
        var entries = Directory.GetFileSystemEntries(Database).Order(StringComparer.Ordinal);
        FaultException.ThrowUnless(entries.SequenceEqual(expected) && Directory.GetFileSystemEntries(Snapshots).Length == 1, $"Something is left behind: {List()}");
    }

    /// <summary>Makes sure that what is current, if anything, is as it was written.</summary>
    public void ExpectWhole()
    {
        if (!File.Exists(Current))
            return;
        using var current = JsonDocument.Parse(File.ReadAllBytes(Current));
        var (inputs, content) = (current.RootElement.GetProperty("inputs").GetString()!, current.RootElement.GetProperty("content").GetString()!);
        using var snapshot = File.OpenRead(Path.Combine(Snapshots, $"{inputs[..16]}-{content[..16]}.db"));
        FaultException.ThrowUnless(Convert.ToHexStringLower(SHA256.HashData(snapshot)) == content, $"The current base is not whole: {List()}");
    }

    /// <summary>A hash over the names and bytes of all that is in the folder of bases.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.EnumerateFileSystemEntries(Database, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            // A pipe looks empty, and would never end.
            if (new FileInfo(path) is { Exists: true, Length: > 0 })
                hash.AppendData(File.ReadAllBytes(path));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string List() => string.Join(", ", Directory.EnumerateFileSystemEntries(Database, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Database, path)));

    private static byte[] SeedsOf(int state)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData("text"u8));
        var yaml = new StringBuilder();
        yaml.Append(CultureInfo.InvariantCulture, $"documents:\n  - {{ id: paper, title: Paper of state {state}, language: en, sha256: {hash}, length: 100, publisher: null, authors: [], published: null, updated: null }}\n");
        yaml.Append("companies:\n");
        for (var i = 0; i < Companies; i++)
            yaml.Append(CultureInfo.InvariantCulture, $"  - {{ id: company-{i:D3}, name: Company {i} of state {state} }}\n");
        yaml.Append("shareholdings:\n");
        for (var i = 1; i < Companies; i++)
            yaml.Append(CultureInfo.InvariantCulture, $"  - {{ id: stake-{i:D3}, owner: company-{i / 2:D3}, company: company-{i:D3}, share: \"{10 + state}\", status: ACTUAL, wording: {10 + state} %, citations: [{{ document: paper, span: [0, {1 + state}], sha256: {hash} }}] }}\n");
        return Encoding.UTF8.GetBytes(yaml.ToString());
    }
}
