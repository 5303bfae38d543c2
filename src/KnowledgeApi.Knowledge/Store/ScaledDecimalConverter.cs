using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>Stores a decimal as a 64-bit integer of ten-thousandths, because SQLite would compare and order decimals as text.</summary>
public sealed class ScaledDecimalConverter() : ValueConverter<decimal, long>(value => ToStored(value), stored => stored / Scale)
{
    /// <summary>How many units of the stored integer make one.</summary>
    public const decimal Scale = 10_000m;

    /// <summary>The greatest number that can be stored; the least is its negative.</summary>
    public const decimal Max = long.MaxValue / 10_000;

    /// <summary>Whether the number can be stored without loss.</summary>
    public static bool Holds(decimal value) => Math.Abs(value) <= Max && decimal.Truncate(value * Scale) == value * Scale;

    // What a query compares with need not be storable: beyond all that is stored is far enough.
    private static long ToStored(decimal value) => value > Max ? long.MaxValue : value < -Max ? long.MinValue : (long)(value * Scale);
}
