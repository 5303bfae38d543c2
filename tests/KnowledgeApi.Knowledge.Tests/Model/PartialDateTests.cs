using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Tests.Model;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2015", "2015-01-01", "2015-12-31", DatePrecision.Year)]
    [InlineData("2015-03", "2015-03-01", "2015-03-31", DatePrecision.Month)]
    [InlineData("2016-02", "2016-02-01", "2016-02-29", DatePrecision.Month)]
    [InlineData("2015-03-20", "2015-03-20", "2015-03-20", DatePrecision.Day)]
    [InlineData("2012-21", "2012-03-01", "2012-06-20", DatePrecision.Season)]
    [InlineData("2012-22", "2012-06-01", "2012-09-22", DatePrecision.Season)]
    [InlineData("2012-23", "2012-09-01", "2012-12-20", DatePrecision.Season)]
    [InlineData("2012-24", "2012-12-01", "2013-03-20", DatePrecision.Season)]
    [InlineData("2018/2020", "2018-01-01", "2020-12-31", DatePrecision.Interval)]
    [InlineData("2018-05-06/2018-05", "2018-05-06", "2018-05-31", DatePrecision.Interval)]
    [InlineData("0001", "0001-01-01", "0001-12-31", DatePrecision.Year)]
    [InlineData("9999-12-31", "9999-12-31", "9999-12-31", DatePrecision.Day)]
    public void A_date_reaches_from_its_first_to_its_last_day(string edtf, string earliest, string latest, DatePrecision precision)
    {
        var date = PartialDate.Parse(edtf);

        date.Edtf.ShouldBe(edtf);
        date.Earliest.ShouldBe(Day(earliest));
        date.Latest.ShouldBe(Day(latest));
        date.Precision.ShouldBe(precision);
    }

    [Fact]
    public void An_open_end_has_no_last_day() => PartialDate.Parse("2014-04/..").Latest.ShouldBeNull();

    [Fact]
    public void An_open_start_has_no_first_day() => PartialDate.Parse("../2014").Earliest.ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("15")]
    [InlineData("2015-3")]
    [InlineData("2015-13")]
    [InlineData("2015-00")]
    [InlineData("2015-20")]
    [InlineData("2015-25")]
    [InlineData("2015-02-29")]
    [InlineData("2015-04-31")]
    [InlineData("2015-03-20T10:00")]
    [InlineData("2015-03-")]
    [InlineData("20150320")]
    [InlineData(" 2015")]
    [InlineData("0000")]
    [InlineData("-2015")]
    [InlineData("٢٠١٥")]
    [InlineData("9999-24")]
    [InlineData("../..")]
    [InlineData("2015/")]
    [InlineData("/2015")]
    [InlineData("2020/2018")]
    [InlineData("2018/2019/2020")]
    [InlineData("2015?")]
    public void What_is_no_date_is_refused(string text) => PartialDate.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void The_message_of_a_refusal_names_the_forms() =>
        Should.Throw<FormatException>(() => PartialDate.Parse("soon")).Message.ShouldContain("2012-23");

    [Fact]
    public void A_year_comes_certainly_before_the_next() =>
        PartialDate.Parse("2014").CertainlyBefore(PartialDate.Parse("2015-01-01")).ShouldBeTrue();

    [Fact]
    public void A_month_comes_only_possibly_before_its_own_year()
    {
        var (month, year) = (PartialDate.Parse("2014-03"), PartialDate.Parse("2014"));

        month.CertainlyBefore(year).ShouldBeFalse();
        month.PossiblyBefore(year).ShouldBeTrue();
    }

    [Fact]
    public void An_open_date_comes_certainly_before_nothing() =>
        PartialDate.Parse("2014/..").CertainlyBefore(PartialDate.Parse("2099")).ShouldBeFalse();

    [Theory]
    [InlineData("2014", "2014-12-31", true)]
    [InlineData("2014", "2015-01-01", false)]
    [InlineData("../2014", "1000-01-01", true)]
    [InlineData("2014/..", "2013-12-31", false)]
    public void A_date_contains_the_days_it_can_mean(string edtf, string day, bool expected) =>
        PartialDate.Parse(edtf).Contains(Day(day)).ShouldBe(expected);

    [Theory]
    [InlineData("2012-01-01", "2012-12-31", "2012")]
    [InlineData("2012-10-01", "2012-10-31", "2012-10")]
    [InlineData("2012-10-05", "2012-10-05", "2012-10-05")]
    [InlineData("2009-01-01", "2011-12-31", "2009/2011")]
    [InlineData("2012-01-01", "2012-03-31", "2012-01/2012-03")]
    [InlineData("2012-09-01", "2012-12-20", "2012-09-01/2012-12-20")]
    [InlineData("2012-01-01", null, "2012/..")]
    [InlineData(null, "2014-04-30", "../2014-04")]
    public void The_time_between_two_days_is_written_as_short_as_it_can_be(string? earliest, string? latest, string edtf)
    {
        DateOnly? first = earliest is null ? null : Day(earliest), last = latest is null ? null : Day(latest);

        PartialDate.Between(first, last).ShouldSatisfyAllConditions(date => date.Edtf.ShouldBe(edtf), date => date.Earliest.ShouldBe(first), date => date.Latest.ShouldBe(last));
    }

    [Fact]
    public void No_time_lies_between_a_day_and_the_day_before() => Should.Throw<ArgumentException>(() => PartialDate.Between(Day("2012-01-02"), Day("2012-01-01")));

    [Fact]
    public void A_time_needs_an_end() => Should.Throw<ArgumentException>(() => PartialDate.Between(null, null));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
