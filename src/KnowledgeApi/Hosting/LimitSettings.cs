using System.Globalization;
using System.Reflection;
using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Http;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Validation;
using KnowledgeApi.Knowledge.Texts;
using KnowledgeApi.Ownership;

namespace KnowledgeApi.Hosting;

/// <summary>The bounds of the engine and of ownership as settings. A bound that is misspelt or cannot be read is refused: silently it would protect nobody.</summary>
internal static class LimitSettings
{
    /// <summary>The sections of settings, each with the bounds it sets.</summary>
    public static IReadOnlyDictionary<string, Type> Sections { get; } = new Dictionary<string, Type>
    {
        ["GraphQL:Parser"] = typeof(ParserLimits),
        ["GraphQL:Validation"] = typeof(ValidationLimits),
        ["GraphQL:Execution"] = typeof(ExecutionOptions),
        ["GraphQL:Http"] = typeof(GraphQLHttpOptions),
        ["Ownership"] = typeof(OwnershipLimits),
    };

    /// <summary>The names of the bounds of a section: what can be written as one value.</summary>
    public static IEnumerable<string> NamesOf(Type bounds) => Bounds(bounds).Select(bound => bound.Name);

    /// <summary>Bounds as their section has them, with the default where it has none.</summary>
    /// <exception cref="UnusableSettingException">A setting has no such name or no such value.</exception>
    public static T Read<T>(IConfiguration configuration)
        where T : class, new()
    {
        var section = Sections.First(pair => pair.Value == typeof(T)).Key;
        Check(configuration, section, typeof(T));
        return configuration.GetSection(section).Get<T>() ?? new T();
    }

    /// <summary>Reads all of them for what may be wrong.</summary>
    /// <exception cref="UnusableSettingException">A setting has no such name or no such value.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var group in Sections.Keys.Select(section => section.Split(':')).Where(path => path.Length > 1).GroupBy(path => path[0], path => path[1]))
            CheckNames(configuration, group.Key, [.. group]);
        foreach (var (section, bounds) in Sections)
            Check(configuration, section, bounds);
    }

    private static void Check(IConfiguration configuration, string section, Type bounds)
    {
        var known = Bounds(bounds).ToDictionary(bound => bound.Name, StringComparer.OrdinalIgnoreCase);
        CheckNames(configuration, section, [.. known.Values.Select(bound => bound.Name)]);
        foreach (var setting in configuration.GetSection(section).GetChildren())
        {
            var expected = Expected(known[setting.Key].PropertyType);
            if (setting.Value is not { } value || !expected.IsValue(value))
                throw new UnusableSettingException($"The setting {setting.Path} cannot be {(setting.Value is null ? "a group" : $"\"{setting.Value}\"")}.", $"Give it {expected.Form}, or leave it out for the default.");
        }
    }

    /// <summary>Makes sure that a group of settings has no others than these.</summary>
    /// <exception cref="UnusableSettingException">It has.</exception>
    public static void CheckNames(IConfiguration configuration, string section, IReadOnlyList<string> known)
    {
        if (configuration[section] is { Length: > 0 } value)
            throw new UnusableSettingException($"The setting {section} cannot be \"{value}\": it is a group.", $"Set {string.Join(" or ", known.Take(2).Select(name => $"{section}:{name}"))}, for example.");
        foreach (var setting in configuration.GetSection(section).GetChildren())
        {
            if (!known.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
                throw new UnusableSettingException($"There is no setting {setting.Path}.{Nearest.Hint(setting.Key, known)}", $"{section} has {string.Join(", ", known)}.");
        }
    }

    private static IEnumerable<PropertyInfo> Bounds(Type bounds) =>
        bounds.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(bound => bound.CanWrite && (bound.PropertyType.IsEnum || bound.PropertyType.IsValueType));

    private static (string Form, Func<string, bool> IsValue) Expected(Type type) => type switch
    {
        _ when type == typeof(int) || type == typeof(long) => ("a whole number, 1 or more",
            value => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && (type == typeof(long) || number <= int.MaxValue)),
        // A number alone would be days.
        _ when type == typeof(TimeSpan) => ("a time such as 00:00:10 for ten seconds",
            value => value.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero),
        _ when type == typeof(bool) => ("true or false", value => bool.TryParse(value, out _)),
        _ => ($"one of {string.Join(", ", Enum.GetNames(type))}", value => Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase)),
    };
}
