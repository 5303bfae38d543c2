namespace KnowledgeApi.Knowledge.Model;

/// <summary>Something offered or used: a service, a piece of software, a device.</summary>
public sealed class Product : Entity;
