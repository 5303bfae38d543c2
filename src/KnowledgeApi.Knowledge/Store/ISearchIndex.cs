using System.Data.Common;
using KnowledgeApi.Knowledge.Search;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>
/// Full-text search as a database does it. What a query means, what of an object is searched, where words are highlighted and which
/// names a misspelling is near to is said elsewhere; an index only finds.
/// </summary>
public interface ISearchIndex
{
    /// <summary>The best hits behind the first <paramref name="offset"/>, the best first.</summary>
    Task<IReadOnlyList<SearchHit>> FindAsync(RunSql run, SearchQuery query, SearchScope scope, int offset, int limit, CancellationToken cancellation);

    /// <summary>How many hits there are.</summary>
    Task<int> CountAsync(RunSql run, SearchQuery query, SearchScope scope, CancellationToken cancellation);

    /// <summary>The texts of hits, by their numbers, in the order of <see cref="SearchObject.Parts"/>.</summary>
    Task<ILookup<long, SearchPart>> ReadAsync(RunSql run, IReadOnlyCollection<long> numbers, CancellationToken cancellation);

    /// <summary>Which words of a query the base knows, and names that look like the query.</summary>
    Task<NamesAlike> FindNamesAsync(RunSql run, SearchQuery query, CancellationToken cancellation);
}

/// <summary>Something found.</summary>
/// <param name="Number">Its number in the index.</param>
/// <param name="Type">The C# name of its class.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Score">How good a hit it is: the greater the better.</param>
public sealed record SearchHit(long Number, string Type, string Slug, double Score);

/// <summary>What a query may find.</summary>
/// <param name="Types">The C# names of the classes of objects; null for all.</param>
/// <param name="Entities">The keys of the entities that may be found; null for all.</param>
/// <param name="Claims">The keys of the claims that may be found; null for all.</param>
/// <param name="Documents">The keys of the documents that may be found; null for all.</param>
public sealed record SearchScope(IReadOnlyCollection<string>? Types = null, SqlText? Entities = null, SqlText? Claims = null, SqlText? Documents = null)
{
    /// <summary>Everything.</summary>
    public static SearchScope All { get; } = new();
}

/// <summary>Which words of a query are in some text of a base, and names that look like the query, the likest first.</summary>
public sealed record NamesAlike(IReadOnlySet<string> Known, IReadOnlyList<NameCandidate> Candidates);
