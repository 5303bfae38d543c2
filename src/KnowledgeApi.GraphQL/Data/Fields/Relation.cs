using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace KnowledgeApi.GraphQL.Data.Fields;

/// <summary>
/// How the many of a parent are found: rows of a link, which is the many themselves or the table that joins them, whose
/// foreign key is the parent's key.
/// </summary>
internal sealed record Relation(IReadOnlyEntityType Parent, PropertyInfo ParentKey, IReadOnlyEntityType Link, PropertyInfo ForeignKey, Func<Expression, Expression> Node)
{
    /// <summary>How a parent's key is stored.</summary>
    public CoreTypeMapping KeyMapping { get; } = Parent.FindProperty(ParentKey.Name)!.GetTypeMapping();

    public static Relation Of(IReadOnlyNavigationBase navigation) => navigation switch
    {
        IReadOnlySkipNavigation skip => new Relation(
            skip.ForeignKey!.PrincipalEntityType,
            Single(skip.ForeignKey.PrincipalKey.Properties, navigation),
            skip.JoinEntityType!,
            Single(skip.ForeignKey.Properties, navigation),
            NodeOf(skip)),
        IReadOnlyNavigation direct => new Relation(
            direct.ForeignKey.PrincipalEntityType,
            Single(direct.ForeignKey.PrincipalKey.Properties, navigation),
            direct.ForeignKey.DeclaringEntityType,
            Single(direct.ForeignKey.Properties, navigation),
            link => link),
        _ => throw Unsupported(navigation),
    };

    /// <summary>True if there may be no object at the other end of a relation to one.</summary>
    public static bool IsOptional(IReadOnlyNavigation navigation) =>
        !(navigation.IsOnDependent ? navigation.ForeignKey.IsRequired : navigation.ForeignKey.IsRequiredDependent);

    private static Func<Expression, Expression> NodeOf(IReadOnlySkipNavigation skip)
    {
        var toNode = skip.Inverse?.ForeignKey?.DependentToPrincipal?.PropertyInfo ?? throw Unsupported(skip);
        return link => Expression.Property(link, toNode);
    }

    /// <summary>The one property of a key.</summary>
    public static PropertyInfo Single(IReadOnlyList<IReadOnlyProperty> properties, IReadOnlyNavigationBase navigation) =>
        properties is [{ PropertyInfo: { } property }] ? property : throw Unsupported(navigation);

    private static InvalidOperationException Unsupported(IReadOnlyNavigationBase navigation) => new(
        $"{navigation.DeclaringEntityType.DisplayName()}.{navigation.Name}: relations need a key of one column, mapped to a C# property, on both sides.");
}
