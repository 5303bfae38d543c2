namespace KnowledgeApi.Knowledge.Model;

/// <summary>How well claims are borne out: those an entity takes part in, or all of the base.</summary>
public sealed class Coverage
{
    /// <summary>The key of the coverage of the whole base. Those of entities have the keys of their entities, from 1.</summary>
    public const long WholeBase = 0;

    /// <summary>Internal number.</summary>
    public long Key { get; init; }

    /// <summary>Internal number of the entity.</summary>
    public long? EntityKey { get; init; }

    /// <summary>The entity whose claims are counted. Null if it is the whole base.</summary>
    public Entity? Entity { get; init; }

    /// <summary>How many claims there are.</summary>
    public int Claims { get; init; }

    /// <summary>How many of them have a citation.</summary>
    public int Cited { get; init; }

    /// <summary>How many have a citation that was found in the text of its document. 0 where this base has got no text.</summary>
    public int Verified { get; init; }

    /// <summary>How many are in a group of claims that cannot all be true together.</summary>
    public int Conflicting { get; init; }

    /// <summary>How many rest on one independent source.</summary>
    public int SingleSource { get; init; }

    /// <summary>How many are told by nothing but readers' comments and answers to them.</summary>
    public int CommentsOnly { get; init; }

    /// <summary>How many do not tell the time they speak of.</summary>
    public int Undated { get; init; }

    /// <summary>How many are told by no document or comment with a usable date, so that they are left out of any `knownOn`.</summary>
    public int Unreported { get; init; }
}
