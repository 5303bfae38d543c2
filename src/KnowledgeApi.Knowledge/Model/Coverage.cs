namespace KnowledgeApi.Knowledge.Model;

/// <summary>Counts of how well claims are supported: those of one entity, or all of the base.</summary>
public sealed class Coverage
{
    /// <summary>The key of the coverage of the whole base. Those of entities have the keys of their entities, from 1.</summary>
    public const long WholeBase = 0;

    /// <summary>Internal number.</summary>
    public long Key { get; init; }

    /// <summary>Internal number of the entity.</summary>
    public long? EntityKey { get; init; }

    /// <summary>The entity whose claims are counted. Null for the whole base.</summary>
    public Entity? Entity { get; internal set; }

    /// <summary>The number of claims.</summary>
    public int Claims { get; init; }

    /// <summary>The number of claims with a citation.</summary>
    public int Cited { get; init; }

    /// <summary>The number of claims with a citation found in the text of its document. 0 if the server has no texts.</summary>
    public int Verified { get; init; }

    /// <summary>The number of claims in agreements whose verdict is CONFLICTING.</summary>
    public int Conflicting { get; init; }

    /// <summary>The number of claims with exactly one independent source.</summary>
    public int SingleSource { get; init; }

    /// <summary>The number of claims that only readers' comments support.</summary>
    public int CommentsOnly { get; init; }

    /// <summary>The number of claims that state no time.</summary>
    public int Undated { get; init; }

    /// <summary>The number of claims without a dated source, which `knownOn` leaves out.</summary>
    public int Unreported { get; init; }
}
