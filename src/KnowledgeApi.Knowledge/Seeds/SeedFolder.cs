using System.Security.Cryptography;
using System.Text;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>The seed files of a folder and its subfolders, as they were when it was opened: what is hashed is what is read.</summary>
public sealed class SeedFolder
{
    private SeedFolder(string path, IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        (Location, Files) = (path, files);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in files)
        {
            // Lengths keep a byte of a name from passing for one of a content.
            var text = Encoding.UTF8.GetBytes(name);
            hash.AppendData(BitConverter.GetBytes(text.Length));
            hash.AppendData(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
        Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The path of the folder, as it was given.</summary>
    public string Location { get; }

    /// <summary>SHA-256 over the relative paths and contents of all files.</summary>
    public string Hash { get; }

    /// <summary>The files by their relative paths with forward slashes, in the order of these.</summary>
    internal IReadOnlyList<(string Name, byte[] Bytes)> Files { get; }

    /// <summary>Reads all files.</summary>
    /// <param name="path">Path of the folder.</param>
    /// <exception cref="SeedFolderException">The folder is missing or cannot be read.</exception>
    public static SeedFolder Open(string path)
    {
        try
        {
            return new(path,
            [
                .. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                    .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" or ".jsonl")
                    .Select(file => (Name: Path.GetRelativePath(path, file).Replace('\\', '/'), Bytes: File.ReadAllBytes(file)))
                    .OrderBy(file => file.Name, StringComparer.Ordinal),
            ]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SeedFolderException(new(path, 0, 0, $"The seeds folder cannot be read: {exception.Message} Expected a folder of .yaml or .jsonl files.", Severity.Error), exception);
        }
    }
}

/// <summary>A folder of seeds that cannot be read.</summary>
public sealed class SeedFolderException(SeedProblem problem, Exception inner) : Exception(problem.Message, inner)
{
    /// <summary>Why, as a problem of the folder.</summary>
    public SeedProblem Problem => problem;
}
