using System.Linq.Expressions;
using System.Reflection;

namespace KnowledgeApi.GraphQL.Data;

/// <summary>Which objects of a type count in the sums of their ranges, and what sums are never made of.</summary>
/// <param name="Counts">The condition of those that count: a function of an object.</param>
/// <param name="Apart">The members in which all that a sum is made of must be equal.</param>
internal sealed record SumRule(LambdaExpression Counts, IReadOnlyList<PropertyInfo> Apart);
