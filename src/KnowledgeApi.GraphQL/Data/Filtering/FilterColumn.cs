using System.Collections;
using System.Linq.Expressions;
using KnowledgeApi.GraphQL.Data.Mapping;
using Microsoft.EntityFrameworkCore.Storage;

namespace KnowledgeApi.GraphQL.Data.Filtering;

/// <summary>What a filter compares: a stored value and how a client's value is made comparable to it.</summary>
/// <param name="Type">The C# type of both sides.</param>
/// <param name="Kind">The comparisons it allows.</param>
/// <param name="Access">The stored value of an object.</param>
/// <param name="Normalize">A client's value as it is compared: folded text, the key inside a global id.</param>
/// <param name="Mapping">How values are stored; null for plain texts.</param>
internal sealed record FilterColumn(
    Type Type, FilterKind Kind, Func<Expression, Expression> Access, Func<object, object> Normalize, CoreTypeMapping? Mapping)
{
    /// <summary>How the column is compared with a part of one or two characters, if not in the same way.</summary>
    public FilterColumn? ForShortParts { get; init; }

    /// <summary>True if the column could hold just this value; a decimal may have more digits than are stored.</summary>
    public bool IsStorable(object value) => Mapping?.Converter is not { } converter || Equals(converter.ConvertFromProvider(converter.ConvertToProvider(value)), value);

    /// <summary>The operation by which the column is compared with what is stored of a value, so that the answer is that of the value itself.</summary>
    public FilterOperation AsStored(FilterOperation operation, object value)
    {
        if (operation.Limit is not { } limit)
            return operation;
        var converter = Mapping!.Converter!;
        var isLess = Comparer.Default.Compare(converter.ConvertFromProvider(converter.ConvertToProvider(value)), value) < 0;
        return (limit, isLess) switch
        {
            (FilterLimit.Lower, true) => FilterOperation.Gt,
            (FilterLimit.Lower, false) => FilterOperation.Gte,
            (FilterLimit.Upper, true) => FilterOperation.Lte,
            (_, _) => FilterOperation.Lt,
        };
    }
}

/// <summary>A member that an object is filtered by.</summary>
internal abstract record FilterMember(string Name);

/// <summary>A stored value.</summary>
internal sealed record ColumnFilterMember(string Name, FilterColumn Column) : FilterMember(Name);

/// <summary>One related object, or else a value object of several columns.</summary>
internal sealed record ObjectFilterMember(string Name, Func<Expression, Expression> Access, ObjectFilter Filter, bool IsRelated) : FilterMember(Name);

/// <summary>Many related objects.</summary>
internal sealed record ListFilterMember(string Name, Type ElementType, Func<Expression, Expression> Access, ObjectFilter Filter) : FilterMember(Name);

/// <summary>The global id: the name of a kind and a text that is unique among the kinds.</summary>
/// <param name="Name">The member.</param>
/// <param name="Key">The unique text.</param>
/// <param name="Kind">What tells an object's kind; null if there is only one.</param>
/// <param name="Kinds">The kinds as ids name them, each as it is stored.</param>
internal sealed record IdFilterMember(string Name, FilterColumn Key, ColumnFilterMember? Kind, IReadOnlyDictionary<string, object> Kinds) : FilterMember(Name);

/// <summary>The object itself, if it is of a more special type.</summary>
internal sealed record KindFilterMember(string Name, Type Type, ObjectFilter Filter) : FilterMember(Name);

/// <summary>The value that lies between two ends, of which it is asked what is certainly or what is possibly so.</summary>
internal sealed record IntervalFilterMember(string Name, IntervalColumns Columns, bool Certainly) : FilterMember(Name);

/// <summary>Where an interval is stored.</summary>
/// <param name="Present">A value that is never missing where the interval is there.</param>
/// <param name="Lower">The least value.</param>
/// <param name="Upper">The greatest value.</param>
/// <param name="CertainLower">The least value of the part that is certainly covered, if the value is a stretch.</param>
/// <param name="CertainUpper">The greatest value of that part.</param>
internal sealed record IntervalColumns(ColumnFilterMember Present, IntervalEnd Lower, IntervalEnd Upper, IntervalEnd? CertainLower, IntervalEnd? CertainUpper);

/// <summary>One end of an interval.</summary>
/// <param name="Value">The value; an end that is missing is open.</param>
/// <param name="Inclusive">Whether the value itself belongs to the interval; null if it always does.</param>
internal sealed record IntervalEnd(ColumnFilterMember Value, ColumnFilterMember? Inclusive);

/// <summary>What objects of one type are filtered by; its members may lead back to it.</summary>
internal sealed class ObjectFilter
{
    private readonly Dictionary<string, FilterMember> _members = new(StringComparer.Ordinal);

    public void Add(FilterMember member) => _members.Add(member.Name, member);

    /// <summary>Adds a member unless there is one of its name.</summary>
    public void TryAdd(FilterMember member) => _members.TryAdd(member.Name, member);

    public FilterMember Find(string name) => _members[name];
}
