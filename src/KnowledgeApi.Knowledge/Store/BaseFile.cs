using System.Globalization;
using System.Text.Json;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning;
using KnowledgeApi.Knowledge.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>Writes a base into a new file and checks what was written.</summary>
internal static class BaseFile
{
    private static ReadOnlySpan<byte> Header => "SQLite format 3\0"u8;

    /// <exception cref="InvalidDataException">What was written does not hold together.</exception>
    public static void Write(string path, KnowledgeBase knowledge, Conclusions conclusions, BuildRecord record, ISearchIndex search)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false };
        using var context = new KnowledgeContext(KnowledgeStore.OptionsFor(connection.ToString()));
        // The file is thrown away if anything goes wrong, so it needs no journal.
        context.Database.OpenConnection();
        context.Database.ExecuteSqlRaw("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
        context.Database.EnsureCreated();
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        context.AddRange(knowledge.Documents);
        context.AddRange(knowledge.Entities);
        context.AddRange(knowledge.Claims);
        context.AddRange(conclusions.Agreements);
        context.AddRange(conclusions.Rivalries);
        context.AddRange(conclusions.Rules);
        context.AddRange(conclusions.Coverages);
        context.AddRange(conclusions.Timeline);
        context.Add(record);
        context.SaveChanges();
        search.Build(context.Database.GetDbConnection(), SearchObject.Of(knowledge));
        Verify(context, knowledge, conclusions);
        context.Database.ExecuteSqlRaw("ANALYZE;");
    }

    /// <summary>The record of a base; null if there is no file or it is none of ours.</summary>
    public static BuildRecord? ReadRecord(string path)
    {
        if (!File.Exists(path))
            return null;
        var source = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        try
        {
            using var connection = new SqliteConnection(source.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT Hash, Program, BuiltAt, Summary FROM Builds";
            using var reader = command.ExecuteReader();
            return reader.Read()
                ? new() { Key = 1, Hash = reader.GetString(0), Program = reader.GetString(1), BuiltAt = reader.GetDateTime(2), Summary = reader.GetString(3) }
                : null;
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>Why a base cannot stand at this path; null if it can, as far as can be seen. Its folder is made.</summary>
    public static string? FindObstacle(string path)
    {
        if (Directory.Exists(path))
            return $"{path} is a folder, not a file.";
        if (!File.Exists(path))
            return FindObstacle(new FileInfo(path).Directory!, path);
        try
        {
            // A file that someone else wrote must not be lost for a mistyped path.
            using var file = File.OpenRead(path);
            Span<byte> start = stackalloc byte[Header.Length];
            return file.Length == 0 || (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(Header))
                ? null
                : $"{path} is not a database of this program, and would be overwritten.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be read: {exception.Message}";
        }
    }

    private static string? FindObstacle(DirectoryInfo folder, string path)
    {
        for (var above = folder; above is { Exists: false }; above = above.Parent!)
        {
            if (File.Exists(above.FullName))
                return $"{path} cannot be made: {above.FullName} is a file, not a folder.";
        }

        try
        {
            folder.Create();
            using var probe = new FileStream($"{path}.{Guid.NewGuid():N}.new", new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return $"{path} cannot be made: this account may not write there.";
        }
        catch (IOException exception)
        {
            return $"{path} cannot be made: {exception.Message}";
        }
    }

    public static string ToJson(StoreSummary summary) => JsonSerializer.Serialize(summary);

    public static StoreSummary? FromJson(string json) => JsonSerializer.Deserialize<StoreSummary>(json);

    private static void Verify(KnowledgeContext context, KnowledgeBase knowledge, Conclusions conclusions)
    {
        Expect("integrity_check", "ok", context.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").AsEnumerable().First());
        Expect("foreign_key_check", "0", Text(context.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM pragma_foreign_key_check").AsEnumerable().First()));
        Expect("number of documents", Text(knowledge.Documents.Count), Text(context.Documents.Count()));
        Expect("number of entities", Text(knowledge.Entities.Count), Text(context.Entities.Count()));
        Expect("number of claims", Text(knowledge.Claims.Count), Text(context.Claims.Count()));
        Expect("number of participations", Text(knowledge.Claims.Sum(claim => claim.Participants.Count)), Text(context.Participations.Count()));
        Expect("number of citations", Text(knowledge.Citations.Count), Text(context.Citations.Count()));
        Expect("number of findings", Text(conclusions.Findings.Count()), Text(context.Findings.Count()));
        Expect("number of agreements", Text(conclusions.Agreements.Count), Text(context.Agreements.Count()));
        Expect("number of members of agreements", Text(conclusions.Agreements.Sum(agreement => agreement.Size)), Text(context.Claims.Count(claim => claim.Agreement.Key > 0)));
        Expect("number of rivalries", Text(conclusions.Rivalries.Count), Text(context.Set<Rivalry>().Count()));
        Expect("number of coverages", Text(conclusions.Coverages.Count), Text(context.Coverages.Count()));
        Expect("number of timeline entries", Text(conclusions.Timeline.Count), Text(context.Timeline.Count()));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Expect(string what, string expected, string actual)
    {
        if (expected != actual)
            throw new InvalidDataException($"The new base does not hold together: {what} is {actual}, expected {expected}.");
    }
}
