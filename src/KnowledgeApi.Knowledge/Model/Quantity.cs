namespace KnowledgeApi.Knowledge.Model;

/// <summary>A number with a unit as a document states it, kept as the range of numbers its words allow.</summary>
public sealed record Quantity : Bounds
{
    /// <summary>The unit in English, such as "persons", "jobs" or "percent"; for money the ISO 4217 code, such as "EUR".</summary>
    public required string Unit { get; init; }

    /// <summary>What is measured rather than counted. Units that go on from one of these, such as "hours-a-week", are measures too.</summary>
    private static readonly string[] Measures =
    [
        "percent", "percentage-points", "degrees", "seconds", "minutes", "hours", "days", "weeks", "months", "years",
        "bits", "bytes", "kilobytes", "megabytes", "gigabytes", "terabytes", "petabytes", "metres", "square-metres", "cubic-metres", "kilometres", "hectares",
        "litres", "grams", "kilograms", "tonnes", "watts", "kilowatts", "megawatts", "gigawatts", "kilowatt-hours", "megawatt-hours",
    ];

    /// <summary>Whether things of a unit are counted, one by one, such as persons or machines. A printed count is that number; a printed measure is rounded.</summary>
    /// <param name="unit">The unit, in lower case with hyphens; no currency.</param>
    public static bool IsCounted(string unit) => !Measures.Any(measure =>
        unit.StartsWith(measure, StringComparison.Ordinal) && (unit.Length == measure.Length || unit[measure.Length] == '-'));
}
