using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data.Museum;

/// <summary>What grouping means, said once more. The keys are found in the schema, so that none is forgotten; what each means is found by its name.</summary>
internal static class Groups
{
    /// <summary>The keys that a list of the schema is grouped by.</summary>
    public static IReadOnlyList<string> Keys(Schema schema, NamedType parent, string list)
    {
        schema.TryGetField(parent, list, out var field).ShouldBeTrue();
        return schema.TryGetField(field!.Type.Named, "groupBy", out var groupBy)
            ? [.. ((EnumType)groupBy!.FindArgument("by")!.Type.Named).Values.Select(value => value.Name)]
            : [];
    }

    /// <summary>The groups that objects fall into: the keys as texts, with the objects of each. What is related through one list is the same for all keys.</summary>
    public static Dictionary<string, List<object>> Of(IEnumerable<object> objects, params IReadOnlyList<string> keys)
    {
        var groups = new Dictionary<string, List<object>>();
        foreach (var each in objects)
        {
            var paths = keys.Select(key => Path(each.GetType(), key)).ToList();
            foreach (var group in Pairings(each, [.. paths.Where(path => IsList(each, path[0])).Select(path => path[0]).Distinct()])
                .Select(pairing => string.Join("; ", keys.Zip(paths, (key, path) => $"{key} = {Plain(Text(Value(each, path, pairing)))}"))).Distinct())
            {
                if (!groups.TryGetValue(group, out var members))
                    groups[group] = members = [];
                members.Add(each);
            }
        }

        return groups;
    }

    /// <summary>The keys of a group in an answer, as the same text.</summary>
    public static string NameOf(JsonNode group) =>
        string.Join("; ", group["keys"]!.AsArray().Select(key => $"{key!["field"]} = {Plain((string?)key["value"])}"));

    /// <summary>The value that an object has for a key.</summary>
    public static object? Value(object target, string key) => Value(target, Path(target.GetType(), key), []);

    /// <summary>The members that a key leads through: <c>HANGINGS_EXHIBITION</c> the hangings and their exhibition, <c>SOLD_YEAR</c> the day of the sale and its year.</summary>
    private static List<string> Path(Type type, string key) => TryPath(type, key) ?? throw new InvalidOperationException($"{key} means nothing of {type.Name}.");

    private static List<string>? TryPath(Type type, string key)
    {
        if (key == "TYPE")
            return ["type"];
        foreach (var kind in typeof(Work).IsAssignableFrom(type) ? Enum.GetNames<Kind>() : [])
        {
            var prefix = $"{Naming.ScreamingSnakeCase(kind)}_";
            if (key.StartsWith(prefix, StringComparison.Ordinal))
                return [$"as{kind}", .. TryPath(Type.GetType($"{typeof(Work).Namespace}.{kind}")!, key[prefix.Length..])!];
        }

        if (key is "YEAR" or "MONTH" or "DAY" && (type == typeof(DateOnly) || type == typeof(DateTime)))
            return [key];
        foreach (var property in type.GetProperties())
        {
            var name = Naming.ScreamingSnakeCase(property.Name);
            var inner = property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
            if (key == name)
                return [property.Name];
            if (key.StartsWith($"{name}_", StringComparison.Ordinal) && TryPath(inner, key[(name.Length + 1)..]) is { } rest)
                return [property.Name, .. rest];
        }

        return null;
    }

    private static bool IsList(object target, string member) => Oracle.Value(target, member) is IList;

    /// <summary>Every choice of one element of each list; of an empty list there is none.</summary>
    private static IEnumerable<Dictionary<string, object?>> Pairings(object target, IReadOnlyList<string> lists)
    {
        IEnumerable<Dictionary<string, object?>> all = [[]];
        foreach (var list in lists)
        {
            var elements = ((IList)Oracle.Value(target, list)!).Cast<object?>().DefaultIfEmpty().ToList();
            all = [.. all.SelectMany(one => elements.Select(element => new Dictionary<string, object?>(one) { [list] = element }))];
        }

        return all;
    }

    private static object? Value(object target, IReadOnlyList<string> path, Dictionary<string, object?> pairing)
    {
        object? value = target;
        foreach (var (i, member) in path.Index())
        {
            value = (member, value) switch
            {
                _ when i == 0 && pairing.TryGetValue(member, out var element) => element,
                (_, null) => null,
                ("type", Work work) => Naming.ScreamingSnakeCase(work.GetType().Name),
                ("YEAR" or "MONTH" or "DAY", DateOnly day) => Part(day, member),
                ("YEAR" or "MONTH" or "DAY", DateTime time) => Part(DateOnly.FromDateTime(time), member),
                _ => Oracle.Value(value, member),
            };
        }

        return value;
    }

    private static string Part(DateOnly day, string precision) =>
        day.ToString(precision switch { "YEAR" => "yyyy", "MONTH" => "yyyy-MM", _ => "yyyy-MM-dd" }, CultureInfo.InvariantCulture);

    private static string? Text(object? value) => value switch
    {
        null => null,
        ICatalogued thing => GlobalId.Encode(thing.GetType().Name, thing.Slug),
        bool flag => flag ? "true" : "false",
        Enum name => Naming.ScreamingSnakeCase(name.ToString()),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)value,
    };

    /// <summary>The digits of numbers make no difference.</summary>
    private static string Plain(string? text) =>
        text is null ? "null" : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.############", CultureInfo.InvariantCulture) : $"'{text}'";
}
