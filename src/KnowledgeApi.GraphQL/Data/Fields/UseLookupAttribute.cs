namespace KnowledgeApi.GraphQL.Data.Fields;

/// <summary>Makes a root method that returns a queryable find the one object named by its <c>by</c> argument.</summary>
/// <param name="members">
/// What objects are found by, beside their global id: names of stored members, or of lists whose elements are unique, all
/// their members taken together. Where several objects are found, the error tells them apart.
/// </param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseLookupAttribute(params string[] members) : Attribute
{
    public IReadOnlyList<string> Members { get; } = members;
}
