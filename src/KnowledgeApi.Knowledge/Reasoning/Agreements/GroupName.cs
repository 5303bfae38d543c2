using System.Globalization;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Agreements;

/// <summary>
/// The name of a group: that of its key and, where the claims of one key fall apart, the time from which on they speak; and the first of its
/// claims where that is the same for several groups.
/// </summary>
internal static class GroupName
{
    /// <summary>How many of the groups of one key speak from which time on; null if there is only one group.</summary>
    public static IReadOnlyDictionary<string, int>? TimesOf(List<List<Claim>> groups) =>
        groups.Count == 1 ? null : groups.CountBy(group => TimeOf(group) ?? "").ToDictionary();

    /// <summary>The name of a group.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="group">Its claims.</param>
    /// <param name="times">The times of all groups of the key.</param>
    public static (string Slug, string Label) Of(PropertyKey key, List<Claim> group, IReadOnlyDictionary<string, int>? times)
    {
        if (times is null)
            return (key.Slug, key.Label);
        var time = TimeOf(group);
        var first = times[time ?? ""] > 1 ? group.Select(claim => claim.Slug).Min(StringComparer.Ordinal) : null;
        return (
            string.Join('.', new[] { key.Slug, time, first }.Where(part => part is not null)),
            $"{key.Label}, {Words(time)}");
    }

    // "from-2015-03" as people write it.
    private static string Words(string? time) => time is null ? "no time stated" : $"{time[..time.IndexOf('-', StringComparison.Ordinal)]} {time[(time.IndexOf('-', StringComparison.Ordinal) + 1)..]}";

    // The month alone may be that of the next group as well.
    private static string? TimeOf(List<Claim> group)
    {
        var start = group.Select(claim => claim.Validity?.Earliest).Min();
        var end = group.Select(claim => claim.Validity?.Latest).Max();
        return (start, end) switch
        {
            ({ } from, _) => string.Create(CultureInfo.InvariantCulture, $"from-{from:yyyy-MM}"),
            (_, { } to) => string.Create(CultureInfo.InvariantCulture, $"until-{to:yyyy-MM}"),
            _ => null,
        };
    }
}
