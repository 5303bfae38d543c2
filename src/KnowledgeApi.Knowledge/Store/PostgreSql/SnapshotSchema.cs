using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KnowledgeApi.Knowledge.Kinds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql;

namespace KnowledgeApi.Knowledge.Store.PostgreSql;

/// <summary>The schema of one snapshot: how it is written, and how it is known.</summary>
internal static class SnapshotSchema
{
    /// <summary>What the comments of our schemas begin with, by which they are told from others of the same name.</summary>
    public const string Mark = "KnowledgeApi: ";

    private const string BuiltMark = Mark + "a snapshot, built ";

    // So fine that one that takes the place of another is told from it.
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFF'Z'";

    // Rows as texts, of which hashes are made, have to look the same for whoever asks.
    private const string PlainTexts = "SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'postgres'; SET LOCAL extra_float_digits = 1; SET LOCAL TimeZone = 'UTC'; SET LOCAL bytea_output = 'hex';";

    // As much as indexes are sorted in.
    private const string Memory = "SET LOCAL maintenance_work_mem = '256MB'; SET LOCAL work_mem = '64MB';";

    /// <summary>The schema of a name.</summary>
    public static string NameOf(SnapshotName name) => $"snapshot_{name.ToString().Replace('-', '_')}";

    /// <summary>Writes a base into a new schema, and verifies it. To be called in a transaction, which ends with it.</summary>
    /// <returns>The hash of its content.</returns>
    public static string Write(NpgsqlConnection connection, string schema, KnowledgeKinds kinds, Action<SnapshotWriter> write, CancellationToken cancellation)
    {
        var built = DateTime.UtcNow.ToString(TimeFormat, CultureInfo.InvariantCulture);
        connection.Execute($"CREATE SCHEMA \"{schema}\"; COMMENT ON SCHEMA \"{schema}\" IS '{BuiltMark}{built}'; SET LOCAL search_path = \"{schema}\"; {Memory}");
        using var context = new KnowledgeContext(PostgreSqlOptions.Of(connection, kinds));
        var model = context.GetService<IDesignTimeModel>().Model;
        var (tables, keys) = Split(context.GetService<IMigrationsModelDiffer>().GetDifferences(null, model.GetRelationalModel()));
        Execute(tables);
        connection.Execute(WordWriter.Tables);
        connection.Execute(TextForms.Tables);
        var writer = new PostgreSqlWriter(connection, context);
        write(writer);
        writer.Flush(new(null, cancellation));
        cancellation.ThrowIfCancellationRequested();
        TextForms.Write(connection, model, cancellation);
        // References are checked here, once, when all is there.
        Execute(keys);
        connection.Execute(WordWriter.Indexes);
        connection.Execute(TextForms.Indexes);
        foreach (var table in TablesOf(connection, schema))
            connection.Execute($"ANALYZE \"{table}\"");
        cancellation.ThrowIfCancellationRequested();
        return HashOf(connection, schema);

        void Execute(IReadOnlyList<MigrationOperation> operations)
        {
            foreach (var command in context.GetService<IMigrationsSqlGenerator>().Generate(operations, model))
            {
                cancellation.ThrowIfCancellationRequested();
                connection.Execute(command.CommandText);
            }
        }
    }

    /// <summary>
    /// SHA-256 over all that is stored in a schema, in lower-case hexadecimal: for each table its columns and the sum of the hashes of its rows, which is the same whatever their order. To be
    /// called in a transaction.
    /// </summary>
    public static string HashOf(NpgsqlConnection connection, string schema)
    {
        connection.Execute(PlainTexts);
        var content = new StringBuilder();
        foreach (var table in TablesOf(connection, schema))
        {
            content.Append(CultureInfo.InvariantCulture, $"{table} {connection.Read<string>(Columns, schema, table)} ");
            content.Append(CultureInfo.InvariantCulture, $"{connection.Read<string>(Rows(schema, table))}\n");
        }

        content.Append(connection.Read<string>(Functions, schema));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
    }

    /// <summary>When a snapshot was built; null if there is no such schema, or if it is not ours.</summary>
    public static DateTime? FindBuiltAt(NpgsqlConnection connection, string schema) =>
        connection.Read<string>("SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = $1", schema) is { } comment
            && comment.StartsWith(BuiltMark, StringComparison.Ordinal)
            && DateTime.TryParseExact(comment[BuiltMark.Length..], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var built)
                ? built
                : null;

    private const string Columns =
        """
        SELECT string_agg(attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull::text || ' ' || attcollation::regcollation::text, ', ' ORDER BY attnum)
        FROM pg_attribute WHERE attrelid = format('%I.%I', $1, $2)::regclass AND attnum > 0 AND NOT attisdropped
        """;

    private const string Functions = "SELECT string_agg(proname || ' ' || prosrc, '; ' ORDER BY proname) FROM pg_proc WHERE pronamespace = $1::regnamespace";

    private static string Rows(string schema, string table) =>
        $"""
        SELECT count(*) || ' ' || coalesce(sum(('x' || left(hash, 16))::bit(64)::bigint::numeric), 0) || ' ' || coalesce(sum(('x' || right(hash, 16))::bit(64)::bigint::numeric), 0)
        FROM (SELECT md5(one::text) AS hash FROM "{schema}"."{table}" AS one) AS hashes
        """;

    private static List<string> TablesOf(NpgsqlConnection connection, string schema)
    {
        using var command = connection.Command("SELECT relname::text FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = 'r' ORDER BY relname", schema);
        using var rows = command.ExecuteReader();
        var tables = new List<string>();
        while (rows.Read())
            tables.Add(rows.GetString(0));
        return tables;
    }

    /// <summary>The tables first; their keys, references and indexes when there are rows. Texts are compared bytewise, as in other databases.</summary>
    private static (List<MigrationOperation> Tables, List<MigrationOperation> Keys) Split(IReadOnlyList<MigrationOperation> operations)
    {
        var (tables, keys, references) = (new List<MigrationOperation>(), new List<MigrationOperation>(), new List<MigrationOperation>());
        foreach (var operation in operations)
        {
            if (operation is not CreateTableOperation table)
            {
                keys.Add(operation);
                continue;
            }

            tables.Add(table);
            foreach (var column in table.Columns.Where(column => column.ClrType == typeof(string)))
                column.Collation = "C";
            if (table.PrimaryKey is { } key)
                keys.Insert(0, key);
            keys.AddRange(table.UniqueConstraints);
            references.AddRange(table.ForeignKeys);
            table.PrimaryKey = null;
            table.UniqueConstraints.Clear();
            table.ForeignKeys.Clear();
        }

        return (tables, [.. keys, .. references]);
    }
}
