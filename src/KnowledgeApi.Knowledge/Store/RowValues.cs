using System.Data.Common;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>Values of the model out of the columns of a row.</summary>
public static class RowValues
{
    /// <summary>A date in EDTF; null if there is none.</summary>
    public static PartialDate? DateAt(this DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : PartialDate.Parse(row.GetString(ordinal));

    /// <summary>A day; null if there is none.</summary>
    public static DateOnly? DayAt(this DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetFieldValue<DateOnly>(ordinal);

    /// <summary>A number as <see cref="FixedPoint"/> stores it; null if there is none.</summary>
    public static decimal? NumberAt(this DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : FixedPoint.FromStored(row.GetInt64(ordinal));

    /// <summary>A period in four columns: whether it goes on, its moment, its start and its end.</summary>
    /// <param name="row">The row.</param>
    /// <param name="first">The first of the columns.</param>
    public static Period? PeriodAt(this DbDataReader row, int first) => row.IsDBNull(first) ? null
        : row.DateAt(first + 1) is { } at ? Period.Moment(at)
        : Period.Stretch(row.DateAt(first + 2), row.DateAt(first + 3), EnumNames.Parse<Ongoing>(row.GetString(first)));
}
