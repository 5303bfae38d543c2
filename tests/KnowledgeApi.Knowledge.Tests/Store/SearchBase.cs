using KnowledgeApi.Knowledge.Search;
using KnowledgeApi.Knowledge.Store;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Knowledge.Tests.Store;

/// <summary>A small base to search in, with the text of its one document.</summary>
public sealed class SearchBase : IDisposable
{
    private readonly TempFolder _folder = new TempFolder().Document("text", TempFolder.Text).Seed("base.yaml", TempFolder.Base).Seed("it.yaml", $$"""
        documents:
          - { id: untold, language: fr, sha256: {{new string('0', 64)}}, length: 9, title: "Le Nuage de l’État", publisher: paper, authors: [] }
        companies:
          - id: nuage
            name: Nuage
            description: Sells clouds to the State.
            names:
              - { name: "Nuage Souverain SA", kind: LEGAL, citations: [{{TempFolder.Citation()}}] }
              - { name: "Nuge", kind: MISPRINT, citations: [{{TempFolder.Citation()}}] }
          - { id: nuage-du-sud, name: Nuage du Sud }
          - { id: grand-nuage, name: Grand Nuage }
          - { id: depots, name: Caisse des Dépôts }
          - { id: coeur, name: Cœur de Réseau }
          - { id: a-twin, name: Twin }
          - { id: b-twin, name: Twin }
        shareholdings:
          - { id: stake, status: ACTUAL, owner: depots, company: nuage, share: "44.4", wording: "44,4 %", citations: [{{TempFolder.Citation()}}] }
          - { id: other-stake, status: PLANNED, owner: alpha, company: nuage, share: "4", wording: "4 parts du nuage", citations: [{{TempFolder.Citation()}}] }
        events:
          - { id: start, status: ACTUAL, kind: LAUNCH, summary: The cloud starts, participants: [{ entity: nuage, role: SUBJECT }], citations: [{{TempFolder.Citation()}}] }
        statements:
          - { id: told, status: ACTUAL, speaker: ada, summary: The cloud is late., about: [nuage], citations: [{{TempFolder.Citation()}}] }
        """);

    public SearchBase() => Snapshot = _folder.Build(texts: true);

    public Snapshot Snapshot { get; }

    public async Task RunAsync(SqlText statement, Action<System.Data.Common.DbDataReader> read, CancellationToken cancellation)
    {
        await using var context = Snapshot.CreateContext();
        await context.Database.OpenConnectionAsync(cancellation);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = statement.Text;
        foreach (var (name, value) in statement.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            read(reader);
    }

    public Task<IReadOnlyList<SearchHit>> HitsAsync(string text, SearchScope? scope = null, int offset = 0, int limit = 100) =>
        Snapshot.Search.FindAsync(RunAsync, SearchQuery.Parse(text), scope ?? SearchScope.All, offset, limit, default);

    /// <summary>The slugs of what is found, the best first.</summary>
    public async Task<string[]> FindAsync(string text, SearchScope? scope = null) => [.. (await HitsAsync(text, scope)).Select(hit => hit.Slug)];

    public Task<int> CountAsync(string text, SearchScope? scope = null) =>
        Snapshot.Search.CountAsync(RunAsync, SearchQuery.Parse(text), scope ?? SearchScope.All, default);

    public async Task<IEnumerable<string>> SuggestAsync(string text)
    {
        var query = SearchQuery.Parse(text);
        var (known, candidates) = await Snapshot.Search.FindNamesAsync(RunAsync, query, default);
        return Spelling.Suggest(query, known, candidates, 5).Select(suggestion => suggestion.Text);
    }

    public void Dispose()
    {
        Snapshot.Dispose();
        _folder.Dispose();
    }
}
