using System.Text.Json;

namespace KnowledgeApi.Knowledge.Generation;

/// <summary>Writes sums and numbers: revenues of several years, headcounts, and money given; some with rivals that print them otherwise.</summary>
/// <param name="world">What there is.</param>
/// <param name="citations">Where they are said.</param>
internal sealed class FigureGenerator(GeneratedWorld world, CitationGenerator citations)
{
    private static readonly string[] Instruments = ["EQUITY", "GRANT", "LOAN", "PUBLIC_INVESTMENT"];
    private static readonly string[] Stages = ["ENVELOPE", "COMMITTED", "PAID"];

    // Forms are numbers below a hundred, so that some are more frequent than others.
    private const int Printed = 0;
    private const int Rounded = 60;

    public void WriteFinancialFigures(int company, SeedItemWriter writer)
    {
        var numbers = world.NumbersOf(GeneratedStream.FinancialFigures, company);
        var (slug, currency) = (world.CompanySlug(company), numbers.Percent(85) ? "EUR" : numbers.Percent(50) ? "USD" : "GBP");
        var years = numbers.Between(2, 5);
        var first = numbers.Between(2009, 2021 - years);
        var revenue = Power(numbers.Between(5, 9)) / 100 * numbers.Between(100, 999);
        for (var year = first; year < first + years; year++)
        {
            var id = $"revenue-{slug}-{year.Digits()}";
            WriteFigure(writer, ref numbers, id, company, "REVENUE", year, revenue, currency, form: numbers.Below(100));
            if (numbers.Percent(10))
                WriteFigure(writer, ref numbers, $"{id}-rounded", company, "REVENUE", year, revenue, currency, Rounded);
            if (numbers.Percent(6))
                WriteFigure(writer, ref numbers, $"{id}-other", company, "REVENUE", year, revenue * numbers.Between(70, 130) / 100, currency, Printed);
            revenue = revenue * numbers.Between(85, 130) / 100;
        }
        if (numbers.Percent(25))
            WriteFigure(writer, ref numbers, $"net-income-{slug}-{first.Digits()}", company, "NET_INCOME", first, revenue / 100 * numbers.Between(-20, 20), currency, Printed);
    }

    public void WriteMeasurements(int company, SeedItemWriter writer)
    {
        var numbers = world.NumbersOf(GeneratedStream.Measurements, company);
        var slug = world.CompanySlug(company);
        var people = numbers.Between(1, 40) * Power(numbers.Between(0, 3)) + numbers.Below(30);
        var counts = numbers.Between(1, 2);
        for (var i = 0; i < counts; i++)
        {
            var year = numbers.Between(2008, 2013) + 6 * i;
            var id = $"headcount-{slug}-{year.Digits()}";
            WriteCount(writer, ref numbers, id, company, "HEADCOUNT", year, people, "persons", "ACTUAL", form: numbers.Below(100));
            if (numbers.Percent(10))
                WriteCount(writer, ref numbers, $"{id}-other", company, "HEADCOUNT", year, people * numbers.Between(70, 130) / 100 + 1, "persons", "REPORTED", form: 0);
            people = people * numbers.Between(70, 180) / 100 + 1;
        }
        if (numbers.Percent(15))
            WriteCount(writer, ref numbers, $"jobs-{slug}-target", company, "JOBS", 2020, people, "jobs", "TARGET", form: 90);
    }

