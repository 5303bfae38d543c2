using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.Ownership;

/// <summary>What one entity is known by: exactly one of these.</summary>
/// <param name="Id">Its global id, as the field `id` gives it.</param>
/// <param name="Slug">Its short stable name.</param>
[OneOf]
[InputObjectType]
public sealed record EntityKeyInput([property: ID] string? Id = null, string? Slug = null);
