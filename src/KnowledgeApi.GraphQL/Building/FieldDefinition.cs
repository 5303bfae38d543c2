using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Building;

/// <summary>A field as a convention wants it.</summary>
internal sealed class FieldDefinition
{
    public required GraphQLType Type { get; init; }

    public IReadOnlyList<InputValue> Arguments { get; init; } = [];

    /// <summary>How values are found; null only on interfaces whose implementers all have their own field.</summary>
    public FieldResolver? Resolver { get; init; }

    /// <summary>Another name than <see cref="FieldContext.Name"/>.</summary>
    public string? Name { get; init; }

    /// <summary>Another description than <see cref="FieldContext.Description"/>.</summary>
    public string? Description { get; init; }
}
