using System.Text.Json.Nodes;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.SeedFormat;

/// <summary>A kind of value: how it is read from a node and what the JSON Schema says of it.</summary>
internal abstract class SeedType<T>
{
    /// <summary>What was expected, for messages; begins in lower case, ends without a full stop.</summary>
    public abstract string Expected { get; }

    /// <summary>Reads a node that is not null; reports and returns false if it is wrong.</summary>
    public abstract bool TryRead(SeedNode node, SeedDiagnostics diagnostics, out T? value);

    /// <summary>A new schema object.</summary>
    public abstract JsonObject Schema();
}

/// <summary>Reads a text; false if it is none of these.</summary>
internal delegate bool TextReader<T>(string text, out T? value);

/// <summary>A value written as one text.</summary>
internal sealed class TextType<T>(string expected, TextReader<T> read, Func<JsonObject> schema) : SeedType<T>
{
    public override string Expected => expected;

    public override bool TryRead(SeedNode node, SeedDiagnostics diagnostics, out T? value)
    {
        value = default;
        if (node is ScalarNode scalar && read(scalar.Text, out value))
            return true;
        diagnostics.Error(node.Location, $"Found {node.Kind}. Expected {expected}.");
        return false;
    }

    public override JsonObject Schema() => schema();
}

/// <summary>A text together with its location, to be looked up once everything is known.</summary>
internal sealed record Located(string Text, SourceLocation Location);

internal sealed class LocatedType(SeedType<string> type) : SeedType<Located>
{
    public override string Expected => type.Expected;

    public override bool TryRead(SeedNode node, SeedDiagnostics diagnostics, out Located? value)
    {
        value = type.TryRead(node, diagnostics, out var text) ? new(text!, node.Location) : null;
        return value is not null;
    }

    public override JsonObject Schema() => type.Schema();
}

/// <summary>A list; items that are wrong are reported and left out.</summary>
internal sealed class ListType<T>(SeedType<T> item, int least = 0) : SeedType<IReadOnlyList<T>>
{
    public override string Expected => $"a list{(least > 0 ? $" of at least {least}" : "")}, each item {item.Expected}";

    public override bool TryRead(SeedNode node, SeedDiagnostics diagnostics, out IReadOnlyList<T>? value)
    {
        value = null;
        if (node is not ListNode list)
        {
            diagnostics.Error(node.Location, $"Found {node.Kind}. Expected {Expected}.");
            return false;
        }
        if (list.Items.Count < least)
            diagnostics.Error(node.Location, $"A list of {list.Items.Count}. Expected {Expected}.");
        var items = new List<T>();
        foreach (var entry in list.Items)
            if (item.TryRead(entry, diagnostics, out var read))
                items.Add(read!);
        value = items;
        return true;
    }

    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = item.Schema() };
        if (least > 0)
            schema["minItems"] = least;
        return schema;
    }
}

/// <summary>A mapping of a definition.</summary>
internal sealed class MapType(MappingDefinition definition) : SeedType<SeedMap>
{
    public override string Expected => $"{TypeWords.WithArticle(definition.Name)} with the keys {string.Join(", ", definition.Keys.Select(key => key.Name))}";

    public override bool TryRead(SeedNode node, SeedDiagnostics diagnostics, out SeedMap? value)
    {
        value = null;
        if (node is not MapNode map)
        {
            diagnostics.Error(node.Location, $"Found {node.Kind}. Expected {Expected}.");
            return false;
        }
        value = new(map, definition, diagnostics);
        return true;
    }

    public override JsonObject Schema() => definition.Reference();
}

/// <summary>A mapping of a definition that is turned into a value.</summary>
internal sealed class ComposedType<T>(MappingDefinition definition, Func<SeedMap, SeedDiagnostics, T?> read) : SeedType<T>
{
    private readonly MapType _map = new(definition);

    public override string Expected => _map.Expected;

    public override bool TryRead(SeedNode node, SeedDiagnostics diagnostics, out T? value)
    {
        value = default;
        var failures = diagnostics.Failures;
        if (!_map.TryRead(node, diagnostics, out var map))
            return false;
        value = read(map!, diagnostics);
        return diagnostics.Failures == failures;
    }

    public override JsonObject Schema() => _map.Schema();
}
