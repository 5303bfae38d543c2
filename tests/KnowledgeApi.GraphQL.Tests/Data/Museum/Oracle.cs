using System.Collections;
using System.Reflection;
using KnowledgeApi.GraphQL.Data;

namespace KnowledgeApi.GraphQL.Tests.Data.Museum;

/// <summary>What filters mean, said once more: of objects, in as few words as possible.</summary>
internal static class Oracle
{
    public const BindingFlags AnyCase = BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase;

    /// <summary>True if an object, which may be missing, meets a condition.</summary>
    public static bool Meets(object? target, Where where) => where.All(part => part.Name switch
    {
        "and" => part.Conditions.All(each => Meets(target, each)),
        "or" => part.Conditions.Count == 0 || part.Conditions.Any(each => Meets(target, each)),
        ['a', 's', >= 'A' and <= 'Z', ..] => Value(target, part.Name) is { } special && Meets(special, (Where)part.Value!),
        "certainly" => Span.Of(target) is { } span && span.IsCertain(value => Holds(value, (Where)part.Value!, isExact: true), Operands((Where)part.Value!)),
        "possibly" => Span.Of(target) is { } span && span.IsPossible(value => Holds(value, (Where)part.Value!, isExact: true), Operands((Where)part.Value!)),
        _ => MeetsMember(target, part.Name, (Where)part.Value!),
    });

    /// <summary>The value of a member by its GraphQL name; null of a missing object.</summary>
    public static object? Value(object? target, string member) => (target, member) switch
    {
        (null, _) => null,
        (Work work, "type") => Enum.Parse<Kind>(work.GetType().Name),
        (Work work, ['a', 's', >= 'A' and <= 'Z', ..]) => work.GetType().Name == member[2..] ? work : null,
        (_, "certainly") => Span.Of(target)?.Lower,
        (_, "possibly") => Span.Of(target)?.Upper,
        (ICatalogued thing, "id") => GlobalId.Encode(thing.GetType().Name, thing.Slug),
        _ when target.GetType().GetProperty(member, AnyCase) is { } property => property.GetValue(target),
        _ => Views.Of(target, member),
    };

    private static IEnumerable<object> Operands(Where condition) => condition.Select(part => part.Value!);

    private static bool MeetsMember(object? target, string member, Where condition) => Value(target, member) switch
    {
        IList many => condition.All(part => part.Name switch
        {
            "some" => many.Cast<object>().Any(each => Meets(each, (Where)part.Value!)),
            "none" => !many.Cast<object>().Any(each => Meets(each, (Where)part.Value!)),
            "all" => many.Cast<object>().All(each => Meets(each, (Where)part.Value!)),
            _ => (bool)part.Value! == (many.Count > 0),
        }),
        { } value when IsObject(value) => Meets(value, condition),
        null when condition.Any(part => !Operators.Contains(part.Name)) => Meets(null, condition),
        var leaf => Holds(leaf, condition, isExact: member is "id" or "slug" or "scheme" or "value"),
    };

    private static bool IsObject(object value) => value.GetType().Namespace == typeof(Oracle).Namespace && !value.GetType().IsEnum;

    private static bool Holds(object? value, Where condition, bool isExact) => condition.All(part => part.Name switch
    {
        "and" => part.Conditions.All(each => Holds(value, each, isExact)),
        "or" => part.Conditions.Count == 0 || part.Conditions.Any(each => Holds(value, each, isExact)),
        "eq" => Same(value, part.Value, isExact),
        "in" => ((object?[])part.Value!).Any(each => Same(value, each, isExact)),
        "gt" => value is not null && Compare(value, part.Value!) > 0,
        "gte" => value is not null && Compare(value, part.Value!) >= 0,
        "lt" => value is not null && Compare(value, part.Value!) < 0,
        "lte" => value is not null && Compare(value, part.Value!) <= 0,
        "contains" => Text(value, part, isExact) is var (text, given) && text.Contains(given, StringComparison.Ordinal),
        "startsWith" => Text(value, part, isExact) is var (text, given) && text.StartsWith(given, StringComparison.Ordinal),
        "endsWith" => Text(value, part, isExact) is var (text, given) && text.EndsWith(given, StringComparison.Ordinal),
        // neq, nin, ngt and so on.
        _ => !Holds(value, [part with { Name = part.Name[1..] }], isExact),
    });

    private static bool Same(object? value, object? given, bool isExact) =>
        value is string text && given is string other && !isExact ? Folded.Fold(text) == Folded.Fold(other) : Equals(value, given);

    private static int Compare(object value, object given) => Comparer.Default.Compare(value, given);

    /// <summary>A text and what is looked for in it, as they are compared: a short part only without case.</summary>
    private static (string Text, string Given)? Text(object? value, Part part, bool isExact)
    {
        if (value is not string text)
            return null;
        var given = (string)part.Value!;
        Func<string, string> fold = isExact ? same => same : given.EnumerateRunes().Count() <= 2 ? Folded.FoldCase : Folded.Fold;
        return (fold(text), fold(given));
    }

    private static readonly HashSet<string> Operators =
    [
        "and", "or", "eq", "neq", "in", "nin", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte",
        "contains", "ncontains", "startsWith", "nstartsWith", "endsWith", "nendsWith",
    ];
}
