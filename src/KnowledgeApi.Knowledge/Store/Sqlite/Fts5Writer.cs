using System.Globalization;
using KnowledgeApi.Knowledge.Search;
using Microsoft.Data.Sqlite;

namespace KnowledgeApi.Knowledge.Store.Sqlite;

/// <summary>Writes the tables that <see cref="Fts5SearchIndex"/> reads.</summary>
internal static class Fts5Writer
{
    // Tables of objects, their texts (those of documents stay where they are) and their names; the two indexes store words only. These are folded and cut already: what FTS5
    // knows of letters is older, and another database would know other things.
    private const string Schema =
        """
        CREATE TABLE SearchObjects (Number INTEGER PRIMARY KEY, Kind TEXT NOT NULL, Type TEXT NOT NULL, Key INTEGER NOT NULL, Slug TEXT NOT NULL);
        CREATE TABLE SearchParts (Number INTEGER NOT NULL, Ordinal INTEGER NOT NULL, Field TEXT NOT NULL, Text TEXT, PRIMARY KEY (Number, Ordinal)) WITHOUT ROWID;
        CREATE TABLE SearchNames (Name INTEGER PRIMARY KEY, Number INTEGER NOT NULL, Words TEXT NOT NULL, Text TEXT NOT NULL, IsMain INTEGER NOT NULL);
        CREATE INDEX IX_SearchNames_Words ON SearchNames (Words, IsMain, Number);
        CREATE VIRTUAL TABLE SearchIndex USING fts5(
            name, alias, title, wording, summary, description, related, text,
            content = '', tokenize = 'ascii', prefix = '2 3');
        CREATE VIRTUAL TABLE SearchVocabulary USING fts5vocab(SearchIndex, row);
        CREATE VIRTUAL TABLE SearchSpelling USING fts5(words, content = '', tokenize = 'trigram case_sensitive 1');
        """;

    /// <summary>Writes the index of a base into its database.</summary>
    /// <param name="connection">An open connection, in a transaction.</param>
    /// <param name="objects">All there is to find. Of equally good hits, those that come first here come first.</param>
    /// <exception cref="InvalidDataException">What was written does not hold together.</exception>
    public static void Write(SqliteConnection connection, IEnumerable<SearchObject> objects)
    {
        connection.Execute(Schema);
        var number = 0L;
        using (var toObjects = new PreparedInsert(connection, "SearchObjects", ["Number", "Kind", "Type", "Key", "Slug"]))
        using (var toParts = new PreparedInsert(connection, "SearchParts", ["Number", "Ordinal", "Field", "Text"]))
        using (var toNames = new PreparedInsert(connection, "SearchNames", ["Name", "Number", "Words", "Text", "IsMain"]))
        using (var toIndex = new PreparedInsert(connection, "SearchIndex", ["rowid", .. SearchRelevance.Fields.Select(field => field.Field.ToString())]))
        using (var toSpelling = new PreparedInsert(connection, "SearchSpelling", ["rowid", "words"]))
        {
            var names = 0L;
            foreach (var one in objects)
            {
                toObjects.Row(++number, one.Sort.ToString(), one.Type, one.Key, one.Slug);
                for (var i = 0; i < one.Parts.Count; i++)
                    toParts.Row(number, i, one.Parts[i].Field.ToString(), one.Parts[i].Field == SearchField.Text ? null : one.Parts[i].Text);
                toIndex.Row([number, .. SearchRelevance.Fields.Select(field => SearchRelevance.Row(one, field.Field))]);
                foreach (var name in one.Names)
                {
                    var words = Words.Name(name.Text);
                    toNames.Row(++names, number, words, name.Text, name.IsMain);
                    if (!name.IsMisprint)
                        toSpelling.Row(names, SearchRelevance.Spelt(words));
                }
            }
        }

        connection.Execute("INSERT INTO SearchIndex (SearchIndex) VALUES ('optimize'); INSERT INTO SearchSpelling (SearchSpelling) VALUES ('optimize');");
        Verify(connection, number);
    }

    private static void Verify(SqliteConnection connection, long objects)
    {
        // FTS5 says by an error that an index does not hold together.
        connection.Execute("INSERT INTO SearchIndex (SearchIndex) VALUES ('integrity-check'); INSERT INTO SearchSpelling (SearchSpelling) VALUES ('integrity-check');");
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM SearchIndex";
        var indexed = Convert.ToInt64(count.ExecuteScalar(), CultureInfo.InvariantCulture);
        if (indexed != objects)
            throw new InvalidDataException($"The new base does not hold together: its search index has {indexed} objects, expected {objects}.");
    }
}
