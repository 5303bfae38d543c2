using System.Collections;
using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data.Museum;

/// <summary>What grouping means, said once more. The keys are found in the schema, so that none is forgotten.</summary>
internal static class Groups
{
    /// <summary>The paths to all keys, such as <c>artist.born:YEAR</c>: through value objects, and through related objects as many steps as asked.</summary>
    public static IEnumerable<string> Keys(InputObjectType input, int steps)
    {
        foreach (var field in input.Fields)
        {
            switch (field.Type.Named)
            {
                case EnumType precision:
                    foreach (var value in precision.Values)
                        yield return $"{field.Name}:{value.Name}";
                    break;
                case InputObjectType { Name: "YearsGroupInput" or "RemarkGroupInput" or "SheetGroupInput" or "EstimateGroupInput" } value:
                    foreach (var key in Keys(value, steps))
                        yield return $"{field.Name}.{key}";
                    break;
                case InputObjectType related:
                    foreach (var key in steps == 0 ? [] : Keys(related, steps - 1))
                        yield return $"{field.Name}.{key}";
                    break;
                default:
                    yield return field.Name;
                    break;
            }
        }
    }

    /// <summary>What groups a list of the schema.</summary>
    public static InputObjectType InputOf(Schema schema, NamedType parent, string list)
    {
        schema.TryGetField(parent, list, out var field).ShouldBeTrue();
        schema.TryGetField(field!.Type.Named, "groupBy", out var groupBy).ShouldBeTrue();
        return (InputObjectType)groupBy!.FindArgument("by")!.Type.Named;
    }

    /// <summary>The argument for one key.</summary>
    public static Where By(string key)
    {
        var (path, precision) = Split(key);
        object value = precision is null ? true : Enum.Parse<KnowledgeApi.GraphQL.Data.Aggregates.DateGrouping>(precision, ignoreCase: true);
        foreach (var member in path.Reverse())
            value = new Where { { member, value } };
        return (Where)value;
    }

    /// <summary>The selection of a key.</summary>
    public static string Select(string key)
    {
        var (path, precision) = Split(key);
        return string.Join(" { ", path) + (precision is null ? "" : " { year month day }") + string.Concat(Enumerable.Repeat(" }", path.Length - 1));
    }

    /// <summary>The groups that objects fall into: the keys as texts, with the objects of each. What is related to one object is the same for all keys.</summary>
    public static Dictionary<string, List<object>> Of(IEnumerable<object> objects, IReadOnlyList<string> keys)
    {
        var tree = new Tree();
        foreach (var key in keys)
            tree.Add(key);
        var groups = new Dictionary<string, List<object>>();
        foreach (var each in objects)
        {
            foreach (var group in Combinations(each, tree, "").Select(values => Name(keys, key => values[key])).Distinct())
            {
                if (!groups.TryGetValue(group, out var members))
                    groups[group] = members = [];
                members.Add(each);
            }
        }

        return groups;
    }

    /// <summary>The keys of a group in an answer, as the same text.</summary>
    public static string NameOf(JsonNode group, IReadOnlyList<string> keys) => Name(keys, key =>
    {
        JsonNode? node = group["key"];
        foreach (var member in Split(key).Path)
            node = node?[member];
        return node?.DeepClone();
    });

    private static string Name(IReadOnlyList<string> keys, Func<string, JsonNode?> value) => string.Join("; ", keys.Select(key => $"{key} = {Text(value(key))}"));

    private static string Text(JsonNode? value) =>
        value is JsonValue leaf && leaf.TryGetValue<string>(out var text) && decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)
            : value?.ToJsonString() ?? "null";

    private static (string[] Path, string? Precision) Split(string key) => key.Split(':') is [var path, var precision] ? (path.Split('.'), precision) : (key.Split('.'), null);

    private static IEnumerable<Dictionary<string, JsonNode?>> Combinations(object? target, Tree tree, string prefix)
    {
        IEnumerable<Dictionary<string, JsonNode?>> all = [[]];
        foreach (var key in tree.Leaves)
        {
            var value = Leaf(target, key);
            all = [.. all.Select(one => new Dictionary<string, JsonNode?>(one) { [prefix + key] = value })];
        }

        foreach (var (member, inner) in tree.Steps)
        {
            IEnumerable<object?> related = Oracle.Value(target, member) switch
            {
                IList { Count: > 0 } many => many.Cast<object?>(),
                IList => [null],
                var one => [one],
            };
            var more = related.SelectMany(each => Combinations(each, inner, $"{prefix}{member}.")).ToList();
            all = [.. all.SelectMany(one => more.Select(other => new Dictionary<string, JsonNode?>(one.Concat(other))))];
        }

        return all;
    }

    private static JsonNode? Leaf(object? target, string key)
    {
        var (path, precision) = Split(key);
        if (target is null)
            return null;
        if (path[0] == "type")
            return Naming.ScreamingSnakeCase(target.GetType().Name);
        var value = Oracle.Value(target, path[0]);
        if (precision is null)
            return Where.Json(value);
        DateOnly? day = value switch { DateOnly date => date, DateTime time => DateOnly.FromDateTime(time), _ => null };
        return day is not { } known ? null : new JsonObject
        {
            ["year"] = known.Year,
            ["month"] = precision == "YEAR" ? null : known.Month,
            ["day"] = precision == "DAY" ? known.Day : null,
        };
    }

    private sealed class Tree
    {
        public List<string> Leaves { get; } = [];

        public Dictionary<string, Tree> Steps { get; } = [];

        public void Add(string key)
        {
            if (key.IndexOf('.', StringComparison.Ordinal) is var point and >= 0)
            {
                if (!Steps.TryGetValue(key[..point], out var inner))
                    Steps[key[..point]] = inner = new Tree();
                inner.Add(key[(point + 1)..]);
            }
            else if (!Leaves.Contains(key))
            {
                Leaves.Add(key);
            }
        }
    }
}
