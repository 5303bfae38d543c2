using System.Numerics;

namespace KnowledgeApi.Knowledge.Tests.Reasoning.Ownership;

/// <summary>A number without rounding, to check numbers with rounding against.</summary>
internal readonly record struct Fraction(BigInteger Top, BigInteger Bottom)
{
    public static readonly Fraction Zero = new(0, 1);
    public static readonly Fraction One = new(1, 1);

    public bool IsZero => Top.IsZero;

    public static Fraction Percent(decimal percent) => new((BigInteger)(percent * 10_000), 1_000_000);

    public static Fraction operator +(Fraction a, Fraction b) => Reduced(a.Top * b.Bottom + b.Top * a.Bottom, a.Bottom * b.Bottom);

    public static Fraction operator -(Fraction a, Fraction b) => Reduced(a.Top * b.Bottom - b.Top * a.Bottom, a.Bottom * b.Bottom);

    public static Fraction operator *(Fraction a, Fraction b) => Reduced(a.Top * b.Top, a.Bottom * b.Bottom);

    public static Fraction operator /(Fraction a, Fraction b) => Reduced(a.Top * b.Bottom, a.Bottom * b.Top);

    /// <summary>In percent, rounded down to four decimals.</summary>
    public decimal Floor() => (decimal)BigInteger.Divide(Top * 1_000_000, Bottom) / 10_000;

    /// <summary>In percent, rounded up to four decimals.</summary>
    public decimal Ceiling() => (decimal)BigInteger.Divide(Top * 1_000_000 + Bottom - 1, Bottom) / 10_000;

    public bool IsMoreThan(Fraction other) => Top * other.Bottom > other.Top * Bottom;

    private static Fraction Reduced(BigInteger top, BigInteger bottom)
    {
        var common = BigInteger.GreatestCommonDivisor(top, bottom) * bottom.Sign;
        return new(top / common, bottom / common);
    }
}
