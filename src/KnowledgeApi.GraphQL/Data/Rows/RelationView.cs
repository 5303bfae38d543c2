using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Rows;

/// <summary>
/// A relation as a view shows it: a static property of an extension class that says in LINQ which of an object's many it means, such as
/// <c>public static Expression&lt;Func&lt;Artist, IEnumerable&lt;Print&gt;&gt;&gt; Prints =&gt; artist =&gt; artist.Works.OfType&lt;Print&gt;();</c>.
/// Its field is a list like that of the relation itself, with all its arguments, read by one statement for all parents. A view starts at a list
/// of the parent and may go on with <c>Where</c>, with <c>OfType</c> and, once, with <c>Select</c> to the object that each element refers to.
/// </summary>
internal static class RelationView
{
    /// <summary>The type of the many that a property shows; null if it is no view of a type's objects.</summary>
    public static Type? TargetOf(PropertyInfo property, Type? owner)
    {
        if (owner is null || property.GetMethod is not { IsStatic: true } || property.PropertyType is not { IsGenericType: true } type || type.GetGenericTypeDefinition() != typeof(Expression<>))
            return null;
        return type.GetGenericArguments()[0] is { IsGenericType: true } function && function.GetGenericTypeDefinition() == typeof(Func<,>)
            && function.GetGenericArguments() is [var parent, { IsGenericType: true } many] && parent.IsAssignableFrom(owner) && many.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            ? many.GetGenericArguments()[0]
            : null;
    }

    /// <summary>The relation that a view of an entity's objects means.</summary>
    /// <exception cref="FormatException">It is no view; the message says what a view is.</exception>
    public static Relation Read(IReadOnlyModel model, IReadOnlyEntityType parent, LambdaExpression view)
    {
        if (Closures.In(view))
            throw new FormatException("a view is the same for every request: it may name constants, but no variables.");
        return Read(model, parent, view.Body) is var relation && IsOncePerLink(relation)
            ? relation
            : throw new FormatException($"a parent may have the same {relation.Target.DisplayName()} several times: select it through links that are unique by both their ends.");
    }

    private static Relation Read(IReadOnlyModel model, IReadOnlyEntityType parent, Expression view)
    {
        switch (view)
        {
            case UnaryExpression { NodeType: ExpressionType.Convert } convert:
                return Read(model, parent, convert.Operand);
            case MemberExpression { Expression: ParameterExpression, Member: PropertyInfo property } when ManyOf(parent, property) is { } navigation:
                return Relation.Of(navigation);
            case MethodCallExpression { Method: { DeclaringType: var host } method } call when host == typeof(Enumerable):
                var relation = Read(model, parent, call.Arguments[0]);
                return method.Name switch
                {
                    nameof(Enumerable.Where) when call.Arguments[1] is LambdaExpression { Parameters.Count: 1 } condition => Where(relation, condition),
                    nameof(Enumerable.OfType) => OfType(relation, model.FindEntityType(method.GetGenericArguments()[0])),
                    nameof(Enumerable.Select) when call.Arguments[1] is LambdaExpression { Body: MemberExpression { Expression: ParameterExpression, Member: PropertyInfo to } } => Select(relation, to),
                    _ => throw Unfit(call),
                };
            default:
                throw Unfit(view);
        }
    }

    private static IReadOnlyNavigationBase? ManyOf(IReadOnlyEntityType parent, PropertyInfo property) =>
        (IReadOnlyNavigationBase?)parent.FindSkipNavigation(property.Name) ?? (parent.FindNavigation(property.Name) is { IsCollection: true } many ? many : null);

    private static Relation Where(Relation relation, LambdaExpression condition) => relation.ToTarget is null
        ? relation with { LinkConditions = [.. relation.LinkConditions, condition] }
        : relation with { TargetConditions = [.. relation.TargetConditions, condition] };

    private static Relation OfType(Relation relation, IReadOnlyEntityType? target)
    {
        if (target is null || !relation.Target.IsAssignableFrom(target))
            throw new FormatException($"the type in OfType is no kind of {relation.Target.DisplayName()}.");
        // Rows of the derived type by themselves need no test of their kind.
        return relation.ToTarget is null ? relation with { Link = target, Target = target } : relation with { Target = target };
    }

    private static Relation Select(Relation relation, PropertyInfo to) => relation.ToTarget is null && relation.Link.FindNavigation(to.Name) is { IsCollection: false, IsOnDependent: true } navigation
        ? relation with { ToTarget = navigation, Target = navigation.TargetEntityType }
        : throw new FormatException("Select leads once, from an element of the parent's list to the one object it refers to.");

    /// <summary>True if no parent has two links to the same object.</summary>
    private static bool IsOncePerLink(Relation relation)
    {
        if (relation.ToTarget is null)
            return true;
        HashSet<string> ends = [relation.ForeignKey.Name, .. relation.ToTarget.ForeignKey.Properties.Select(property => property.Name)];
        return relation.Link.GetKeys().Select(key => key.Properties)
            .Concat(relation.Link.GetIndexes().Where(index => index.IsUnique).Select(index => index.Properties))
            .Any(unique => unique.All(property => ends.Contains(property.Name)));
    }

    private static FormatException Unfit(Expression part) =>
        new($"\"{part}\" is no part of a view: start at a list of the parent and go on with Where, OfType and Select alone.");

    /// <summary>Finds variables that a lambda has captured: EF Core would take them for inputs of a statement.</summary>
    private sealed class Closures : ExpressionVisitor
    {
        private bool _found;

        public static bool In(Expression expression)
        {
            var closures = new Closures();
            closures.Visit(expression);
            return closures._found;
        }

        protected override Expression VisitConstant(ConstantExpression node)
        {
            _found |= node.Type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
            return node;
        }
    }
}
