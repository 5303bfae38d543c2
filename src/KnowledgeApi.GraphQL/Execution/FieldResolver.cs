namespace KnowledgeApi.GraphQL.Execution;

/// <summary>How the values of a field are found.</summary>
public abstract class FieldResolver;
