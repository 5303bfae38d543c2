using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KnowledgeApi.Knowledge.Store.PostgreSql;

/// <summary>
/// Puts queries so that they become the statements that are meant. Npgsql makes a pattern of a text that another is to contain, and a parameter of its own of that pattern; here
/// the text is looked for as it is.
/// </summary>
internal sealed class PlainQueries : IQueryExpressionInterceptor
{
    public static readonly PlainQueries Instance = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) => new Visitor().Visit(queryExpression);

    private sealed class Visitor : ExpressionVisitor
    {
        private static readonly MethodInfo Contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;

        // Npgsql knows it as strpos.
        private static readonly MethodInfo IndexOf = typeof(string).GetMethod(nameof(string.IndexOf), [typeof(string)])!;

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            var visited = base.VisitMethodCall(node);
            return visited is MethodCallExpression { Object: { } text, Arguments: [var part] } call && call.Method == Contains
                ? Expression.GreaterThanOrEqual(Expression.Call(text, IndexOf, part), Expression.Constant(0))
                : visited;
        }
    }
}
