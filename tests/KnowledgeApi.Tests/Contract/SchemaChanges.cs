using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.Tests.Contract;

/// <summary>What has changed between two schemas, and whether it breaks clients.</summary>
public static class SchemaChanges
{
    /// <summary>One line for each change, breaking ones first.</summary>
    public static IReadOnlyList<string> Between(Schema before, Schema after)
    {
        var changes = new List<string>();
        foreach (var (name, old, now) in Pair(before.Types, after.Types, t => t.Name))
        {
            if (old is null)
                changes.Add($"safe: {name} is new");
            else if (now is null)
                changes.Add($"BREAKING: {name} is gone");
            else if (old.GetType() != now.GetType())
                changes.Add($"BREAKING: {name} is another kind of type");
            else
                changes.AddRange(InType(old, now));
        }

        return [.. changes.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> InType(NamedType old, NamedType now) => (old, now) switch
    {
        (FieldsType a, FieldsType b) => Fields(a, b).Concat(Named(a.Interfaces, b.Interfaces, i => i.Name, $"{a} implementing ")),
        (UnionType a, UnionType b) => Named(a.Types, b.Types, t => t.Name, $"{a} member "),
        (EnumType a, EnumType b) => Named(a.Values, b.Values, v => v.Name, $"{a}."),
        (InputObjectType a, InputObjectType b) => Inputs(a.Fields, b.Fields, $"{a}."),
        _ => [],
    };

    private static IEnumerable<string> Fields(FieldsType old, FieldsType now)
    {
        foreach (var (name, a, b) in Pair(old.Fields, now.Fields, f => f.Name))
        {
            var path = $"{old}.{name}";
            if (a is null)
                yield return $"safe: {path} is new";
            else if (b is null)
                yield return $"BREAKING: {path} is gone";
            else
            {
                if (a.Type.ToString() != b.Type.ToString())
                    yield return $"{(b.Type.ToString() == $"{a.Type}!" ? "safe" : "BREAKING")}: {path} was {a.Type} and is {b.Type}";
                foreach (var change in Inputs(a.Arguments, b.Arguments, $"{path}:"))
                    yield return change;
            }
        }
    }

    private static IEnumerable<string> Inputs(IReadOnlyList<InputValue> old, IReadOnlyList<InputValue> now, string path)
    {
        foreach (var (name, a, b) in Pair(old, now, v => v.Name))
        {
            if (a is null)
                yield return $"{(b!.IsRequired ? "BREAKING" : "safe")}: {path}{name} is new";
            else if (b is null)
                yield return $"BREAKING: {path}{name} is gone";
            else if (a.Type.ToString() != b.Type.ToString())
                yield return $"{(a.Type.ToString() == $"{b.Type}!" ? "safe" : "BREAKING")}: {path}{name} was {a.Type} and is {b.Type}";
        }
    }

    private static IEnumerable<string> Named<T>(IEnumerable<T> old, IEnumerable<T> now, Func<T, string> name, string path)
        where T : class
    {
        foreach (var (each, a, b) in Pair(old, now, name))
        {
            if (a is null)
                yield return $"safe: {path}{each} is new";
            else if (b is null)
                yield return $"BREAKING: {path}{each} is gone";
        }
    }

    private static IEnumerable<(string Name, T? Old, T? Now)> Pair<T>(IEnumerable<T> old, IEnumerable<T> now, Func<T, string> name)
        where T : class
    {
        var before = old.ToDictionary(name);
        var after = now.ToDictionary(name);
        return before.Keys.Union(after.Keys).Select(key => (key, before.GetValueOrDefault(key), after.GetValueOrDefault(key)));
    }
}
