using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.SeedFormat;

/// <summary>A number of money or of things as a seed writes it: currency or unit, not both.</summary>
internal sealed record Amount(Comparator Comparator, decimal? Value, Interval Interval, string? Currency, string? Unit)
{
    /// <summary>The printed number: an order of magnitude prints none.</summary>
    private decimal? Printed => Comparator == Comparator.OrderOf ? null : Value;

    public Money ToMoney(string? wording) => new()
    {
        Comparator = Comparator,
        Value = Printed,
        Limits = Interval,
        Wording = wording,
        Currency = Currency!,
    };

    public Quantity ToQuantity(string? wording) => new()
    {
        Comparator = Comparator,
        Value = Printed,
        Limits = Interval,
        Wording = wording,
        Unit = Unit ?? Currency!,
    };
}

/// <summary>A comparator with its number, before it is known of what.</summary>
internal sealed record Compared(Comparator Comparator, decimal? Value, decimal Unit, Interval Interval);

/// <summary>Numbers with comparators: the keys are the comparators.</summary>
internal static class ComparedKeys
{
    private static readonly ListType<PrintedNumber> Pair = new(SeedTypes.Number, 2);

    private static readonly (Comparator Comparator, string Name, string Description)[] Singles =
    [
        (Comparator.Exactly, "exactly", "The number, as precise as it is printed."),
        (Comparator.About, "about", "About the number: a tenth to either side."),
        (Comparator.Nearly, "nearly", "Nearly the number: a tenth below it or less, the number excluded."),
        (Comparator.Barely, "barely", "Barely the number: the number, or a tenth below it or less."),
        (Comparator.LessThan, "less-than", "Less than the number."),
        (Comparator.AtMost, "at-most", "The number or less, as of a ceiling."),
        (Comparator.MoreThan, "more-than", "More than the number."),
        (Comparator.AtLeast, "at-least", "The number or more."),
        (Comparator.OrderOf, "order-of", "A few of this unit, such as 1000000 for a few millions: two to ten times the unit."),
    ];

    /// <summary>The keys of a definition that hold comparators.</summary>
    public sealed record Set(IReadOnlyList<(Comparator Comparator, SeedKey<PrintedNumber> Key)> Numbers, SeedKey<IReadOnlyList<PrintedNumber>> Between, SeedKey<PrintedNumber> PrintedTo);

    public static Set AddTo(MappingDefinition definition, params string[] otherChoices)
    {
        var numbers = Singles.Select(single => (single.Comparator, definition.Optional(single.Name, SeedTypes.Number, single.Description))).ToList();
        var between = definition.Optional("between", Pair, "The two numbers it lies between, both included.");
        var printedTo = definition.Optional("printed-to", SeedTypes.Number, "With exactly: the value of one unit of the last printed digit, such as 1000000 for \"225 millions\". Without it the decimals decide.");
        definition.OneOf([.. Singles.Select(single => single.Name), "between", .. otherChoices]);
        return new(numbers, between, printedTo);
    }

    /// <summary>The one number of a mapping; null if there is none or it is wrong, which is reported.</summary>
    public static Compared? Read(Set keys, SeedMap map, SeedDiagnostics diagnostics)
    {
        var printedTo = map.Get(keys.PrintedTo);
        if (printedTo is not null && !map.Has("exactly"))
            diagnostics.Error(map.LocationOf("printed-to"), "\"printed-to\" without \"exactly\". Expected it only beside an exact number.");
        if (printedTo is { Value: <= 0 })
            diagnostics.Error(map.LocationOf("printed-to"), "\"printed-to\" is not above zero. Expected the value of one unit of the last printed digit, such as 1000000.");
        foreach (var (comparator, key) in keys.Numbers)
            if (map.Get(key) is { } number)
                return Single(comparator, number, printedTo, map.LocationOf(key.Name), diagnostics);
        return map.Get(keys.Between) is { Count: >= 2 } pair ? Between(pair, map.LocationOf("between"), diagnostics) : null;
    }

    private static Compared? Single(Comparator comparator, PrintedNumber number, PrintedNumber? printedTo, SourceLocation location, SeedDiagnostics diagnostics)
    {
        if (number.Value == 0 && comparator is Comparator.OrderOf or Comparator.Nearly)
        {
            diagnostics.Error(location, comparator == Comparator.OrderOf
                ? "\"order-of\" zero. Expected the unit, such as 1000000 for a few millions."
                : "\"nearly\" zero. Expected a number that something can fall short of.");
            return null;
        }
        var unit = printedTo?.Value ?? number.Unit;
        var interval = Bounds.Read(comparator, number.Value, unit);
        if (!Storable(interval.Lower) || !Storable(interval.Upper))
        {
            diagnostics.Error(location, string.Create(CultureInfo.InvariantCulture, $"The number {number.Value} is too great or too fine. Expected less than {FixedPoint.Max} and at most 3 decimals."));
            return null;
        }
        return new(comparator, number.Value, unit, interval);
    }

