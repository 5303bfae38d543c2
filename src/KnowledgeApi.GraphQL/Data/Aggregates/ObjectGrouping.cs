using System.Collections;
using System.Data.Common;
using System.Linq.Expressions;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Data.Aggregates;

/// <summary>How precisely dates are grouped.</summary>
[GraphQLName("DateGrouping")]
public enum DateGrouping
{
    /// <summary>Dates of one year together.</summary>
    Year,

    /// <summary>Dates of one month of one year together.</summary>
    Month,

    /// <summary>Dates of one day together.</summary>
    Day,
}

/// <summary>The order of groups.</summary>
[GraphQLName("GroupOrder")]
public enum GroupOrder
{
    /// <summary>The largest groups first; those of one size by their keys.</summary>
    CountDesc,

    /// <summary>The smallest groups first; those of one size by their keys.</summary>
    CountAsc,

    /// <summary>By the keys, the first one given counting most: least, earliest or first in the dictionary first. What is missing comes last.</summary>
    KeyAsc,

    /// <summary>By the keys, the first one given counting most: greatest, latest or last in the dictionary first. What is missing comes last.</summary>
    KeyDesc,
}

/// <summary>What objects of one type are grouped by; its members may lead back to it.</summary>
internal sealed class ObjectGrouping
{
    /// <summary>The most keys of a grouping, and the most related objects it leads to, each of which is one more table in the statement.</summary>
    private const int MaxKeys = 16;

    /// <summary>The most lists a grouping leads through: rows are paired with all that is in them.</summary>
    private const int MaxLists = 4;

    private readonly Dictionary<string, GroupMember> _members = new(StringComparer.Ordinal);

    public void Add(GroupMember member) => _members.Add(member.Name, member);

    /// <summary>The keys a <c>by</c> argument asks for, the first given first.</summary>
    /// <exception cref="FieldErrorException">There is none, or the grouping is too large.</exception>
    public IReadOnlyList<GroupKey> Parse(object? by)
    {
        var keys = new OrderedDictionary<string, GroupKey>(StringComparer.Ordinal);
        var (relations, lists) = (0, 0);
        foreach (var each in by is IEnumerable list ? list.Cast<InputObject>() : [])
            Add(each, this, new GroupPlace("", "", null, row => row));
        if (keys.Count == 0)
            throw new FieldErrorException("There is nothing to group by: give \"by\" at least one field.", ErrorCodes.GroupingInvalid);
        return [.. keys.Values];

        void Add(InputObject given, ObjectGrouping grouping, GroupPlace place)
        {
            foreach (var (name, value) in given)
            {
                if (value is null or false)
                    continue;
                var member = grouping._members[name];
                if (member is GroupStep step)
                {
                    if (step.IsRelated)
                        relations++;
                    if (step.ElementType is not null)
                        lists++;
                    Check();
                    Add((InputObject)value, step.Grouping, place.Enter(step));
                    continue;
                }

                // Given twice, a date is as precise as the last time.
                keys[place.Path + name] = ((GroupLeaf)member).KeyAt(place, value);
                Check();
            }
        }

        void Check()
        {
            if (keys.Count > MaxKeys || relations > MaxKeys || lists > MaxLists)
                throw new FieldErrorException($"A grouping may have at most {MaxKeys} keys and lead to at most {MaxKeys} related objects, through at most {MaxLists} lists.", ErrorCodes.GroupLimit);
        }
    }
}

/// <summary>A member that objects are grouped by.</summary>
internal abstract record GroupMember(string Name);

/// <summary>A step to one related object, many of them, or a value object.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Member">The name of the C# member.</param>
/// <param name="Access">The object or the many of an object.</param>
/// <param name="Grouping">What it is grouped by.</param>
/// <param name="IsRelated">False for a value object.</param>
/// <param name="ElementType">The type of each of many; null for one.</param>
internal sealed record GroupStep(string Name, string Member, Func<Expression, Expression> Access, ObjectGrouping Grouping, bool IsRelated, Type? ElementType = null) : GroupMember(Name);

/// <summary>A key, made of one value or several.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Cells">The values, for what the client gave; those that groups are ordered by first.</param>
/// <param name="Value">The key of the values.</param>
internal sealed record GroupLeaf(string Name, Func<object, IReadOnlyList<GroupCell>> Cells, Func<IReadOnlyList<object?>, object?> Value) : GroupMember(Name)
{
    public GroupKey KeyAt(GroupPlace place, object given) => new(
        place.Path + Name,
        [.. Cells(given).Select(cell => cell with { Path = place.Members + cell.Path, Origin = place.Origin, Access = row => cell.Access(place.Access(row)) })],
        Value);
}

/// <summary>A value of a row that groups are told apart by.</summary>
/// <param name="Path">What tells it from other values of a row.</param>
/// <param name="Access">The value of an object.</param>
/// <param name="Reader">Reads it from the column of an ordinal.</param>
/// <param name="Origin">Whose value it is: that of the row's object or, if not null, of each of many that the row is paired with.</param>
internal sealed record GroupCell(string Path, Func<Expression, Expression> Access, Func<int, Func<DbDataReader, object?>> Reader, GroupMany? Origin = null);

/// <summary>Related objects that rows are paired with, each with each of its own.</summary>
/// <param name="Path">What tells it from others.</param>
/// <param name="Origin">Whose they are: the row's object or, if not null, others that it is paired with.</param>
/// <param name="Access">The many of such an object.</param>
/// <param name="ElementType">The type of each.</param>
internal sealed record GroupMany(string Path, GroupMany? Origin, Func<Expression, Expression> Access, Type ElementType);

/// <summary>A key of a grouping.</summary>
/// <param name="Path">The fields that lead to it.</param>
/// <param name="Cells">The values it is made of.</param>
/// <param name="Value">The key of the values.</param>
internal sealed record GroupKey(string Path, IReadOnlyList<GroupCell> Cells, Func<IReadOnlyList<object?>, object?> Value);

/// <summary>An object on the way from a row to a key.</summary>
/// <param name="Path">The fields to it, each with a point behind.</param>
/// <param name="Members">The C# members to it, each with a point behind.</param>
/// <param name="Origin">The last of many on the way, if any.</param>
/// <param name="Access">The object of the row's object, or of that origin.</param>
internal sealed record GroupPlace(string Path, string Members, GroupMany? Origin, Func<Expression, Expression> Access)
{
    public GroupPlace Enter(GroupStep step)
    {
        Expression Next(Expression row) => step.Access(Access(row));
        var (path, members) = ($"{Path}{step.Name}.", $"{Members}{step.Member}.");
        return step.ElementType is { } element
            ? new GroupPlace(path, members, new GroupMany(members, Origin, Next, element), each => each)
            : new GroupPlace(path, members, Origin, Next);
    }
}

/// <summary>A date as far as it was grouped by.</summary>
internal sealed record DateParts(int Year, int? Month, int? Day);
