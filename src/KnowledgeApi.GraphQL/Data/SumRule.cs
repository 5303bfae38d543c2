using System.Linq.Expressions;
using System.Reflection;

namespace KnowledgeApi.GraphQL.Data;

/// <summary>Which objects of a type count in the sums of their ranges, and what sums are never made of.</summary>
/// <param name="Thing">The member that is equal in objects that tell of one thing: of those summed up together the first counts.</param>
/// <param name="Place">The member that says which is first: the one with the least.</param>
/// <param name="Counts">The condition of those that may count: a function of an object.</param>
/// <param name="Apart">The members in which all that a sum is made of must be equal.</param>
internal sealed record SumRule(PropertyInfo Thing, PropertyInfo Place, LambdaExpression Counts, IReadOnlyList<PropertyInfo> Apart);
