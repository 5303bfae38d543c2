namespace KnowledgeApi.Knowledge.Model;

/// <summary>An object with a global id, by which `node` finds it again.</summary>
public interface IIdentified
{
    /// <summary>Short stable name for addresses and references, unique among its kind.</summary>
    string Slug { get; }
}
