using System.Data.Common;
using KnowledgeApi.Data;
using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Time;

/// <summary>Reads the timeline of an entity as pictures show it: one statement on the pool, one row for each claim.</summary>
public sealed class TimelineReader
{
    private readonly RunSql _run;
    private readonly string _text;
    private readonly string _parameter;

    /// <summary>A reader of the base that contexts of the options are of.</summary>
    public TimelineReader(DataOptions options, ReadPool pool)
    {
        _run = pool.Run();
        using var context = (KnowledgeContext)options.CreateContext();
        var key = 0L;
        using var command = Rows(context.Set<TimelineEntryEntity>().Where(place => place.EntityKey == key)).CreateDbCommand();
        (_text, _parameter) = (command.CommandText, command.Parameters[0].ParameterName);
    }

    /// <summary>The dated claims about an entity, statements apart, in the order of their times. As far as was reported by a day, if one is given.</summary>
    internal async Task<IReadOnlyList<TimelineRow>> ReadAsync(long entity, DateOnly? knownOn, CancellationToken cancellation)
    {
        var rows = new OrderedDictionary<long, TimelineRow>();
        await _run(new(_text, [new(_parameter, entity)]), Read, cancellation);
        return rows.Values;

        void Read(DbDataReader row)
        {
            var reported = row.DayAt(3);
            if (knownOn is null || reported <= knownOn)
                rows.TryAdd(row.GetInt64(0), RowOf(row, knownOn, reported));
        }
    }

    private static TimelineRow RowOf(DbDataReader row, DateOnly? knownOn, DateOnly? reported) =>
        new(row.GetString(1), EnumNames.Parse<TimelineEntryType>(row.GetString(2)) != TimelineEntryType.Expected, row.PeriodAt(7)!.KnownOn(knownOn, row.DayAt(4)), ClaimTimes.Parse(row.GetString(5)), reported)
        {
            IsInferred = row.GetBoolean(6),
        };

    private static IQueryable<object> Rows(IQueryable<TimelineEntryEntity> places) => places
        .Where(place => place.Entry.Type != TimelineEntryType.Reported && place.Entry.Type != TimelineEntryType.Undated && !(place.Entry.DerivedFrom is Statement))
        .OrderBy(place => place.EntryKey)
        .Select(place => new
        {
            place.Entry.DerivedFromKey,
            place.Entry.Label,
            place.Entry.Type,
            place.Entry.DerivedFrom.FirstReported,
            place.Entry.DerivedFrom.EndReported,
            place.Entry.DerivedFrom.Times,
            IsInferred = place.Entry.DerivedFrom.Validity!.At!.Inferred != null || place.Entry.DerivedFrom.Validity.Start!.Inferred != null || place.Entry.DerivedFrom.Validity.End!.Inferred != null,
            Ongoing = (Ongoing?)place.Entry.DerivedFrom.Validity!.Ongoing,
            At = place.Entry.DerivedFrom.Validity.At!.Edtf,
            Start = place.Entry.DerivedFrom.Validity.Start!.Edtf,
            End = place.Entry.DerivedFrom.Validity.End!.Edtf,
        });
}

/// <summary>A claim as a picture of a timeline shows it: what it says, when it held, and when that was first reported.</summary>
/// <param name="Label">What it says, in a few words.</param>
/// <param name="IsFact">Whether it is stated as a fact; if not, the time is one it looks to.</param>
/// <param name="Period">When.</param>
/// <param name="Times">How certain it is on which days.</param>
/// <param name="Reported">The first day by which it was reported; null if nothing that states it is dated.</param>
internal sealed record TimelineRow(string Label, bool IsFact, Period Period, ClaimTimes Times, DateOnly? Reported)
{
    /// <summary>Whether the curators conclude a date of it, which no document states.</summary>
    public bool IsInferred { get; init; }
}
