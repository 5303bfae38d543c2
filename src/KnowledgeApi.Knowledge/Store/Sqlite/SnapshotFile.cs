using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Streams;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace KnowledgeApi.Knowledge.Store.Sqlite;

/// <summary>The file of one snapshot: how it is written, and how it is known.</summary>
internal static class SnapshotFile
{
    // What a file is a base by: SQLite keeps it in the header, where other programs read it too ("KnAp").
    private const int ApplicationId = 0x4B6E4170;
    private const int ApplicationIdOffset = 68;

    /// <summary>The version of the tables' form.</summary>
    private const int FormatVersion = 1;

    // Some tens of microseconds.
    private const int StepsBetweenLooks = 1_000;

    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    /// <summary>Whether a file begins as bases do.</summary>
    public static bool IsOurs(Stream file)
    {
        Span<byte> header = stackalloc byte[ApplicationIdOffset + sizeof(int)];
        file.Position = 0;
        return file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length
            && header.StartsWith(Magic)
            && BinaryPrimitives.ReadInt32BigEndian(header[ApplicationIdOffset..]) == ApplicationId;
    }

    /// <summary>SHA-256 over a file, in lower-case hexadecimal.</summary>
    public static string HashOf(Stream file)
    {
        file.Position = 0;
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>Writes a base into a new file, verifies it and has it reach the disk.</summary>
    public static void Write(string path, KnowledgeKinds kinds, Scratch scratch, Action<SnapshotWriter> write, CancellationToken cancellation)
    {
        using (var context = new KnowledgeContext(SqliteOptions.Of(SqliteOptions.Writing(path), kinds)))
        {
            context.Database.OpenConnection();
            var connection = (SqliteConnection)context.Database.GetDbConnection();
            // Asked every so many steps of the statements, whichever it is.
            raw.sqlite3_progress_handler(connection.Handle, StepsBetweenLooks, _ => cancellation.IsCancellationRequested ? 1 : 0, null);
            // The file is thrown away if anything goes wrong, so it needs no journal, and reaches the disk once it is whole.
            connection.Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;");
            var tables = new TableSchema(context);
            tables.CreateTables();
            using (var writer = new SqliteWriter(context, scratch))
            {
                write(writer);
                writer.Flush(new(null, cancellation));
                // An index that is made of all rows at once is sorted once.
                tables.CreateIndexes();
                writer.Commit();
            }

            Soundness.Expect("integrity_check", "ok", context.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").AsEnumerable().First());
            Soundness.Expect("foreign_key_check", 0, context.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM pragma_foreign_key_check").AsEnumerable().First());
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"ANALYZE; PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {FormatVersion};"));
        }

        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }
}
