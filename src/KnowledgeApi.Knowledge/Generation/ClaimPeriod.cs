using System.Text.Json;

namespace KnowledgeApi.Knowledge.Generation;

/// <summary>The time a generated claim speaks of, as its seed writes it.</summary>
/// <param name="At">A moment; null if it is none.</param>
/// <param name="Start">The start of a stretch; null if not stated.</param>
/// <param name="End">Its end; null if not stated.</param>
/// <param name="Ongoing">Whether it still held; null if not stated.</param>
/// <param name="LastYear">The last year it speaks of: what says it was written later.</param>
internal sealed record ClaimPeriod(string? At, string? Start, string? End, string? Ongoing, int LastYear)
{
    /// <summary>Whether it has an end.</summary>
    public bool HasEnd => End is not null;

    /// <summary>A time after a year: none, a moment, or a stretch with an open or vague start or end.</summary>
    public static ClaimPeriod Of(ref SplitMix64 numbers, int after)
    {
        var start = numbers.Between(Math.Max(after, 1995) + 1, 2016);
        var end = numbers.Between(start + 1, 2021);
        return numbers.Below(100) switch
        {
            < 15 => new(null, null, null, null, start),
            < 22 => new(numbers.DateIn(start), null, null, null, start),
            < 25 => new($"{start.Digits()}/..", null, null, null, start),
            < 45 => new(null, numbers.DateIn(start), null, null, start),
            < 65 => new(null, numbers.DateIn(start), null, "YES", start),
            < 70 => new(null, $"{start.Digits()}/{end.Digits()}", null, null, end),
            < 80 => new(null, null, numbers.DateIn(end), "NO", end),
            _ => new(null, numbers.DateIn(start), numbers.DateIn(end), "NO", end),
        };
    }

    /// <summary>Writes the key "validity", unless no time is stated.</summary>
    public void Write(Utf8JsonWriter json)
    {
        if (At is null && Start is null && End is null)
            return;
        json.WriteStartObject("validity");
        WriteIfStated(json, "at", At);
        WriteIfStated(json, "start", Start);
        WriteIfStated(json, "end", End);
        WriteIfStated(json, "ongoing", Ongoing);
        json.WriteEndObject();
    }

    private static void WriteIfStated(Utf8JsonWriter json, string key, string? value)
    {
        if (value is not null)
            json.WriteString(key, value);
    }
}
