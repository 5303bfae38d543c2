using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Aggregates;

/// <summary>What objects of one type, an entity or a value object, are summed up by.</summary>
internal sealed class ObjectAggregate
{
    private readonly Dictionary<string, AggregateMember> _members = new(StringComparer.Ordinal);

    /// <summary>The ends of value objects that are intervals as wholes.</summary>
    public AggregateInterval? Interval { get; set; }

    /// <summary>The member with the unit of value objects that are summed up by unit.</summary>
    public AggregateUnit? Unit { get; set; }

    public IReadOnlyCollection<AggregateMember> Members => _members.Values;

    public bool IsEmpty => _members.Count == 0 && Interval is null;

    public void Add(AggregateMember member) => _members.Add(member.Name, member);

    public AggregateMember? Find(string name) => _members.GetValueOrDefault(name);
}

/// <summary>A member that objects are summed up by.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Property">The C# property.</param>
/// <param name="Nullable">True if an object may have none.</param>
internal abstract record AggregateMember(string Name, PropertyInfo Property, bool Nullable);

/// <summary>A stored value.</summary>
internal sealed record ColumnMember(string Name, AggregateColumn Column, bool Nullable) : AggregateMember(Name, Column.Member, Nullable);

/// <summary>A value object.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Property">The C# property.</param>
/// <param name="Shape">What it is summed up by.</param>
/// <param name="Nullable">True if an object may have none.</param>
/// <param name="Sentinel">A member that every such value object has: it tells whether there is one.</param>
internal sealed record ValueMember(string Name, PropertyInfo Property, ObjectAggregate Shape, bool Nullable, PropertyInfo Sentinel) : AggregateMember(Name, Property, Nullable);

/// <summary>The two ends of value objects; an end that is missing is open.</summary>
internal sealed record AggregateInterval(ColumnMember Lower, ColumnMember Upper, PropertyInfo? LowerInclusive, PropertyInfo? UpperInclusive);

/// <summary>The unit of value objects: sums of different units are never mixed.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Property">The C# property.</param>
/// <param name="Stored">How it is stored.</param>
internal sealed record AggregateUnit(string Name, PropertyInfo Property, IReadOnlyProperty Stored);
