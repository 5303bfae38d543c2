namespace KnowledgeApi.Knowledge.Model;

/// <summary>The numbers a base can hold: 64-bit integers of ten-thousandths, which any database compares and orders exactly.</summary>
public static class FixedPoint
{
    /// <summary>How many units of the stored integer make one.</summary>
    public const decimal Scale = 10_000m;

    /// <summary>The greatest number that can be stored; the least is its negative.</summary>
    public const decimal Max = long.MaxValue / 10_000;

    /// <summary>Whether the number can be stored without loss.</summary>
    public static bool Holds(decimal value) => Math.Abs(value) <= Max && decimal.Truncate(value * Scale) == value * Scale;

    /// <summary>The stored integer. What lies beyond all that can be stored becomes its end: a query may compare with any number.</summary>
    public static long ToStored(decimal value) => value > Max ? long.MaxValue : value < -Max ? long.MinValue : (long)(value * Scale);

    /// <summary>The number that a stored integer stands for.</summary>
    public static decimal FromStored(long stored) => stored / Scale;
}
