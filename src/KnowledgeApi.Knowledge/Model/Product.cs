namespace KnowledgeApi.Knowledge.Model;

/// <summary>A service, a piece of software or a device.</summary>
public sealed class Product : Entity;
