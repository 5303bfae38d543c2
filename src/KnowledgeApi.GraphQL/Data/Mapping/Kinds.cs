using System.Linq.Expressions;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Mapping;

/// <summary>The concrete types of objects that share a table.</summary>
internal static class Kinds
{
    /// <summary>The field that tells an object's kind in filters, orders and groups.</summary>
    public const string Field = "type";

    /// <summary>What readers are told of that field.</summary>
    public const string Description = "By the concrete type.";

    /// <summary>The concrete types of a type, in the order of what is stored for them.</summary>
    public static IReadOnlyList<IReadOnlyEntityType> Of(IReadOnlyEntityType type) =>
    [
        .. type.GetDerivedTypesInclusive()
            .Where(kind => !kind.IsAbstract())
            .OrderBy(kind => kind.GetDiscriminatorValue() as string ?? kind.ClrType.Name, StringComparer.Ordinal),
    ];

    /// <summary>The column that tells an object's kind; null if there is only one kind.</summary>
    public static IReadOnlyProperty? ColumnOf(IReadOnlyEntityType type) => Of(type).Count < 2 ? null : type.FindDiscriminatorProperty()
        ?? throw new InvalidOperationException($"{type.DisplayName()} has several types but no discriminator.");

    /// <summary>What is stored of an object's kind.</summary>
    public static Expression Access(Expression row, IReadOnlyProperty column) =>
        Expression.Call(typeof(EF), nameof(EF.Property), [column.ClrType], row, Expression.Constant(column.Name));

    /// <summary>The enum of all kinds that share the table with a type.</summary>
    public static EnumType EnumOf(IReadOnlyEntityType type, TypeRegistry types)
    {
        var root = type.GetRootType();
        var name = $"{types.NameOf(root.ClrType)}Type";
        return types.GetOrAdd(name, () => new EnumType
        {
            Name = name,
            Description = $"The concrete types of `{types.NameOf(root.ClrType)}`.",
            Values =
            [
                .. Of(root).Select(kind => new EnumValue
                {
                    Name = Naming.ScreamingSnakeCase(types.NameOf(kind.ClrType)),
                    Description = types.DescriptionOf(kind.ClrType),
                    Value = kind.GetDiscriminatorValue()!,
                }),
            ],
        });
    }

    /// <summary>An object as one of another type of its hierarchy; null if it can never be one.</summary>
    public static Expression? As(Expression row, Type type)
    {
        if (type.IsAssignableFrom(row.Type))
            return row;
        return row.Type.IsAssignableFrom(type) ? Expression.Convert(row, type) : null;
    }
}
