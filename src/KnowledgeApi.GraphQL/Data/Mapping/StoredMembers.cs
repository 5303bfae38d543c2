using System.Reflection;
using KnowledgeApi.GraphQL.Building;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Mapping;

/// <summary>Which members of entities and value objects clients can ask about, and which types have the same ones.</summary>
internal sealed class StoredMembers(DataOptions options)
{
    /// <summary>True if the member is a key that relations alone have a use for.</summary>
    public static bool IsKey(IReadOnlyTypeBase type, PropertyInfo property) =>
        type.FindProperty(property.Name) is { } stored && (stored.IsPrimaryKey() || stored.IsForeignKey());

    /// <summary>The relation that a member is; null if it is none.</summary>
    public static IReadOnlyNavigationBase? RelationOf(IReadOnlyTypeBase type, PropertyInfo property) =>
        type is IReadOnlyEntityType entity ? (IReadOnlyNavigationBase?)entity.FindNavigation(property.Name) ?? entity.FindSkipNavigation(property.Name) : null;

    /// <summary>True if there may be no object at the other end of a relation to one.</summary>
    public static bool IsOptional(IReadOnlyNavigation navigation) =>
        !(navigation.IsOnDependent ? navigation.ForeignKey.IsRequired : navigation.ForeignKey.IsRequiredDependent);

    /// <summary>The members that are fields: neither hidden nor mere keys.</summary>
    public IEnumerable<PropertyInfo> Of(IReadOnlyTypeBase type, TypeRegistry types) =>
        types.PropertiesOf(type.ClrType).Where(property => !options.IsHidden(property) && !IsKey(type, property));

    /// <summary>The lists of small parts that are hidden from clients.</summary>
    public IEnumerable<IReadOnlyNavigation> HiddenPartsOf(IReadOnlyEntityType type) =>
        type.GetNavigations().Where(navigation => navigation is { IsCollection: true, PropertyInfo: { } property } && options.IsHidden(property) && options.IdOf(navigation.TargetEntityType.ClrType) is null);

    /// <summary>
    /// The most general type that has all the members of a type that count for a purpose. A kind of objects without members of its own is
    /// filtered, ordered and summed up as what it is a kind of, by the same inputs and types.
    /// </summary>
    /// <param name="type">The type.</param>
    /// <param name="types">The types of the schema.</param>
    /// <param name="counts">True for members that the purpose has a use for.</param>
    public IReadOnlyEntityType Shared(IReadOnlyEntityType type, TypeRegistry types, Func<IReadOnlyEntityType, PropertyInfo, bool> counts)
    {
        while (type.BaseType is { } general
            && (options.IdOf(type.ClrType) is null) == (options.IdOf(general.ClrType) is null)
            && Of(type, types).Where(property => counts(type, property)).All(property => property.DeclaringType!.IsAssignableFrom(general.ClrType)))
        {
            type = general;
        }

        return type;
    }
}
