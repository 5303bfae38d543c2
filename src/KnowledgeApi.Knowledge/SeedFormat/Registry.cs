using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.SeedFormat;

/// <summary>
/// The ids of one kind of thing. All ids are known before anything is built, so that a reference to something that is wrong
/// itself is not reported as unknown.
/// </summary>
internal class Registry<T>(string what, SeedDiagnostics diagnostics)
    where T : class
{
    private readonly Dictionary<string, SourceLocation> _locations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T> _built = new(StringComparer.Ordinal);

    // A fault of an export is in each of its lines: as many guesses as problems are listed are enough.
    private readonly Dictionary<string, string> _hints = new(StringComparer.Ordinal);

    /// <summary>Makes an id known; a second use is reported.</summary>
    public bool Declare(Located id)
    {
        if (_locations.TryAdd(id.Text, id.Location))
            return true;
        var first = _locations[id.Text];
        diagnostics.Error(id.Location, $"The id \"{id.Text}\" is taken by another {what} at {first.File}:{first.Line}. Expected an id of its own.");
        return false;
    }

    /// <summary>Enters a thing that is built.</summary>
    public void Add(string id, T thing) => _built[id] = thing;

    /// <summary>The thing of an id; null if there is none, which is reported unless its own error is.</summary>
    public T? Find(Located? id)
    {
        if (id is null)
            return null;
        if (Get(id.Text) is { } thing)
            return thing;
        if (_locations.ContainsKey(id.Text))
            diagnostics.FailedElsewhere();
        else
            diagnostics.Error(id.Location, $"Unknown {what} \"{id.Text}\".{Hint(id.Text)} Expected the id of {TypeWords.WithArticle(what)} of the seeds.");
        return null;
    }

    /// <summary>The thing of an id; null if it is not there.</summary>
    public T? Of(string id) => Get(id);

    /// <summary>Forgets what is built, but no id.</summary>
    public void Forget() => _built.Clear();

    /// <summary>The thing of an id if it is built, or can be.</summary>
    protected virtual T? Get(string id) => _built.GetValueOrDefault(id);

    private string Hint(string id)
    {
        if (_hints.TryGetValue(id, out var known))
            return known;
        if (_hints.Count >= SeedDiagnostics.Listed)
            return "";
        var hint = Nearest.Hint(id, _locations.Keys);
        _hints.Add(id, hint);
        return hint;
    }

    /// <summary>The thing of an id, which must be of one class.</summary>
    public TKind? Find<TKind>(Located? id, string kind)
        where TKind : class, T
    {
        var thing = Find(id);
        if (thing is null or TKind)
            return thing as TKind;
        diagnostics.Error(id!.Location, $"\"{id.Text}\" is {TypeWords.WithArticle(TypeWords.Of(thing.GetType().Name))}. Expected {kind}.");
        return null;
    }
}
