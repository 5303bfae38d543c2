using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace KnowledgeApi.GraphQL.Types;

/// <summary>A complete, immutable schema.</summary>
public sealed class Schema
{
    private readonly FrozenDictionary<string, NamedType> _types;
    private readonly FrozenDictionary<string, Directive> _directives;
    private readonly Dictionary<NamedType, IReadOnlyList<ObjectType>> _possibleTypes = [];
    private readonly Dictionary<NamedType, FrozenSet<NamedType>> _subTypes = [];
    private readonly ConcurrentDictionary<(NamedType Type, Type Value), ObjectType?> _runtimeTypes = [];

    /// <summary>
    /// Takes all named types, the built-in scalars and the introspection types among them, and all directives.
    /// Does not judge them: the schema validator does.
    /// </summary>
    internal Schema(
        ObjectType queryType,
        IEnumerable<NamedType> types,
        IEnumerable<Directive> directives,
        ObjectType? mutationType = null,
        ObjectType? subscriptionType = null,
        string? description = null)
    {
        QueryType = queryType;
        MutationType = mutationType;
        SubscriptionType = subscriptionType;
        Description = description;
        Types = [.. types];
        Directives = [.. directives];
        _types = Types.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);
        _directives = Directives.ToFrozenDictionary(d => d.Name, StringComparer.Ordinal);

        foreach (var union in Types.OfType<UnionType>())
            AddAbstract(union, union.Types, []);
        foreach (var type in Types.OfType<InterfaceType>())
        {
            type.Implementers = [.. Types.OfType<ObjectType>().Where(o => o.Interfaces.Contains(type))];
            AddAbstract(type, type.Implementers, Types.OfType<InterfaceType>().Where(i => i.Interfaces.Contains(type)));
        }

        SchemaField = Introspection.CreateSchemaField(this);
        TypeField = Introspection.CreateTypeField(this);
    }

    internal string? Description { get; }

    /// <summary>The name of the argument that fields hand down to those below them; null if none is.</summary>
    internal string? HandedDown { get; init; }

    internal ObjectType QueryType { get; }

    internal ObjectType? MutationType { get; }

    internal ObjectType? SubscriptionType { get; }

    /// <summary>Every named type, in the order the schema was built.</summary>
    internal IReadOnlyList<NamedType> Types { get; }

    internal IReadOnlyList<Directive> Directives { get; }

    /// <summary>The meta field <c>__schema</c> of the query type.</summary>
    internal Field SchemaField { get; }

    /// <summary>The meta field <c>__type(name:)</c> of the query type.</summary>
    internal Field TypeField { get; }

    internal bool TryGetType(string name, [NotNullWhen(true)] out NamedType? type) => _types.TryGetValue(name, out type);

    internal bool TryGetDirective(string name, [NotNullWhen(true)] out Directive? directive) => _directives.TryGetValue(name, out directive);

    /// <summary>
    /// Finds a field that may be selected on a type: a declared one, <c>__typename</c> on any object, interface or union,
    /// <c>__schema</c> and <c>__type</c> on the query type.
    /// </summary>
    internal bool TryGetField(NamedType type, string name, [NotNullWhen(true)] out Field? field)
    {
        if (type is FieldsType fields && fields.TryGetField(name, out field))
            return true;
        field = name switch
        {
            "__typename" when type.IsComposite => Introspection.TypeNameField,
            "__schema" when type == QueryType => SchemaField,
            "__type" when type == QueryType => TypeField,
            _ => null,
        };
        return field is not null;
    }

    /// <summary>The object types a value of this type can have: the type itself, the members of a union, the implementers of an interface.</summary>
    internal IReadOnlyList<ObjectType> GetPossibleTypes(NamedType type) =>
        type is ObjectType only ? [only] : _possibleTypes.GetValueOrDefault(type, []);

    /// <summary>True if <paramref name="maybeSub"/> is a member or implementer (object or interface) of <paramref name="type"/>.</summary>
    internal bool IsSubType(NamedType type, NamedType maybeSub) =>
        _subTypes.TryGetValue(type, out var sub) && sub.Contains(maybeSub);

    /// <summary>The object type of a value of a type: the one whose C# type is the value's, or its nearest base; null if there is none.</summary>
    internal ObjectType? ResolveType(NamedType type, object value) =>
        type is ObjectType only ? only : _runtimeTypes.GetOrAdd((type, value.GetType()), key => Nearest(GetPossibleTypes(key.Type), key.Value));

    private static ObjectType? Nearest(IReadOnlyList<ObjectType> possible, Type value)
    {
        for (var type = value; type is not null; type = type.BaseType)
        {
            if (possible.FirstOrDefault(p => p.ClrType == type) is { } found)
                return found;
        }

        return possible.FirstOrDefault(p => p.ClrType is { IsInterface: true } shared && shared.IsAssignableFrom(value));
    }

    private void AddAbstract(NamedType type, IReadOnlyList<ObjectType> possible, IEnumerable<NamedType> more)
    {
        _possibleTypes[type] = possible;
        _subTypes[type] = possible.Concat<NamedType>(more).ToFrozenSet();
    }
}
