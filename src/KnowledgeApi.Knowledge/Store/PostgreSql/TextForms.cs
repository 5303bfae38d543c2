using System.Data;
using KnowledgeApi.Knowledge.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace KnowledgeApi.Knowledge.Store.PostgreSql;

/// <summary>
/// The <see cref="TextFunctions"/> as PostgreSQL has them: what each makes of each text that is stored is stored, too. Neither its knowledge of letters nor its dictionaries' order is
/// that of this program, which a base never changes afterwards.
/// </summary>
internal static class TextForms
{
    private const int Batch = 5_000;

    private static readonly string[] Formless =
    [
        nameof(IIdentified.Slug), nameof(EntityName.Folded), nameof(Entity.NameFolded), nameof(Entity.NameSortKey), nameof(Document.TitleFolded), nameof(Document.TitleSortKey),
    ];

    /// <summary>The table of forms, by a hash of the text: a text may be longer than what a key can hold.</summary>
    public static string Tables { get; } =
        $"""
        CREATE TABLE "TextForms" ("Text" uuid NOT NULL, {string.Join(", ", TextFunctions.All.Select(function => $"\"{function.Name}\" text COLLATE \"C\" NOT NULL"))});
        """;

    /// <summary>Its key, and the functions that look into it.</summary>
    public static string Indexes { get; } =
        $"""
        ALTER TABLE "TextForms" ADD PRIMARY KEY ("Text");
        {string.Join('\n', TextFunctions.All.Select(function =>
            $"CREATE FUNCTION {function.Name}(text) RETURNS text LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$ SELECT \"{function.Name}\" FROM \"TextForms\" WHERE \"Text\" = md5($1)::uuid $$;"))}
        """;

    /// <summary>Writes the forms of all texts there are.</summary>
    /// <param name="connection">An open connection, in a transaction.</param>
    /// <param name="model">Knows which columns have texts.</param>
    /// <param name="cancellation">Stops.</param>
    public static void Write(NpgsqlConnection connection, IModel model, CancellationToken cancellation)
    {
        var columns = model.GetEntityTypes().SelectMany(TextsOf).Distinct().Order().ToList();
        if (columns.Count == 0)
            return;
        var texts = string.Join(" UNION ", columns.Select(column => $"SELECT \"{column.Column}\" AS text FROM \"{column.Table}\" WHERE \"{column.Column}\" IS NOT NULL"));
        // A cursor, since what is read and what is copied take turns on one connection.
        connection.Execute($"DECLARE texts NO SCROLL CURSOR FOR SELECT md5(text)::uuid, text FROM ({texts}) AS each");
        var forms = new CopyBuffer(connection, "TextForms", ["Text", .. TextFunctions.All.Select(function => function.Name)]);
        while (Fetch(connection) is { Count: > 0 } batch)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (hash, text) in batch)
                forms.Row([hash, .. TextFunctions.All.Select(function => function.Function(text))]);
            forms.Flush();
        }

        connection.Execute("CLOSE texts");
    }

    /// <summary>The columns whose texts queries may ask the functions of. Slugs are compared as they are, the texts of documents are not asked at all, and what is a form has none.</summary>
    private static IEnumerable<(string Table, string Column)> TextsOf(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
        return entity.ClrType == typeof(DocumentText) || entity.ClrType == typeof(BuildRecord) ? [] : entity.GetFlattenedProperties()
            .Where(property => property.ClrType == typeof(string) && property.PropertyInfo is { } member && !Formless.Contains(member.Name))
            .Select(property => (table.Name, property.GetColumnName(table)!));
    }

    private static List<(Guid Hash, string Text)> Fetch(NpgsqlConnection connection)
    {
        using var command = connection.Command($"FETCH {Batch} FROM texts");
        using var rows = command.ExecuteReader(CommandBehavior.SingleResult);
        var texts = new List<(Guid, string)>();
        while (rows.Read())
            texts.Add((rows.GetGuid(0), rows.GetString(1)));
        return texts;
    }
}
