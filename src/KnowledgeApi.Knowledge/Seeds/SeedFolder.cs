using System.Security.Cryptography;
using System.Text;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>The seed files of a folder and its subfolders. They are hashed when it is opened, and again as they are read: what was hashed is what was read.</summary>
public sealed class SeedFolder
{
    // Longer than an editor takes to write a file that it has emptied.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);

    private readonly IReadOnlyList<SeedFileName> _files;

    private SeedFolder(string path, IReadOnlyList<SeedFileName> files, string hash, long length) => (Location, _files, Hash, Length) = (path, files, hash, length);

    /// <summary>The path of the folder, as it was given.</summary>
    public string Location { get; }

    /// <summary>SHA-256 over the relative paths and contents of all files.</summary>
    public string Hash { get; }

    /// <summary>How many bytes all files have.</summary>
    internal long Length { get; }

    /// <summary>Whether there is no file.</summary>
    internal bool IsEmpty => _files.Count == 0;

    /// <summary>Finds and hashes all files once nobody has written any for a moment: an editor may be at them.</summary>
    /// <param name="path">Path of the folder.</param>
    /// <exception cref="SeedFolderException">The folder is missing or cannot be read.</exception>
    public static SeedFolder OpenAtRest(string path)
    {
        try
        {
            var age = DateTime.UtcNow - Find(path).Select(file => File.GetLastWriteTimeUtc(file.Path)).DefaultIfEmpty().Max();
            if (age >= TimeSpan.Zero && age < Rest)
                Thread.Sleep(Rest - age);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is said when they are read.
        }

        return Open(path);
    }

    /// <summary>Finds and hashes all files.</summary>
    /// <param name="path">Path of the folder.</param>
    /// <exception cref="SeedFolderException">The folder is missing or cannot be read.</exception>
    public static SeedFolder Open(string path)
    {
        try
        {
            var files = Find(path);
            var reading = new SeedReading(files);
            while (reading.Next() is { } file)
                file.Content.CopyTo(Stream.Null);
            return new(path, files, reading.Hash(), reading.Read);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, exception);
        }
    }

    /// <summary>Reads all files, in the order of their names.</summary>
    internal SeedReading Read() => new(_files);

    /// <exception cref="SeedFolderException">Always: why the folder cannot be read.</exception>
    internal static SeedFolderException Unreadable(string path, Exception exception) =>
        new(new(path, 0, 0, $"The seeds folder cannot be read: {exception.Message} Expected a folder of .yaml or .jsonl files.", Severity.Error), exception);

    private static List<SeedFileName> Find(string path) =>
    [
        .. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" or ".jsonl")
            .Select(file => new SeedFileName(Path.GetRelativePath(path, file).Replace('\\', '/'), file))
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];
}

/// <summary>A seed file.</summary>
/// <param name="Name">Its path relative to the folder, with forward slashes.</param>
/// <param name="Path">Where it is.</param>
internal sealed record SeedFileName(string Name, string Path);

/// <summary>One reading of seed files, each hashed while it is read.</summary>
internal sealed class SeedReading(IReadOnlyList<SeedFileName> files)
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private HashedStream? _content;
    private int _next;

    /// <summary>How many bytes have been read.</summary>
    public long Read { get; private set; }

    /// <summary>The next file; null if there is none. Its content is to be read to the end, before the next is asked for.</summary>
    public (string Name, Stream Content)? Next()
    {
        _content?.Dispose();
        if (_next == files.Count)
            return null;
        var file = files[_next++];
        var name = Encoding.UTF8.GetBytes(file.Name);
        // Lengths keep a byte of a name from passing for one of a content.
        _hash.AppendData(BitConverter.GetBytes(name.Length));
        _hash.AppendData(name);
        var content = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        _hash.AppendData(BitConverter.GetBytes(content.Length));
        _content = new(content, this);
        return (file.Name, _content);
    }

    /// <summary>SHA-256 over the names and contents of all files.</summary>
    public string Hash() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    /// <summary>A file that is read from its start to its end.</summary>
    private sealed class HashedStream(FileStream file, SeedReading reading) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => file.Length;

        public override long Position
        {
            get => file.Position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = file.Read(buffer);
            reading._hash.AppendData(buffer[..read]);
            reading.Read += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                file.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>A folder of seeds that cannot be read.</summary>
public sealed class SeedFolderException(SeedProblem problem, Exception? inner = null) : Exception(problem.Message, inner)
{
    /// <summary>Why, as a problem of the folder.</summary>
    public SeedProblem Problem => problem;

    /// <summary>Whether it only has to be read again.</summary>
    internal bool HasChanged { get; init; }
}