    public void WriteFundings(int company, SeedItemWriter writer)
    {
        var numbers = world.NumbersOf(GeneratedStream.Fundings, company);
        if (!numbers.Percent(55))
            return;
        var sum = Power(numbers.Between(5, 8)) / 10 * numbers.Between(10, 99);
        var funder = GeneratedWorld.PublicBodySlug(numbers.Below(world.PublicBodies));
        var (year, stage, instrument) = (numbers.Between(2006, 2020), numbers.OneOf<string>(Stages), numbers.OneOf<string>(Instruments));
        var id = $"funding-{world.CompanySlug(company)}";
        var tellings = numbers.Percent(15) ? 2 : 1;
        for (var i = 0; i < tellings; i++)
        {
            var json = writer.Begin();
            json.WriteString("id", i == 0 ? id : $"{id}-other");
            json.WriteString("funder", funder);
            json.WriteString("recipient", world.CompanySlug(company));
            WriteMoney(json, "amount", sum, "EUR", i == 0 ? numbers.Below(100) : Rounded);
            json.WriteString("instrument", instrument);
            json.WriteString("stage", stage);
            json.WriteString("status", stage == "PAID" ? "ACTUAL" : "ANNOUNCED");
            json.WriteMap("validity", ("at", numbers.DateIn(year)));
            citations.Write(json, ref numbers, company, year);
            writer.End();
            if (numbers.Percent(50))
                sum = sum * numbers.Between(80, 120) / 100;
        }
    }

    private void WriteFigure(SeedItemWriter writer, ref SplitMix64 numbers, string id, int company, string concept, int year, long sum, string currency, int form)
    {
        var json = writer.Begin();
        json.WriteString("id", id);
        json.WriteString("company", world.CompanySlug(company));
        json.WriteString("concept", concept);
        WriteMoney(json, "amount", sum, currency, form);
        json.WriteString("fiscal-period", year.Digits());
        json.WriteString("status", "ACTUAL");
        citations.Write(json, ref numbers, company, year);
        writer.End();
    }

    private void WriteCount(SeedItemWriter writer, ref SplitMix64 numbers, string id, int company, string metric, int year, long count, string unit, string status, int form)
    {
        var json = writer.Begin();
        json.WriteString("id", id);
        json.WriteString("subject", world.CompanySlug(company));
        json.WriteString("metric", metric);
        switch (form)
        {
            case < 50:
                json.WriteMap("quantity", ("exactly", count.Digits()), ("unit", unit));
                json.WriteString("wording", $"{count.Digits()} {unit}");
                break;
            case < 75:
                json.WriteMap("quantity", ("about", count.Digits()), ("unit", unit));
                break;
            case < 88:
                json.WriteMap("quantity", ("more-than", (count - 1).Digits()), ("unit", unit));
                break;
            default:
                json.WriteBetween("quantity", count, count + 1 + count / 5, unit);
                break;
        }
        json.WriteString("status", status);
        json.WriteMap("validity", ("at", numbers.DateIn(year)));
        citations.Write(json, ref numbers, company, status == "TARGET" ? GeneratedWorld.FirstYear : year);
        writer.End();
    }

    private static void WriteMoney(Utf8JsonWriter json, string key, long sum, string currency, int form)
    {
        // Three printed digits, as papers print sums.
        var unit = 1L;
        while (Math.Abs(sum) / unit >= 1_000)
            unit *= 10;
        var (printed, coarse) = (sum / unit * unit, unit * 10);
        switch (form)
        {
            case < Rounded:
                json.WriteMap(key, ("exactly", printed.Digits()), ("printed-to", unit.Digits()), ("currency", currency));
                json.WriteString("wording", $"{printed.Digits()} {currency}");
                break;
            case < 75:
                json.WriteMap(key, ("exactly", ((sum + coarse / 2) / coarse * coarse).Digits()), ("printed-to", coarse.Digits()), ("currency", currency));
                break;
            case < 88:
                json.WriteMap(key, ("about", printed.Digits()), ("currency", currency));
                break;
            case < 95:
                json.WriteMap(key, ("more-than", printed.Digits()), ("currency", currency));
                break;
            case < 98:
                json.WriteMap(key, ("order-of", coarse.Digits()), ("currency", currency));
                break;
            default:
                json.WriteNull(key);
                break;
        }
    }

    private static long Power(int exponent)
    {
        var power = 1L;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }
}
