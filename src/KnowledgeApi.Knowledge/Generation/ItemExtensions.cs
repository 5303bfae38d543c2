using System.Globalization;
using System.Text.Json;

namespace KnowledgeApi.Knowledge.Generation;

/// <summary>The values seeds are made of.</summary>
internal static class ItemExtensions
{
    /// <summary>A quantity or share by its comparator: <c>{ "exactly": "5", "currency": "EUR" }</c>.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="key">The key that holds it.</param>
    /// <param name="values">The comparator and what else there is, as pairs of key and text.</param>
    public static void WriteMap(this Utf8JsonWriter json, string key, params ReadOnlySpan<(string Key, string Value)> values)
    {
        json.WriteStartObject(key);
        foreach (var (name, value) in values)
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    /// <summary>Two numbers between which something lies, and of what: <c>{ "between": ["10", "12"], "unit": "persons" }</c>.</summary>
    public static void WriteBetween(this Utf8JsonWriter json, string key, long lower, long upper, string? unit)
    {
        json.WriteStartObject(key);
        json.WriteStartArray("between");
        json.WriteStringValue(lower.Digits());
        json.WriteStringValue(upper.Digits());
        json.WriteEndArray();
        if (unit is not null)
            json.WriteString("unit", unit);
        json.WriteEndObject();
    }

    public static string Digits(this long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Digits(this int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Tenths with their decimal: 444 is "44.4".</summary>
    public static string Tenths(this int number) => string.Create(CultureInfo.InvariantCulture, $"{number / 10}.{number % 10}");

    /// <summary>A date in a year, as precise as it happens: a year, a season, a month or a day.</summary>
    public static string DateIn(this ref SplitMix64 numbers, int year) => numbers.Below(10) switch
    {
        < 4 => year.Digits(),
        < 5 => string.Create(CultureInfo.InvariantCulture, $"{year}-{numbers.Between(21, 24)}"),
        < 8 => string.Create(CultureInfo.InvariantCulture, $"{year}-{numbers.Between(1, 12):00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{year}-{numbers.Between(1, 12):00}-{numbers.Between(1, 28):00}"),
    };
}
