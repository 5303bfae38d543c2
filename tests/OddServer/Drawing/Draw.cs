using System.Text.Json;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.OddServer.Cabinet;

namespace KnowledgeApi.OddServer.Drawing;

/// <summary>
/// Values that follow from a number and a type alone, mishaps among them: nulls where none may be, errors, lists that are none or
/// cannot be read, objects of no possible type. <c>tests/conformance/draw.mjs</c> draws the same in JavaScript.
/// </summary>
internal static class Draw
{
    /// <summary>What the roots' values are drawn from.</summary>
    public const uint Root = 2_025;

    private static readonly string[] Texts = ["", "plain", "two words", "\"quoted\"", "back\\slash", "line\nfeed", "tab\t", "nul\u0000", "é", "日本", "\U0001F41D", "\u2028", "</script>", "\u007F"];

    private static readonly double[] Reals = [0, -0.5, 1e21, 1.5e-7, 123456.789, 1e300, 3, double.NaN, double.PositiveInfinity, 5e-324, -1e-5, 0.1];

    private static readonly JsonElement[] Notes =
        [.. new[] { "[1,[true,null]]", "[]", "\"x\"", "0.5", "-0.25", "[[1],\"d\"]", "false" }.Select(text => JsonDocument.Parse(text).RootElement)];

    /// <summary>The number that follows from a number and a text.</summary>
    public static uint Mix(uint key, string text)
    {
        var hash = key ^ 0x811C9DC5;
        foreach (var unit in text)
            hash = (hash ^ unit) * 0x01000193;
        hash = (hash ^ (hash >> 16)) * 0x7FEB352D;
        hash = (hash ^ (hash >> 15)) * 0x846CA68B;
        return hash ^ (hash >> 16);
    }

    /// <summary>The value of a type; an error is a <see cref="FieldError"/>.</summary>
    public static object? Value(Schema schema, GraphQLType type, uint key)
    {
        if (type is NonNullType required)
        {
            return (Mix(key, "!") % 200) switch
            {
                0 => new FieldError("Drawn.", "DRAWN"),
                1 => null,
                _ => NotNull(schema, required.OfType, key),
            };
        }

        return (Mix(key, "?") % 50) switch
        {
            0 => new FieldError("Drawn.", "DRAWN"),
            < 5 => null,
            _ => NotNull(schema, type, key),
        };
    }

    private static object NotNull(Schema schema, GraphQLType type, uint key) => type switch
    {
        ListType list => List(schema, list, key),
        ScalarType scalar => Scalar(scalar.Name, key),
        EnumType choice => Mix(key, "bad") % 60 == 0 ? Mood.Unspeakable : choice.Values[(int)(Mix(key, "enum") % choice.Values.Count)].Value,
        _ => Object(schema, (NamedType)type, key),
    };

    private static object List(Schema schema, ListType type, uint key)
    {
        if (Mix(key, "bad") % 80 == 0)
            return 7;
        if (Mix(key, "cut") % 60 == 0)
            return Enumerable.Range(0, 1).Select(object? (_) => throw new InvalidOperationException("The list cannot be read."));
        var items = Enumerable.Range(0, (int)(Mix(key, "count") % 4)).Select(i => Value(schema, type.OfType, Mix(key, $"[{i}]")));
        return (Mix(key, "lazy") % 4) switch
        {
            0 => items,
            1 => new LinkedList<object?>(items),
            2 => items.ToArray(),
            _ => items.ToList(),
        };
    }

    private static Odd Object(Schema schema, NamedType type, uint key)
    {
        if (type is not ObjectType && Mix(key, "bad") % 60 == 0)
            return new Stranger();
        var possible = schema.GetPossibleTypes(type).OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var chosen = possible[(int)(Mix(key, "type") % possible.Count)];
        return chosen.Name switch
        {
            "Clock" => new Clock { Key = key },
            "Dust" => new Dust { Key = key },
            "Mouse" => new Mouse { Key = key },
            "Robot" => new Robot { Key = key },
            "Shelf" => new Shelf { Key = key },
            _ => throw new InvalidOperationException($"{chosen} is not drawn."),
        };
    }

    private static object Scalar(string name, uint key) => name switch
    {
        "Int" => Mix(key, "far") % 20 == 0 ? int.MinValue : (int)(key % 2_001) - 1_000,
        "Float" => Mix(key, "far") % 4 == 0 ? Reals[Mix(key, "real") % Reals.Length] : ((int)(key % 4_001) - 2_000) / 8.0,
        "Boolean" => key % 2 == 0,
        "String" => Texts[key % Texts.Length],
        "ID" => $"id-{key % 1_000}",
        "Date" => new DateOnly(2000, 1, 1).AddDays((int)(key % 20_000)),
        "Tint" => new Tint((int)(key & 0xFFFFFF)),
        _ => Notes[key % Notes.Length],
    };

    /// <summary>An object of no type.</summary>
    private sealed class Stranger : Odd;
}
