using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Data.Filtering;

/// <summary>Conditions on global ids. An id names a kind as well as a key, so an object of that key but another kind does not have it.</summary>
internal static class IdConditions
{
    /// <summary>The object has this id.</summary>
    /// <exception cref="FieldErrorException">The text is no global id.</exception>
    public static FilterNode Equal(IdFilterMember member, string id, FilterValues values)
    {
        var (kind, key) = Decode(id);
        return member.Kinds.TryGetValue(kind, out var stored)
            ? OfKind(member, stored, new CompareNode(member.Name, member.Key, FilterOperation.Eq, values.Add(typeof(string), key)), values)
            : new NothingNode();
    }

    /// <summary>The object has one of these ids.</summary>
    /// <exception cref="FieldErrorException">One of the texts is no global id.</exception>
    public static IEnumerable<FilterNode> In(IdFilterMember member, IEnumerable<string> ids, FilterValues values) => ids
        .Select(Decode)
        .Where(id => member.Kinds.ContainsKey(id.Kind))
        .GroupBy(id => id.Kind, id => id.Key)
        .Select(group => OfKind(
            member, member.Kinds[group.Key], new CompareNode(member.Name, member.Key, FilterOperation.In, values.AddList(typeof(string), [.. group])), values));

    private static FilterNode OfKind(IdFilterMember member, object stored, FilterNode node, FilterValues values) => member.Kind is { } kind
        ? new JunctionNode(true, [node, new CompareNode(kind.Name, kind.Column, FilterOperation.Eq, values.Add(kind.Column.Type, stored, kind.Column.Mapping))])
        : node;

    /// <summary>What a global id is made of.</summary>
    /// <exception cref="FieldErrorException">The text is no global id.</exception>
    public static (string Kind, string Key) Decode(string id) => GlobalId.TryDecode(id, out var kind, out var key)
        ? (kind, key)
        : throw new FieldErrorException($"\"{id}\" is not a global id. Take ids from the field \"id\" of an object.", ErrorCodes.IdInvalid);
}
