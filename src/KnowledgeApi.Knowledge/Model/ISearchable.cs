namespace KnowledgeApi.Knowledge.Model;

/// <summary>Anything a search finds: an entity, a claim or a document.</summary>
public interface ISearchable : IIdentified;