    private static Compared? Between(IReadOnlyList<PrintedNumber> pair, SourceLocation location, SeedDiagnostics diagnostics)
    {
        if (pair.Count > 2)
            diagnostics.Error(location, $"A list of {pair.Count}. Expected two numbers, the lower first.");
        else if (pair[0].Value > pair[1].Value)
            diagnostics.Error(location, string.Create(CultureInfo.InvariantCulture, $"The lower number {pair[0].Value} is above the upper one {pair[1].Value}. Expected the lower first."));
        else
            return new(Comparator.Between, null, 0, Interval.Closed(pair[0].Value, pair[1].Value));
        return null;
    }

    private static bool Storable(decimal? value) => value is null || FixedPoint.Holds(value.Value);
}

/// <summary>A sum of money or a number of things.</summary>
internal static class AmountKeys
{
    public static readonly MappingDefinition Definition = new("quantity", "A number as a document states it: one comparator with its number in digits, and what it is a number of.");
    private static readonly ComparedKeys.Set Numbers = ComparedKeys.AddTo(Definition);
    private static readonly SeedKey<string> Currency = Definition.Optional("currency", SeedTypes.Currency, "The currency, for money.");
    private static readonly SeedKey<string> Unit = Definition.Optional("unit", SeedTypes.Slug, "What is counted, for everything else: persons, jobs, percent, machines ...");

    public static readonly SeedType<Amount> Type = new ComposedType<Amount>(Definition, Read);

    private static Amount? Read(SeedMap map, SeedDiagnostics diagnostics)
    {
        var (currency, unit) = (map.Get(Currency), map.Get(Unit));
        if (map.Has("currency") == map.Has("unit"))
            diagnostics.Error(map.Location, $"A quantity with {(map.Has("unit") ? "both currency and unit" : "neither currency nor unit")}. Expected one of the two.");
        return ComparedKeys.Read(Numbers, map, diagnostics) is { } number ? new(number.Comparator, number.Value, RangeOf(number, unit), currency, unit) : null;
    }

    // What is counted to the last one is that number; it is rounded only if it is counted by tens or thousands. There are never less than none, unless a change is meant.
    private static Interval RangeOf(Compared number, string? unit) => number switch
    {
        _ when unit is null || !Quantity.IsCounted(unit) => number.Interval,
        { Comparator: Comparator.Exactly, Value: { } count, Unit: <= 1 } when decimal.IsInteger(count) => Interval.Point(count),
        { Value: >= 0 } => number.Interval.Intersection(Interval.FromZero) ?? number.Interval,
        _ => number.Interval,
    };
}

/// <summary>A share of a company: a number of percent, or a mapping with a comparator.</summary>
internal static partial class ShareKeys
{
    public static readonly MappingDefinition Definition = new("share", "A share that is not stated by one number of percent.");
    private static readonly SeedKey<string> Fraction = Definition.Optional("fraction", SeedTypes.Line, "The share as a common fraction, such as 1/3.");
    private static readonly ComparedKeys.Set Numbers = ComparedKeys.AddTo(Definition, "fraction");

    public static readonly SeedType<Share> Type = new ShareType();

    private static Share? Read(SeedMap map, SeedDiagnostics diagnostics)
    {
        if (map.Get(Fraction) is { } fraction)
            return ReadFraction(fraction, map.LocationOf("fraction"), diagnostics);
        if (ComparedKeys.Read(Numbers, map, diagnostics) is not { } number)
            return null;
        if (!Checked(number.Value is { } value ? [value] : [number.Interval.Lower!.Value, number.Interval.Upper!.Value], map.Location, diagnostics))
            return null;
        if (!number.Interval.Overlaps(Share.Whole))
        {
            diagnostics.Error(map.Location, string.Create(CultureInfo.InvariantCulture, $"A share of {EnumNames.Words(number.Comparator)} {number.Value} %, which none is. Expected words that allow something from 0 to 100."));
            return null;
        }

        return number.Value is { } single ? Share.Of(number.Comparator, single, number.Unit) : Share.Between(number.Interval.Lower!.Value, number.Interval.Upper!.Value);
    }

    private static Share? ReadFraction(string text, SourceLocation location, SeedDiagnostics diagnostics)
    {
        var match = FractionForm().Match(text);
        if (match.Success)
        {
            var numerator = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            var denominator = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
            if (denominator > 0 && numerator <= denominator)
                return Share.OfFraction(numerator, denominator);
        }
        diagnostics.Error(location, $"Found \"{text}\". Expected a fraction of at most one, such as 1/3.");
        return null;
    }

