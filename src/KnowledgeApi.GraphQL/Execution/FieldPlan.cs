using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Execution;

/// <summary>A field of a planned operation: one response key of one object type.</summary>
public sealed class FieldPlan
{
    /// <summary>The key in the response.</summary>
    public required string ResponseName { get; init; }

    public required Field Field { get; init; }

    /// <summary>The field nodes that were merged into this one; the first one's arguments count.</summary>
    public required IReadOnlyList<FieldNode> Nodes { get; init; }

    /// <summary>What is selected of the field's objects; null for a leaf.</summary>
    public SelectionPlan? Selection { get; init; }
}

/// <summary>What is selected of a composite type, by the object type a value turns out to have.</summary>
public sealed class SelectionPlan
{
    /// <summary>The fields in response order, for each possible object type.</summary>
    public required IReadOnlyDictionary<ObjectType, IReadOnlyList<FieldPlan>> Fields { get; init; }
}
