using System.Text.Json;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Tests.Conformance;

/// <summary>What came of a document: how far it got, its data, and its errors as places and paths. Messages may differ.</summary>
internal sealed record Verdict(string Kind, string Data, IReadOnlyList<string> Errors)
{
    public const string Limited = "limited";

    /// <summary>Of the reference: <c>{"kind":..., "data":..., "errors":[{"locations":[[1,2]], "path":[...]}]}</c>.</summary>
    public static Verdict OfReference(JsonElement expected) => new(
        expected.GetProperty("kind").GetString()!,
        expected.TryGetProperty("data", out var data) ? Shape(data) : "",
        Sorted(expected.GetProperty("errors"), location => $"{location[0]}:{location[1]}"));

    /// <summary>Of a response.</summary>
    public static Verdict OfResponse(JsonElement response)
    {
        var hasErrors = response.TryGetProperty("errors", out var errors);
        var codes = hasErrors ? errors.EnumerateArray().Select(e => e.GetProperty("extensions").GetProperty("code").GetString()!).ToList() : [];
        var isExecuted = response.TryGetProperty("data", out var data);
        return new(
            isExecuted ? "executed" : KindOf(codes),
            isExecuted ? Shape(data) : "",
            hasErrors ? Sorted(errors, location => $"{location.GetProperty("line")}:{location.GetProperty("column")}") : []);
    }

    public bool IsSame(Verdict other) => Kind == other.Kind && Data == other.Data && Errors.SequenceEqual(other.Errors);

    /// <summary>What of this is not in another, for people.</summary>
    public string Against(Verdict other)
    {
        var same = Data.Zip(other.Data).TakeWhile(pair => pair.First == pair.Second).Count();
        var data = Data == other.Data ? "" : $" ...{Data[Math.Max(0, same - 60)..Math.Min(Data.Length, same + 100)]}";
        return $"{Kind}{data} {string.Join("; ", Errors.Except(other.Errors))}";
    }

    private static string KindOf(IReadOnlyList<string> codes) => codes switch
    {
        _ when codes.Contains(ErrorCodes.DocumentLimit) || codes.Contains(ErrorCodes.ResultLimit) || codes.Contains(ErrorCodes.TimeLimit) => Limited,
        _ when codes.Contains(ErrorCodes.SyntaxError) => "syntax",
        _ when codes.Contains(ErrorCodes.ValidationFailed) => "invalid",
        _ => "refused",
    };

    private static List<string> Sorted(JsonElement errors, Func<JsonElement, string> place) =>
    [
        .. errors.EnumerateArray()
            .Select(e => $"{Path(e)} at {(e.TryGetProperty("locations", out var places) ? string.Join(" ", places.EnumerateArray().Select(place)) : "")}")
            .Order(StringComparer.Ordinal),
    ];

    private static string Path(JsonElement error) => error.TryGetProperty("path", out var path) ? string.Join(".", path.EnumerateArray()) : "-";

    /// <summary>JSON with numbers by their value, and members in their order.</summary>
    private static string Shape(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(",", json.EnumerateObject().Select(p => $"{p.Name}:{Shape(p.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(",", json.EnumerateArray().Select(Shape))}]",
        JsonValueKind.Number => $"{json.GetDouble():R}",
        JsonValueKind.String => JsonSerializer.Serialize(json.GetString()),
        _ => json.GetRawText(),
    };
}

internal static class JsonElementExtensions
{
    public static string? TryString(this JsonElement json, string member) => json.TryGetProperty(member, out var value) ? value.GetString() : null;
}
