namespace KnowledgeApi.GraphQL.Tests.Data.Museum;

/// <summary>A value between two ends, judged by trying values: the ends, what it is compared with, and what lies beside and between these.</summary>
internal sealed record Span(object? Lower, bool HasLower, object? Upper, bool HasUpper, object? SureLower = null, object? SureUpper = null)
{
    /// <summary>The span that a value object stands for.</summary>
    public static Span? Of(object? target) => target switch
    {
        Years years => new(years.From, true, years.To, true),
        Estimate sum => new(sum.Low, sum.LowIncluded, sum.High, sum.HighIncluded),
        Loan loan => new(loan.From, true, loan.Until, true, loan.SureFrom, loan.SureUntil),
        null => null,
        _ => throw new InvalidOperationException($"{target.GetType()} is no span."),
    };

    public bool IsPossible(Func<object, bool> meets, IEnumerable<object> operands) => Tried(operands).Where(IsInside).Any(meets);

    public bool IsCertain(Func<object, bool> meets, IEnumerable<object> operands)
    {
        var tried = Tried(operands).Where(IsInside).ToList();
        return tried.TrueForAll(value => meets(value)) || tried.Exists(value => IsSure(value) && meets(value));
    }

    private bool IsInside(object value) =>
        (Lower is null || Compare(value, Lower) > 0 || (HasLower && Compare(value, Lower) == 0))
        && (Upper is null || Compare(value, Upper) < 0 || (HasUpper && Compare(value, Upper) == 0));

    private bool IsSure(object value) => SureLower is not null && SureUpper is not null && Compare(value, SureLower) >= 0 && Compare(value, SureUpper) <= 0;

    private IEnumerable<object> Tried(IEnumerable<object> operands)
    {
        var known = new[] { Lower, Upper, SureLower, SureUpper }.Concat(operands).OfType<object>().Distinct().Order().ToList();
        return known.SelectMany(Beside).Concat(known.OfType<decimal>().Zip(known.OfType<decimal>().Skip(1), (a, b) => (object)((a + b) / 2)));
    }

    private static IEnumerable<object> Beside(object value) => value switch
    {
        int number => [number == int.MinValue ? number : number - 1, number, number == int.MaxValue ? number : number + 1],
        DateOnly day => [day == DateOnly.MinValue ? day : day.AddDays(-1), day, day == DateOnly.MaxValue ? day : day.AddDays(1)],
        _ => [(decimal)value - 1000, value, (decimal)value + 1000],
    };

    private static int Compare(object a, object b) => System.Collections.Comparer.Default.Compare(a, b);
}
