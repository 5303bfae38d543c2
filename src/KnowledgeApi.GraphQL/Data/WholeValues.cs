namespace KnowledgeApi.GraphQL.Data;

/// <summary>Types whose values have neighbours: nothing lies between 1 and 2.</summary>
internal static class WholeValues
{
    /// <summary>True if values of a type have neighbours.</summary>
    public static bool Are(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain == typeof(DateOnly) || plain == typeof(int) || plain == typeof(long) || plain == typeof(short) || plain == typeof(byte));

    /// <summary>A neighbour of a value; null at the end of the type.</summary>
    public static object? Next(object value, int step) => value switch
    {
        DateOnly day => day == (step > 0 ? DateOnly.MaxValue : DateOnly.MinValue) ? null : day.AddDays(step),
        int number => number == (step > 0 ? int.MaxValue : int.MinValue) ? null : number + step,
        long number => number == (step > 0 ? long.MaxValue : long.MinValue) ? null : number + step,
        short number => number == (step > 0 ? short.MaxValue : short.MinValue) ? null : (object)(short)(number + step),
        byte number => number == (step > 0 ? byte.MaxValue : byte.MinValue) ? null : (object)(byte)(number + step),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Has no neighbours."),
    };
}
