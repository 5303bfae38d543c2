namespace KnowledgeApi.Knowledge.Reasoning.Rules;

/// <summary>What a rule saw, with its place among all that rules saw.</summary>
/// <param name="Rule">The place of the rule.</param>
/// <param name="Number">Which of all it is, in the order in which they were seen.</param>
/// <param name="Seen">What was seen.</param>
internal sealed record PlacedObservation(int Rule, long Number, Observation Seen)
{
    /// <summary>By rules, then by what was looked at.</summary>
    public ObservationPlace Place => new(Rule, Seen.Place, Number);

    public static void Write(BinaryWriter writer, PlacedObservation one)
    {
        writer.Write7BitEncodedInt(one.Rule);
        writer.Write7BitEncodedInt64(one.Number);
        writer.Write7BitEncodedInt64(one.Seen.Place);
        writer.Write(one.Seen.About);
        writer.Write(one.Seen.Message);
        // No number is 0.
        writer.Write7BitEncodedInt64(one.Seen.Entity ?? 0);
        writer.Write7BitEncodedInt64(one.Seen.Document ?? 0);
        Write(writer, one.Seen.Claims);
        Write(writer, one.Seen.Citations);
    }

    public static PlacedObservation Read(BinaryReader reader)
    {
        var (rule, number) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt64());
        return new(rule, number, new(reader.Read7BitEncodedInt64(), reader.ReadString(), reader.ReadString())
        {
            Entity = NumberOrNull(reader),
            Document = NumberOrNull(reader),
            Claims = ReadNumbers(reader),
            Citations = ReadNumbers(reader),
        });
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<long> numbers)
    {
        writer.Write7BitEncodedInt(numbers.Count);
        foreach (var number in numbers)
            writer.Write7BitEncodedInt64(number);
    }

    private static long? NumberOrNull(BinaryReader reader) => reader.Read7BitEncodedInt64() is var number and not 0 ? number : null;

    private static long[] ReadNumbers(BinaryReader reader)
    {
        var numbers = new long[reader.Read7BitEncodedInt()];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = reader.Read7BitEncodedInt64();
        return numbers;
    }
}

/// <summary>The place of what a rule saw.</summary>
internal readonly record struct ObservationPlace(int Rule, long Looked, long Number) : IComparable<ObservationPlace>
{
    public int CompareTo(ObservationPlace other) => (Rule, Looked, Number).CompareTo((other.Rule, other.Looked, other.Number));
}
