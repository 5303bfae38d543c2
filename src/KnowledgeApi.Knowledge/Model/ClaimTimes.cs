using System.Globalization;
using System.Text;

namespace KnowledgeApi.Knowledge.Model;

/// <summary>All that is known of the days of one claim. Without any of it, the claim possibly held on any day.</summary>
/// <param name="Rows">Each by itself.</param>
public sealed record ClaimTimes(IReadOnlyList<ClaimTime> Rows)
{
    // How a row of each type begins in the text, in the order of the types.
    private const string Letters = "CSERX";

    /// <summary>Nothing is known.</summary>
    public static ClaimTimes None { get; } = new([]);

    /// <summary>How certain it is that the claim held on a day; null if it cannot have.</summary>
    /// <param name="day">The day.</param>
    /// <param name="known">What had been reported by when.</param>
    public Certainty? On(DateOnly day, KnownBy known = default)
    {
        if (Has(ClaimTimeType.Excluded, day, known))
            return null;
        return Has(ClaimTimeType.Certain, day, known) ? Certainty.Certain : LastStated(day, known) is not null ? Certainty.LastKnown : Certainty.Possible;
    }

    /// <summary>
    /// When the claim was last stated to hold, up to a day: of a text that was written some time between two days, that time. Null if it was not, if it may have ended since, or if what was
    /// stated later stands instead.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="known">What had been reported by when.</param>
    public PartialDate? LastStated(DateOnly day, KnownBy known = default)
    {
        if (Has(ClaimTimeType.Certain, day, known))
            return PartialDate.Day(day);
        if (Has(ClaimTimeType.MayHaveEnded, day, known) || IsSuperseded(day, known))
            return null;
        var last = Rows.Where(row => row.Type == ClaimTimeType.Stated && row.To <= day && known.Counts(row)).MaxBy(row => (row.From, row.To));
        return last is null ? null : PartialDate.Between(last.From, last.To);
    }

    /// <summary>Whether something stands on a day that was stated later and cannot be true together with the claim.</summary>
    public bool IsSuperseded(DateOnly day, KnownBy known = default) => Has(ClaimTimeType.Superseded, day, known);

    /// <summary>How certain it is that the claim held, day by day from one day to another: each stretch of days of one certainty, in order. Days on which it cannot have held are left out.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="known">What had been reported by when.</param>
    public IEnumerable<(DateOnly First, DateOnly Last, Certainty Certainty)> Stretches(DateOnly first, DateOnly last, KnownBy known = default)
    {
        // Only on these days it can change.
        var days = Rows.SelectMany(row => new[] { row.From, row.To, row.To < DateOnly.MaxValue ? row.To.Value.AddDays(1) : null }).OfType<DateOnly>()
            .Where(day => day > first && day <= last).Prepend(first).Distinct().Order().ToList();
        for (var i = 0; i < days.Count;)
        {
            var (begin, certainty) = (days[i], On(days[i], known));
            while (++i < days.Count && On(days[i], known) == certainty)
            {
            }

            if (certainty is { } certain)
                yield return (begin, i < days.Count ? days[i].AddDays(-1) : last, certain);
        }
    }

    private bool Has(ClaimTimeType type, DateOnly day, KnownBy known) => Rows.Any(row => row.Type == type && row.Contains(day) && known.Counts(row));

    /// <summary>The same as a text, as short as can be.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var row in Rows)
        {
            text.Append(Letters[(int)row.Type]).Append(Number(row.From)).Append(' ').Append(Number(row.To)).Append(' ')
                .Append(Number(row.KnownFrom)).Append(' ').Append(Number(row.PossiblyKnownFrom)).Append(' ').Append(Number(row.KnownUntil)).Append(';');
        }

        return text.ToString();

        static string Number(DateOnly? day) => day?.DayNumber.ToString(CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static ClaimTimes Parse(string text) => text.Length == 0 ? None : new([.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(ParseRow)]);

    private static ClaimTime ParseRow(string text)
    {
        var days = text[1..].Split(' ').Select(number => number.Length == 0 ? (DateOnly?)null : DateOnly.FromDayNumber(int.Parse(number, CultureInfo.InvariantCulture))).ToArray();
        return new() { Type = (ClaimTimeType)Letters.IndexOf(text[0], StringComparison.Ordinal), From = days[0], To = days[1], KnownFrom = days[2], PossiblyKnownFrom = days[3], KnownUntil = days[4] };
    }
}

/// <summary>What had been reported by the end of a day; everything if no day is given.</summary>
/// <param name="On">The day; null for all reports.</param>
/// <param name="Certainty">CERTAIN to count what was certainly public by then, POSSIBLE to count what may have been.</param>
public readonly record struct KnownBy(DateOnly? On, Certainty Certainty = Certainty.Certain)
{
    /// <summary>Whether what is known of some days counts. What only may have been public excludes nothing.</summary>
    public bool Counts(ClaimTime row) => On is not { } day
        ? row.KnownUntil is null
        : (Certainty == Certainty.Certain || row.Type >= ClaimTimeType.MayHaveEnded ? row.KnownFrom <= day : !(row.PossiblyKnownFrom > day)) && !(row.KnownUntil <= day);

    /// <summary>Whether something had been reported.</summary>
    /// <param name="certainly">The first day by which it certainly was public; null if unknown.</param>
    /// <param name="possibly">The first day on which it may have been; null if nothing limits it.</param>
    public bool Includes(DateOnly? certainly, DateOnly? possibly) => On is not { } day || (Certainty == Certainty.Certain ? certainly <= day : !(possibly > day));
}
