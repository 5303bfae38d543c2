using System.Security.Cryptography;
using System.Text;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>The seed files of a folder and its subfolders, by relative path.</summary>
internal sealed record SeedFolder(IReadOnlyList<(string Name, byte[] Bytes)> Files, string Hash)
{
    /// <exception cref="IOException">The folder is missing or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or a file may not be read.</exception>
    public static SeedFolder Open(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".yaml" or ".yml")
            .Select(path => (Name: Path.GetRelativePath(folder, path).Replace('\\', '/'), Bytes: File.ReadAllBytes(path)))
            .OrderBy(file => file.Name, StringComparer.Ordinal).ToList();

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in files)
        {
            // Lengths keep a byte of a name from passing for one of a content.
            var path = Encoding.UTF8.GetBytes(name);
            hash.AppendData(BitConverter.GetBytes(path.Length));
            hash.AppendData(path);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
        return new(files, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
