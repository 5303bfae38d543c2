using System.Globalization;
using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data.Museum;

/// <summary>What aggregates mean, said once more: folds over objects. The members are found in the schema, so that none is forgotten.</summary>
internal static class Sums
{
    /// <summary>The ends of the value objects that are intervals, and what tells whether an end is included.</summary>
    private static (string Lower, string Upper, string? LowerIncluded, string? UpperIncluded) EndsOf(object value) => value switch
    {
        Years => ("from", "to", null, null),
        Loan => ("from", "until", null, null),
        Estimate => ("low", "high", "lowIncluded", "highIncluded"),
        _ => throw new InvalidOperationException($"{value.GetType()} is no interval."),
    };

    /// <summary>All fields of a type, down to the leaves, as a selection.</summary>
    public static string Select(NamedType type) => $"{{ {Selection((ObjectType)type)} }}";

    /// <summary>All fields of a type but the keys of a group, down to the leaves.</summary>
    public static string Selection(ObjectType type) => string.Join(' ', type.Fields
        .Where(field => field.Name != "keys")
        .Select(field => field.Type.Named is ObjectType inner ? $"{field.Name} {Select(inner)}" : field.Name));

    /// <summary>The type that a list of the schema is summed up in; null if there is nothing to sum up.</summary>
    public static ObjectType? AggregateOf(Schema schema, NamedType parent, string list)
    {
        schema.TryGetField(parent, list, out var field).ShouldBeTrue();
        return schema.TryGetField(field!.Type.Named, "aggregate", out var aggregate) ? (ObjectType)aggregate!.Type.Named : null;
    }

    /// <summary>An answer without the keys of a group.</summary>
    public static JsonNode WithoutKeys(JsonNode group)
    {
        var copy = group.DeepClone();
        ((JsonObject)copy).Remove("keys");
        return copy;
    }

    /// <summary>Objects, of which any may be missing, summed up in all fields of a type.</summary>
    public static JsonObject Of(ObjectType type, IReadOnlyList<object?> objects)
    {
        var isRange = type.Name.Contains("Interval", StringComparison.Ordinal);
        var present = objects.OfType<object>().ToList();
        return new JsonObject(type.Fields.Where(field => field.Name != "keys").Select(field => KeyValuePair.Create(field.Name, field.Name switch
        {
            "count" => present.Count,
            "missing" => objects.Count - present.Count,
            "min" or "max" or "sum" or "average" when isRange => present.Count == 0 ? null : Interval(field.Name, present, EndsOf(present[0])),
            "unit" => ((Estimate)present[0]).Currency,
            "min" => Json(present.Min()),
            "max" => Json(present.Max()),
            "sum" => Total(present, average: false),
            "average" => Total(present, average: true),
            _ => Member(field, (ObjectType)field.Type.Named, objects),
        })));
    }

    /// <summary>True if two answers are the same: the digits of numbers and the last places of binary fractions make no difference.</summary>
    public static void ShouldBeSame(JsonNode? actual, JsonNode? expected, string where)
    {
        switch (actual, expected)
        {
            case (JsonObject one, JsonObject other):
                one.Select(member => member.Key).ShouldBe(other.Select(member => member.Key), ignoreOrder: true, where);
                foreach (var (name, value) in one)
                    ShouldBeSame(value, other[name], $"{where}.{name}");
                break;
            case (JsonArray one, JsonArray other):
                one.Count.ShouldBe(other.Count, where);
                for (var i = 0; i < one.Count; i++)
                    ShouldBeSame(one[i], other[i], $"{where}.{i}");
                break;
            default:
                Plain(actual).ShouldBe(Plain(expected), where);
                break;
        }
    }

