using System.Globalization;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Pictures;

/// <summary>The query string of a picture.</summary>
internal sealed class PictureQuery
{
    private readonly IQueryCollection _query;

    /// <summary>The values of a query string.</summary>
    /// <param name="query">The query string.</param>
    /// <param name="parameters">What it may have.</param>
    /// <exception cref="PictureQueryException">It has something else.</exception>
    public PictureQuery(IQueryCollection query, IReadOnlyList<string> parameters)
    {
        _query = query;
        if (query.Keys.Any(key => !parameters.Contains(key)))
            throw new PictureQueryException($"The query string may have {Listed(parameters)}.");
    }

    /// <summary>A day, or null if none is given.</summary>
    /// <exception cref="PictureQueryException">It is none.</exception>
    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new PictureQueryException($"{name} must be a day such as 2013-06-01.");
    }

    /// <summary>One of the values of an enumeration by its name in the schema, or null if none is given.</summary>
    /// <exception cref="PictureQueryException">It is none.</exception>
    public T? OneOf<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
            return null;
        return EnumNames.TryParse<T>(text, out var value) ? value : throw new PictureQueryException($"{name} must be one of {string.Join(", ", EnumNames.All<T>())}.");
    }

    /// <summary>A whole number from 1 on.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="otherwise">The number if none is given.</param>
    /// <param name="max">The greatest that may be given.</param>
    /// <exception cref="PictureQueryException">It is none of these.</exception>
    public int Number(string name, int otherwise, int max)
    {
        if (Text(name) is not { } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= max
            ? number
            : throw new PictureQueryException(string.Create(CultureInfo.InvariantCulture, $"{name} must be a number from 1 to {max}."));
    }

    private string? Text(string name) => _query[name].ToString() is { Length: > 0 } text ? text : null;

    private static string Listed(IReadOnlyList<string> names) => names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}

/// <summary>A query string that cannot be read; the message is for the client.</summary>
internal sealed class PictureQueryException(string message) : Exception(message);
