using System.Security.Cryptography;
using System.Text;

namespace KnowledgeApi.Knowledge.Texts;

/// <summary>The texts of documents an operator has, in one folder. A text is recognised by the SHA-256 of its bytes, whatever its file is called.</summary>
public sealed class DocumentTexts
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, string> _paths;

    private DocumentTexts(string folder, Dictionary<string, string> paths)
    {
        Folder = folder;
        _paths = paths;
        Hash = CodePointText.HashOf(string.Join('\n', paths.Keys.Order(StringComparer.Ordinal)));
    }

    /// <summary>The folder that was read.</summary>
    public string Folder { get; }

    /// <summary>The hashes of all files, in lower-case hexadecimal.</summary>
    public IReadOnlyCollection<string> Hashes => _paths.Keys;

    /// <summary>SHA-256 over the hashes of all files: equal as long as the same texts are there.</summary>
    public string Hash { get; }

    /// <summary>Reads and hashes every file of a folder and its subfolders, except hidden ones.</summary>
    /// <exception cref="DocumentTextsException">The folder is missing or cannot be read; the message is fit to print.</exception>
    public static DocumentTexts Open(string folder)
    {
        try
        {
            if (!Directory.Exists(folder))
                throw new DocumentTextsException($"The documents folder \"{folder}\" does not exist. Expected a folder that holds the texts of the documents.");
            var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
            var paths = new Dictionary<string, string>();
            foreach (var path in Directory.EnumerateFiles(folder, "*", options).Order(StringComparer.Ordinal))
            {
                using var file = File.OpenRead(path);
                paths.TryAdd(Convert.ToHexStringLower(SHA256.HashData(file)), path);
            }
            return new(folder, paths);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DocumentTextsException($"The documents folder \"{folder}\" cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>The text whose bytes have this SHA-256; null if it is not there.</summary>
    /// <exception cref="DocumentTextsException">The file is not UTF-8, or can no longer be read.</exception>
    public CodePointText? Find(string sha256)
    {
        if (!_paths.TryGetValue(sha256, out var path))
            return null;
        try
        {
            var bytes = File.ReadAllBytes(path);
            // What is hashed is what is read.
            return Convert.ToHexStringLower(SHA256.HashData(bytes)) == sha256
                ? new(Utf8.GetString(bytes))
                : throw new DocumentTextsException($"The document \"{path}\" changed while it was read. Try again.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new DocumentTextsException($"The document \"{path}\" cannot be read as UTF-8 text: {exception.Message}", exception);
        }
    }
}

/// <summary>A folder of documents that cannot be used. The message says why and is fit to print.</summary>
public sealed class DocumentTextsException(string message, Exception? inner = null) : Exception(message, inner);
