namespace KnowledgeApi.Knowledge.Model;

/// <summary>Anything that can be referred to from outside.</summary>
public interface IIdentified
{
    /// <summary>Short stable name for addresses and references, unique among its kind.</summary>
    string Slug { get; }
}
