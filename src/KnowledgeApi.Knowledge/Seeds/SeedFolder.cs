using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>
/// The seed files of a folder and its subfolders, as they were when it was opened: what is hashed is what is read. As long as they are few they are kept; more are read again, and hashed again.
/// </summary>
public sealed class SeedFolder
{
    /// <summary>How many bytes of files are kept.</summary>
    public const long Kept = 32 << 20;

    // Longer than an editor takes to write a file that it has emptied.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

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

    /// <summary>Finds and hashes all files while nobody writes any: an editor may be at them. If somebody is all the time, as they are after some seconds.</summary>
    /// <param name="path">Path of the folder.</param>
    /// <exception cref="SeedFolderException">The folder is missing or cannot be read.</exception>
    public static SeedFolder OpenAtRest(string path)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var before = Stamps(path);
            var age = DateTime.UtcNow - before.Select(file => file.Written).DefaultIfEmpty().Max();
            if (age >= TimeSpan.Zero && age < Rest && clock.Elapsed < Patience)
            {
                Thread.Sleep(Rest - age);
                continue;
            }

            var folder = Open(path);
            if (clock.Elapsed >= Patience || Stamps(path).SequenceEqual(before))
                return folder;
        }
    }

    /// <summary>Finds and hashes all files.</summary>
    /// <param name="path">Path of the folder.</param>
    /// <exception cref="SeedFolderException">The folder is missing or cannot be read.</exception>
    public static SeedFolder Open(string path) => Open(path, Kept);

    /// <summary>The same, with another bound.</summary>
    internal static SeedFolder Open(string path, long kept)
    {
        try
        {
            var files = Find(path);
            using var reading = new SeedReading(files);
            var contents = new List<byte[]>();
            while (reading.Next() is { } file)
            {
                using var content = new MemoryStream();
                file.Content.CopyTo(reading.Read + file.Content.Length <= kept ? content : Stream.Null);
                contents.Add(content.ToArray());
            }

            if (reading.Read <= kept)
                files = [.. files.Zip(contents, (file, content) => file with { Content = content })];
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

    private static List<(string Name, long Length, DateTime Written)> Stamps(string path)
    {
        try
        {
            return Find(path).ConvertAll(file => new FileInfo(file.Path) is { Exists: true } info ? (file.Name, info.Length, info.LastWriteTimeUtc) : (file.Name, -1, default));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is said when they are read.
            return [];
        }
    }

    private static List<SeedFileName> Find(string path) =>
    [
        // Hidden ones are of editors and of version control.
        .. Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
            .Where(file => Path.GetExtension(file).ToLowerInvariant() is ".yaml" or ".yml" or ".jsonl")
            .Select(file => new SeedFileName(Path.GetRelativePath(path, file).Replace('\\', '/'), file))
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];
}

/// <summary>A seed file.</summary>
/// <param name="Name">Its path relative to the folder, with forward slashes.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Content">What it holds; null if that is not kept.</param>
internal sealed record SeedFileName(string Name, string Path, byte[]? Content = null);

/// <summary>One reading of seed files, each hashed while it is read.</summary>
internal sealed class SeedReading(IReadOnlyList<SeedFileName> files) : IDisposable
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
        Stream content = file.Content is { } kept ? new MemoryStream(kept) : new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        _hash.AppendData(BitConverter.GetBytes(content.Length));
        _content = new(content, this);
        return (file.Name, _content);
    }

    /// <summary>SHA-256 over the names and contents of all files.</summary>
    public string Hash() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose()
    {
        _content?.Dispose();
        _hash.Dispose();
    }

    /// <summary>A file that is read from its start to its end.</summary>
    private sealed class HashedStream(Stream file, SeedReading reading) : Stream
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