    private static JsonNode Member(Field field, ObjectType type, IReadOnlyList<object?> objects)
    {
        var values = objects.Select(each => Oracle.Value(each, field.Name)).ToList();
        if (field.Type.Nullable is not ListType)
            return Of(type, values);
        return new JsonArray(
        [
            .. values.OfType<Estimate>().GroupBy(estimate => estimate.Currency)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Of(type, [.. group])),
        ]);
    }

    private static JsonNode? Total(List<object> values, bool average) => values switch
    {
        [] => null,
        [double, ..] => average ? values.Cast<double>().Average() : values.Cast<double>().Sum(),
        _ => Json(average ? Math.Round(Number(values) / values.Count, 10, MidpointRounding.ToEven) : Number(values)),
    };

    /// <summary>A value as the API writes it.</summary>
    private static JsonNode? Json(object? value) => Where.Json(value);

    private static decimal Number(IEnumerable<object> values) => values.Sum(value => Convert.ToDecimal(value, CultureInfo.InvariantCulture));

    private static JsonObject Interval(string function, List<object> values, (string Lower, string Upper, string? LowerIncluded, string? UpperIncluded) names)
    {
        var lowers = values.Select(value => new End(Oracle.Value(value, names.Lower), Included(value, names.LowerIncluded))).ToList();
        var uppers = values.Select(value => new End(Oracle.Value(value, names.Upper), Included(value, names.UpperIncluded))).ToList();
        var (lower, upper) = function switch
        {
            // The least of numbers in ranges: at least the least lower end, which is reached if one of the ends there is included;
            // at most the least upper end, which is reached if all there are.
            "min" => (Outer(lowers, ends => ends.Min()), Inner(uppers, ends => ends.Min())),
            "max" => (Inner(lowers, ends => ends.Max()), Outer(uppers, ends => ends.Max())),
            "sum" => (Sum(lowers), Sum(uppers)),
            _ => (Average(Sum(lowers), values.Count, MidpointRounding.ToNegativeInfinity), Average(Sum(uppers), values.Count, MidpointRounding.ToPositiveInfinity)),
        };
        return new JsonObject
        {
            ["lower"] = Json(lower.Value),
            ["lowerInclusive"] = lower.Included,
            ["upper"] = Json(upper.Value),
            ["upperInclusive"] = upper.Included,
        };
    }

    private static bool Included(object value, string? flag) => flag is null || (bool)Oracle.Value(value, flag)!;

    private static End Outer(List<End> ends, Func<IEnumerable<object?>, object?> extreme)
    {
        if (ends.Any(end => end.Value is null))
            return new End(null, false);
        var value = extreme(ends.Select(end => end.Value));
        return new End(value, ends.Any(end => Equals(end.Value, value) && end.Included));
    }

    private static End Inner(List<End> ends, Func<IEnumerable<object?>, object?> extreme)
    {
        var closed = ends.Where(end => end.Value is not null).ToList();
        if (closed.Count == 0)
            return new End(null, false);
        var value = extreme(closed.Select(end => end.Value));
        return new End(value, closed.All(end => !Equals(end.Value, value) || end.Included));
    }

    private static End Sum(List<End> ends) => ends.Any(end => end.Value is null) ? new End(null, false) : new End(Number(ends.Select(end => end.Value!)), ends.All(end => end.Included));

    private static End Average(End sum, int count, MidpointRounding rounding) =>
        sum with { Value = sum.Value is decimal number ? Math.Round(number / count, 10, rounding) : null };

    private static string Plain(JsonNode? node) => node switch
    {
        null => "null",
        JsonValue value when value.TryGetValue<string>(out var text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.############", CultureInfo.InvariantCulture) : $"'{text}'",
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag ? "true" : "false",
        JsonValue value when value.TryGetValue<int>(out var number) => number.ToString(CultureInfo.InvariantCulture),
        JsonValue value when value.TryGetValue<double>(out var number) => number.ToString("0.#########", CultureInfo.InvariantCulture),
        _ => node.ToJsonString(),
    };

    private sealed record End(object? Value, bool Included);
}
