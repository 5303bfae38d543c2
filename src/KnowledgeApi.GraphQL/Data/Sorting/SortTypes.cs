using System.Linq.Expressions;
using System.Reflection;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Data.Mapping;
using KnowledgeApi.GraphQL.Types;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Sorting;

/// <summary>
/// The inputs that order entities, derived from the model: by every single-valued member, by value objects as wholes and by what related objects
/// are ordered by. A kind of objects that adds nothing to order by has the input of what it is a kind of.
/// </summary>
internal sealed class SortTypes(DataOptions options, StoredMembers members)
{
    private readonly Dictionary<Type, ObjectSort> _sorts = [];

    /// <summary>What objects of a type are ordered by; complete once the schema is built.</summary>
    public ObjectSort SortOf(IReadOnlyEntityType type, TypeRegistry types) => Known(Shared(type, types));

    /// <summary>The order of plain lists of objects of a type.</summary>
    public IReadOnlyList<SortKey> OwnOrderOf(IReadOnlyEntityType type) =>
    [
        .. options.OrderOf(type.ClrType).Select(member => SortKey.Of(member.Name, row => Expression.Property(row, member.Name), type.FindProperty(member.Name)!, type.FindProperty(member.Name)!.IsNullable)),
        .. Known(type).Parse(null, type.ClrType),
    ];

    /// <summary>The input that orders objects of a type.</summary>
    public InputObjectType Input(IReadOnlyEntityType type, TypeRegistry types)
    {
        type = Shared(type, types);
        var name = types.NameOf(type.ClrType);
        return types.GetOrAdd(
            $"{name}SortInput",
            () => new InputObjectType { Name = $"{name}SortInput", Description = $"An order of `{name}` objects. Missing values come last." },
            input => input.Fields = [.. FieldsOf(type, types)]);
    }

    private IReadOnlyEntityType Shared(IReadOnlyEntityType type, TypeRegistry types) => members.Shared(type, types, (entity, property) => MemberOf(entity, property) is not null);

    private ObjectSort Known(IReadOnlyEntityType type) => _sorts.TryGetValue(type.ClrType, out var known) ? known : _sorts[type.ClrType] = new ObjectSort(
    [
        .. type.FindPrimaryKey()!.Properties.Select(key =>
            new SortKey(key.Name, row => Expression.Property(row, key.PropertyInfo!), key, Nullable: false, Descending: false)),
    ]);

    private IEnumerable<InputValue> FieldsOf(IReadOnlyEntityType type, TypeRegistry types)
    {
        var sort = Known(type);
        var direction = types.EnumFor(typeof(SortDirection));
        foreach (var property in members.Of(type, types))
        {
            var name = types.NameOf(property);
            var description = $"By `{name}`.";
            switch (MemberOf(type, property))
            {
                case IReadOnlyNavigation { TargetEntityType: var target } navigation:
                    sort.Add(name, new SortStep(property.Name, row => Expression.Property(row, property), SortOf(target, types), StoredMembers.IsOptional(navigation), target.ClrType, IsKind: false));
                    yield return new InputValue { Name = name, Type = Input(target, types), Description = description };
                    break;
                case IReadOnlyList<SortKey> keys:
                    sort.Add(name, keys);
                    yield return new InputValue { Name = name, Type = direction, Description = description };
                    break;
            }
        }

        if (Kinds.ColumnOf(type) is not { } kind)
            yield break;
        sort.Add(Kinds.Field, [new SortKey(kind.Name, row => Kinds.Access(row, kind), kind, Nullable: false, Descending: false)]);
        yield return new InputValue { Name = Kinds.Field, Type = direction, Description = Kinds.Description };
        foreach (var derived in type.GetDerivedTypes().Where(derived => Shared(derived, types) == derived))
        {
            var special = types.NameOf(derived.ClrType);
            sort.Add($"as{special}", new SortStep($"as{special}", row => Expression.Convert(row, derived.ClrType), Known(derived), Nullable: true, derived.ClrType, IsKind: true));
            yield return new InputValue { Name = $"as{special}", Type = Input(derived, types), Description = $"By the fields of `{special}`; objects of other types come last." };
        }
    }

    /// <summary>What an order by a member goes by: a relation to one, or stored values; null if there is no order by it.</summary>
    private object? MemberOf(IReadOnlyEntityType type, PropertyInfo property) =>
        options.IsUnordered(property) ? null : type.FindNavigation(property.Name) is { IsCollection: false } navigation ? IsOrderedBy(navigation) ? navigation : null : KeysOf(type, property) is { Count: > 0 } keys ? keys : null;

    // An order does not go on to a small part that objects may lack, such as the name a citation prints.
    private bool IsOrderedBy(IReadOnlyNavigation navigation) =>
        !(options.IsPart(navigation.TargetEntityType.ClrType) && StoredMembers.IsOptional(navigation));

    /// <summary>The stored values that an order by a member goes by: one, or those a value object is ordered by.</summary>
    private IReadOnlyList<SortKey> KeysOf(IReadOnlyTypeBase type, PropertyInfo property)
    {
        if (type.FindComplexProperty(property.Name) is { } complex)
        {
            return
            [
                .. options.OrderOf(complex.ClrType).Select(member => SortKey.Of(
                    $"{property.Name}.{member.Name}",
                    row => Expression.Property(Expression.Property(row, property), member.Name),
                    complex.ComplexType.FindProperty(member.Name)!,
                    nullable: complex.IsNullable || complex.ComplexType.FindProperty(member.Name)!.IsNullable)),
            ];
        }

        var by = options.TextOf(property)?.SortKey ?? property;
        if (type.FindProperty(by.Name) is not { } stored)
            return [];
        var key = SortKey.Of(by.Name, row => Expression.Property(row, by), stored, stored.IsNullable);
        // Places by a key made of a text are not places by the text: the path tells them apart.
        return options.CollationOf(type.ClrType, property) is { } collation ? [key with { Path = $"{key.Path}~", Collation = collation }] : [key];
    }
}
