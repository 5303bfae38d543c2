namespace KnowledgeApi.GraphQL.Building;

/// <summary>
/// Makes fields of C# members in another way than the default, such as connections of relations. Conventions are asked in the order they
/// were added. They are the engine's own: what they are made of is no part of the public surface.
/// </summary>
public interface IFieldConvention
{
    /// <summary>
    /// Returns false for a member this convention does not care about. Returns true with the definition of the field, or with
    /// null to leave the member out of the schema.
    /// </summary>
    internal bool TryDescribe(FieldContext context, out FieldDefinition? definition);

    /// <summary>Has a last word on a field that was made by the default.</summary>
    internal FieldDefinition Complete(FieldContext context, FieldDefinition definition) => definition;
}