    private static bool Checked(IEnumerable<decimal> percents, SourceLocation location, SeedDiagnostics diagnostics)
    {
        foreach (var percent in percents.Where(percent => percent is < 0 or > 100))
        {
            diagnostics.Error(location, string.Create(CultureInfo.InvariantCulture, $"A share of {percent} %. Expected 0 to 100."));
            return false;
        }
        return true;
    }

    [GeneratedRegex("^([0-9]{1,6})/([0-9]{1,6})$")]
    private static partial Regex FractionForm();

    private sealed class ShareType : SeedType<Share>
    {
        private readonly ComposedType<Share> _map = new(Definition, ShareKeys.Read);

        public override string Expected => "a number of percent in digits as printed, such as \"22.2\", or a mapping such as { more-than: \"50\" }, { between: [\"22\", \"23\"] } or { fraction: \"1/3\" }";

        public override bool TryRead(SeedNode node, SeedDiagnostics diagnostics, out Share? value)
        {
            value = null;
            if (node is MapNode)
                return _map.TryRead(node, diagnostics, out value);
            if (node is not ScalarNode scalar || PrintedNumber.Read(scalar.Text) is not { } number)
            {
                diagnostics.Error(node.Location, $"Found {node.Kind}. Expected {Expected}.");
                return false;
            }
            if (!Checked([number.Value], node.Location, diagnostics))
                return false;
            value = Share.Of(Comparator.Exactly, number.Value, number.Unit);
            return true;
        }

        public override JsonObject Schema() => new()
        {
            ["anyOf"] = new JsonArray(SeedTypes.Number.Schema(), _map.Schema()),
        };
    }
}

/// <summary>A date that a document states, or one that is concluded, with the reason.</summary>
internal static class DateKeys
{
    public static readonly MappingDefinition Definition = new("date", "A date that no document states, but that follows from what they state.");
    private static readonly SeedKey<PartialDate> Date = Definition.Required("date", SeedTypes.Date, "The date.");
    private static readonly SeedKey<string> Inferred = Definition.Required("inferred", SeedTypes.Prose, "What it is concluded from, in your own words.");

    public static readonly SeedType<PartialDate> Type = new DateType();

    private sealed class DateType : SeedType<PartialDate>
    {
        private readonly ComposedType<PartialDate> _map = new(Definition, (map, _) => map.Get(Date) is { } date ? date with { Inferred = map.Get(Inferred) } : null);

        public override string Expected => $"{SeedTypes.Date.Expected}, or a mapping such as {{ date: 2012, inferred: why }}";

        public override bool TryRead(SeedNode node, SeedDiagnostics diagnostics, out PartialDate? value) =>
            node is MapNode ? _map.TryRead(node, diagnostics, out value) : SeedTypes.Date.TryRead(node, diagnostics, out value);

        public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(SeedTypes.Date.Schema(), _map.Schema()) };
    }
}

/// <summary>The time a claim speaks of.</summary>
internal static class ValidityKeys
{
    public static readonly MappingDefinition Definition = new("validity", "The time a claim speaks of: a moment (at), or a stretch (start, end, ongoing) as far as it is stated.");
    private static readonly SeedKey<PartialDate> At = Definition.Optional("at", DateKeys.Type, "The moment it speaks of.");
    private static readonly SeedKey<PartialDate> Start = Definition.Optional("start", DateKeys.Type, "When it began.");
    private static readonly SeedKey<PartialDate> End = Definition.Optional("end", DateKeys.Type, "When it ended.");
    private static readonly SeedKey<Ongoing?> Still = Definition.Optional("ongoing", SeedTypes.Enumeration<Ongoing>(), "Whether it still held when it was stated. UNSTATED if left out.");

    public static readonly SeedType<Period> Type = new ComposedType<Period>(Definition, Read);

    private static Period? Read(SeedMap map, SeedDiagnostics diagnostics)
    {
        var (at, start, end, ongoing) = (map.Get(At), map.Get(Start), map.Get(End), map.Get(Still));
        if (map.Has("at") && (map.Has("start") || map.Has("end") || map.Has("ongoing")))
            diagnostics.Error(map.Location, "A validity with \"at\" and another key. Expected either at, or start, end and ongoing.");
        if (!map.HasUnknownKeys && !map.Has("at") && !map.Has("start") && !map.Has("end") && !map.Has("ongoing"))
            diagnostics.Error(map.Location, "An empty validity. Expected at, or start, end and ongoing; or no validity at all.");
        if (end is not null && ongoing == Ongoing.Yes)
            diagnostics.Error(map.LocationOf("ongoing"), "An end and ongoing YES. Expected ongoing NO or UNSTATED beside an end.");
        return at is not null ? Period.Moment(at) : Period.Stretch(start, end, ongoing ?? Ongoing.Unstated);
    }
}
