using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data.Museum;

/// <summary>A filter with C# values, to be sent as a variable, written as a literal, or judged by the oracle.</summary>
internal sealed class Where : IEnumerable<Part>
{
    private readonly List<Part> _parts = [];

    public void Add(Part part) => _parts.Add(part);

    public void Add(string name, object? value) => _parts.Add(new Part(name, value));

    public IEnumerator<Part> GetEnumerator() => _parts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A condition at the end of a path, such as artist.name.</summary>
    public static Where At(string path, Where condition)
    {
        foreach (var member in path.Split('.').Reverse())
            condition = new Where { { member, condition } };
        return condition;
    }

    public JsonObject ToJson() => (JsonObject)Json(this)!;

    public string ToLiteral() => Literal(this);

    /// <summary>A value as the API writes it.</summary>
    public static JsonNode? Json(object? value) => value switch
    {
        null => null,
        Where where => new JsonObject(where.Select(part => KeyValuePair.Create(part.Name, Json(part.Value)))),
        string text => text,
        bool flag => flag,
        int number => number,
        double number => number,
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        Enum name => Naming.ScreamingSnakeCase(name.ToString()),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Json)]),
        _ => throw new InvalidOperationException($"{value.GetType()} is not written in filters."),
    };

    private static string Literal(object? value) => value switch
    {
        null => "null",
        Where where => $"{{{string.Join(", ", where.Select(part => $"{part.Name}: {Literal(part.Value)}"))}}}",
        Enum name => Naming.ScreamingSnakeCase(name.ToString()),
        string text => JsonSerializer.Serialize(text),
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Literal))}]",
        _ => Json(value)!.ToJsonString(),
    };

    public override string ToString() => ToLiteral();
}

/// <summary>One part of a filter.</summary>
internal sealed record Part(string Name, object? Value)
{
    /// <summary>The conditions of "and" and "or".</summary>
    public IReadOnlyList<Where> Conditions => [.. ((IEnumerable)Value!).Cast<Where>()];
}
