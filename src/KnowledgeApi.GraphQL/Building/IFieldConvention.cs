namespace KnowledgeApi.GraphQL.Building;

/// <summary>Makes fields of C# members in another way than the default. Conventions are asked in the order they were added.</summary>
public interface IFieldConvention
{
    /// <summary>
    /// Returns false for a member this convention does not care about. Returns true with a draft of the field, or with
    /// null to leave the member out of the schema.
    /// </summary>
    bool TryDescribe(FieldContext context, out FieldDefinition? draft);

    /// <summary>Has a last word on a field that was made by the default.</summary>
    FieldDefinition Complete(FieldContext context, FieldDefinition draft) => draft;
}
