using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Building;

/// <summary>Finds the types a schema consists of.</summary>
/// <param name="made">Every type that was made, whether it is needed or not.</param>
internal sealed class TypeCollector(IReadOnlyCollection<NamedType> made)
{
    private readonly HashSet<NamedType> _found = [];
    private readonly Stack<NamedType> _open = [];

    /// <summary>
    /// The roots, then in the order of their names all that roots, <paramref name="included"/> types and directives lead
    /// to, then what every schema has. Of the specified scalars only those in use are part of a schema.
    /// </summary>
    public IEnumerable<NamedType> Collect(IReadOnlyList<NamedType> roots, IEnumerable<NamedType> included, IEnumerable<Directive> directives)
    {
        foreach (var type in roots.Concat(included).Concat(Introspection.AllTypes).Concat<GraphQLType>(directives.SelectMany(d => d.Arguments).Select(a => a.Type)))
            Reach(type);
        while (_open.TryPop(out var type))
        {
            foreach (var next in TypesBehind(type))
                Reach(next);
        }

        return roots
            .Concat(_found
                .Where(t => !roots.Contains(t) && !BuiltIns.IsSpecifiedScalar(t) && !Introspection.IsIntrospectionType(t))
                .OrderBy(t => t.Name, StringComparer.Ordinal))
            .Concat(BuiltIns.Scalars.Where(_found.Contains))
            .Concat(Introspection.AllTypes);
    }

    private void Reach(GraphQLType type)
    {
        if (_found.Add(type.Named))
            _open.Push(type.Named);
    }

    private IEnumerable<GraphQLType> TypesBehind(NamedType type) => type switch
    {
        FieldsType fields => fields.Fields
            .SelectMany(f => f.Arguments.Select(a => a.Type).Append(f.Type))
            .Concat(fields.Interfaces)
            .Concat(made.OfType<ObjectType>().Where(o => o.Interfaces.Contains(type))),
        UnionType union => union.Types,
        InputObjectType input => input.Fields.Select(f => f.Type),
        _ => [],
    };
}
