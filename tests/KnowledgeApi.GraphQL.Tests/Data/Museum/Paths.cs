using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data.Museum;

/// <summary>Finds every way to filter and to order in the schema, so that no member is forgotten.</summary>
internal static class Paths
{
    /// <summary>The lists at the root, with their objects.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<object>> Roots { get; } = new Dictionary<string, IReadOnlyList<object>>
    {
        ["works"] = MuseumStore.Shared.Works,
        ["paintings"] = [.. MuseumStore.Shared.Works.OfType<Painting>()],
        ["prints"] = [.. MuseumStore.Shared.Works.OfType<Print>()],
        ["sculptures"] = [.. MuseumStore.Shared.Works.OfType<Sculpture>()],
        ["sketches"] = [.. MuseumStore.Shared.Works.OfType<Sketch>()],
        ["worksOnShow"] = [.. MuseumStore.Shared.Works.Where(work => work.OnShow)],
        ["artists"] = MuseumStore.Shared.Artists,
        ["exhibitions"] = MuseumStore.Shared.Exhibitions,
        ["hangings"] = [.. MuseumStore.Shared.Works.SelectMany(work => work.Hangings)],
        ["marks"] = [.. MuseumStore.Shared.Works.SelectMany(work => work.Marks)],
    };

    /// <summary>The fields of an argument's input type.</summary>
    public static IReadOnlyList<InputValue> Fields(Schema schema, string root, string argument)
    {
        schema.TryGetField(schema.QueryType, root, out var field).ShouldBeTrue();
        return ((InputObjectType)field!.Arguments.Single(a => a.Name == argument).Type.Named).Fields;
    }

    /// <summary>The paths from an input type to its leaves, through value objects; through related objects one step more if asked to.</summary>
    public static IEnumerable<(string Path, InputObjectType Operations)> Leaves(IEnumerable<InputValue> fields, bool related, string quantifier = "some")
    {
        foreach (var field in fields.Where(f => f.Name is not ("and" or "or")))
        {
            var input = (InputObjectType)field.Type.Named;
            if (input.Name.EndsWith("OperationFilterInput", StringComparison.Ordinal))
            {
                yield return (field.Name, input);
                continue;
            }

            var isList = input.Name.StartsWith("ListFilterInputTypeOf", StringComparison.Ordinal);
            var isValue = input.Name is "YearsFilterInput" or "RemarkFilterInput" or "SheetFilterInput" or "EstimateFilterInput" or "LoanFilterInput";
            if (!isValue && !related)
                continue;
            if (field.Name is ['a', 's', >= 'A' and <= 'Z', ..])
            {
                // What all kinds have is tried without asking for a kind.
                foreach (var (path, operations) in Leaves(input.Fields.Where(f => f.Name == "title" || typeof(Work).GetProperty(f.Name, Oracle.AnyCase) is null && f.Name != "id"), related, quantifier))
                    yield return ($"{field.Name}.{path}", operations);
                continue;
            }

            var (prefix, target) = isList
                ? ($"{field.Name}.{quantifier}", (InputObjectType)input.Fields.Single(f => f.Name == quantifier).Type.Named)
                : (field.Name, input);
            foreach (var (path, operations) in Leaves(target.Fields, isValue && related, quantifier))
                yield return ($"{prefix}.{path}", operations);
        }
    }

    /// <summary>True for a path to a value that lies between two ends.</summary>
    public static bool IsInterval(string path) => path.EndsWith("certainly", StringComparison.Ordinal) || path.EndsWith("possibly", StringComparison.Ordinal);

    /// <summary>The values that objects have at the end of a path; through a list those of all its objects.</summary>
    public static IEnumerable<object?> Values(IEnumerable<object> objects, string path)
    {
        IEnumerable<object?> values = objects;
        foreach (var member in path.Split('.'))
        {
            values = member is "some" or "none" or "all"
                ? values.SelectMany(value => ((System.Collections.IEnumerable?)value)?.Cast<object?>() ?? [])
                : values.Select(value => Oracle.Value(value, member));
        }

        return values;
    }
}
