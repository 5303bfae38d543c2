using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Aggregates;

/// <summary>What objects of one type are summed up by.</summary>
internal sealed class ObjectAggregate(IReadOnlyList<AggregateMember> members)
{
    private readonly Dictionary<string, AggregateMember> _byName = members.ToDictionary(member => member.Name, StringComparer.Ordinal);

    public IReadOnlyList<AggregateMember> Members { get; } = members;

    public AggregateMember? Find(string name) => _byName.GetValueOrDefault(name);
}

/// <summary>A member that objects are summed up by.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Property">The C# property.</param>
/// <param name="Nullable">True if an object may have none.</param>
internal abstract record AggregateMember(string Name, PropertyInfo Property, bool Nullable);

/// <summary>A stored number or date.</summary>
internal sealed record ColumnMember(string Name, AggregateColumn Column, bool Nullable) : AggregateMember(Name, Column.Member, Nullable);

/// <summary>A value object that is a range, of which an end that is missing is open.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Property">The C# property.</param>
/// <param name="Nullable">True if an object may have none.</param>
/// <param name="Sentinel">A member that every such value object has: it tells whether there is one.</param>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="LowerInclusive">Tells whether the lower end is in the range; null if it always is.</param>
/// <param name="UpperInclusive">Tells whether the upper end is in the range; null if it always is.</param>
/// <param name="Unit">The unit that sums are never mixed of; null if there is none.</param>
/// <param name="Rule">Which objects count in sums; null if all do.</param>
internal sealed record RangeMember(
    string Name,
    PropertyInfo Property,
    bool Nullable,
    PropertyInfo Sentinel,
    ColumnMember Lower,
    ColumnMember Upper,
    PropertyInfo? LowerInclusive,
    PropertyInfo? UpperInclusive,
    IReadOnlyProperty? Unit,
    SumRule? Rule) : AggregateMember(Name, Property, Nullable)
{
    /// <summary>The path of its members in a row.</summary>
    public string Path { get; } = $"{Property.Name}.";
}
