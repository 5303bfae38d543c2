using System.Linq.Expressions;
using System.Reflection;
using KnowledgeApi.GraphQL.Data.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace KnowledgeApi.GraphQL.Data.Rows;

/// <summary>
/// How the many of a parent are found: rows of a link, which is the many themselves or the table that joins them, whose
/// foreign key is the parent's key.
/// </summary>
/// <param name="Parent">The parents.</param>
/// <param name="ParentKey">The key of a parent.</param>
/// <param name="Link">The rows that belong to parents.</param>
/// <param name="ForeignKey">The key of a link's parent.</param>
/// <param name="ToTarget">Leads from a link to one of the many; null if links are the many.</param>
/// <param name="Target">The many; perhaps a more special type than links lead to, and then only those of that type.</param>
internal sealed record Relation(
    IReadOnlyEntityType Parent, PropertyInfo ParentKey, IReadOnlyEntityType Link, PropertyInfo ForeignKey, IReadOnlyNavigation? ToTarget, IReadOnlyEntityType Target)
{
    /// <summary>How a parent's key is stored.</summary>
    public CoreTypeMapping KeyMapping { get; } = Parent.FindProperty(ParentKey.Name)!.GetTypeMapping();

    /// <summary>The conditions on links, in the order they are written.</summary>
    public IReadOnlyList<LambdaExpression> LinkConditions { get; init; } = [];

    /// <summary>The conditions on the many.</summary>
    public IReadOnlyList<LambdaExpression> TargetConditions { get; init; } = [];

    public static Relation Of(IReadOnlyNavigationBase navigation) => navigation switch
    {
        IReadOnlySkipNavigation skip => new Relation(
            skip.ForeignKey!.PrincipalEntityType,
            Single(skip.ForeignKey.PrincipalKey.Properties, navigation),
            skip.JoinEntityType!,
            Single(skip.ForeignKey.Properties, navigation),
            ToTargetOf(skip),
            skip.TargetEntityType),
        IReadOnlyNavigation direct => new Relation(
            direct.ForeignKey.PrincipalEntityType,
            Single(direct.ForeignKey.PrincipalKey.Properties, navigation),
            direct.ForeignKey.DeclaringEntityType,
            Single(direct.ForeignKey.Properties, navigation),
            null,
            direct.TargetEntityType),
        _ => throw Unsupported(navigation),
    };

    /// <summary>The one of the many that a link stands for.</summary>
    public Expression Node(Expression link)
    {
        var node = ToTarget is null ? link : Expression.Property(link, ToTarget.PropertyInfo!);
        return Target.ClrType.IsAssignableFrom(node.Type) ? node : Expression.Convert(node, Target.ClrType);
    }

    /// <summary>The links of all parents.</summary>
    public Expression Links(DbContext db)
    {
        var links = BareLinks(db);
        if (ToTarget is not null && ToTarget.TargetEntityType != Target)
            links = Where(links, link => Expression.TypeIs(Expression.Property(link, ToTarget.PropertyInfo!), Target.ClrType));
        foreach (var condition in TargetConditions)
            links = Where(links, link => ParameterReplacer.Apply(condition, Node(link)));
        return links;
    }

    /// <summary>The links of all parents, whatever they lead to.</summary>
    public Expression BareLinks(DbContext db) => LinkConditions.Aggregate(
        QueryExpressions.Root(db, Link), (links, condition) => Where(links, link => ParameterReplacer.Apply(condition, link)));

    /// <summary>The one property of a key.</summary>
    public static PropertyInfo Single(IReadOnlyList<IReadOnlyProperty> properties, IReadOnlyNavigationBase navigation) =>
        properties is [{ PropertyInfo: { } property }] ? property : throw Unsupported(navigation);

    private Expression Where(Expression links, Func<Expression, Expression> condition)
    {
        var link = Expression.Parameter(Link.ClrType, "l");
        return QueryExpressions.Where(links, Expression.Lambda(condition(link), link));
    }

    private static IReadOnlyNavigation ToTargetOf(IReadOnlySkipNavigation skip) =>
        skip.Inverse?.ForeignKey?.DependentToPrincipal is { PropertyInfo: not null } navigation ? navigation : throw Unsupported(skip);

    private static InvalidOperationException Unsupported(IReadOnlyNavigationBase navigation) => new(
        $"{navigation.DeclaringEntityType.DisplayName()}.{navigation.Name}: relations need a key of one column, mapped to a C# property, on both sides.");
}
