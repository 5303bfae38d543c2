using System.Collections;
using KnowledgeApi.GraphQL.Data.Filtering;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Data.Paging;

/// <summary>What chooses the objects of one list: its <c>where</c>, and a condition that holds unless that names certain fields.</summary>
internal sealed class ListFilter(ObjectFilter filter, ListDefault? standard)
{
    private ParsedFilter? _standard;

    /// <summary>The condition that the arguments of the list make.</summary>
    /// <exception cref="Responses.FieldErrorException">It cannot be applied, or it is too large.</exception>
    public ParsedFilter Parse(ArgumentValues arguments)
    {
        var where = arguments["where"] as InputObject;
        var asked = where is null ? ParsedFilter.None : new FilterParser().Parse(where, filter);
        // Filters are complete once the schema is built.
        return standard is null || (where is not null && Names(where, filter, standard.Unless))
            ? asked
            : asked.And(_standard ??= new FilterParser().Parse(standard.Condition, filter));
    }

    /// <summary>True if a filter says something about a field of the objects themselves; a null, as an optional variable leaves it, says nothing.</summary>
    private static bool Names(InputObject where, ObjectFilter filter, IReadOnlySet<string> fields) => where.Any(given => given switch
    {
        { Value: null } => false,
        { Key: FilterTypes.And or FilterTypes.Or } => ((IEnumerable)given.Value).Cast<InputObject>().Any(each => Names(each, filter, fields)),
        _ when fields.Contains(given.Key) => ((InputObject)given.Value).Any(IsCondition),
        _ => filter.Find(given.Key) is KindFilterMember kind && Names((InputObject)given.Value, kind.Filter, fields),
    });

    private static bool IsCondition(KeyValuePair<string, object?> operation) =>
        operation.Value is not null || operation.Key == FilterOperation.Eq.Name || operation.Key == FilterOperation.Eq.Opposite;
}
