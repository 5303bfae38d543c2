using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KnowledgeApi.Knowledge.Generation;

/// <summary>Writes the items of one section into a file of its own, one after the other.</summary>
internal sealed class SeedItemWriter : IDisposable
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly string _section;
    private readonly SeedFileFormat _format;
    private readonly FileStream _file;
    private readonly ArrayBufferWriter<byte> _line = new(4_096);
    private readonly Utf8JsonWriter _json;

    /// <param name="folder">The folder of the file.</param>
    /// <param name="section">The section; the file is called by it.</param>
    /// <param name="format">The form.</param>
    public SeedItemWriter(string folder, string section, SeedFileFormat format)
    {
        (_section, _format) = (section, format);
        _file = new(PathOf(folder, section, format), FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 16);
        _json = new(_line, Readable);
        if (format == SeedFileFormat.Yaml)
            _file.Write(Encoding.UTF8.GetBytes($"{section}:\n"));
    }

    /// <summary>The path of the file of a section.</summary>
    public static string PathOf(string folder, string section, SeedFileFormat format) => Path.Combine(folder, $"{section}.{(format == SeedFileFormat.Yaml ? "yaml" : "jsonl")}");

    /// <summary>How many items there are by now.</summary>
    public int Count { get; private set; }

    /// <summary>Begins an item. What is written next are its properties, up to <see cref="End"/>.</summary>
    public Utf8JsonWriter Begin()
    {
        _line.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        if (_format == SeedFileFormat.Jsonl)
            _json.WriteStartObject(_section);
        return _json;
    }

    /// <summary>Ends an item and writes it.</summary>
    public void End()
    {
        if (_format == SeedFileFormat.Jsonl)
            _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
        if (_format == SeedFileFormat.Yaml)
            WriteYaml();
        else
            WriteLine(_line.WrittenSpan);
        Count++;
    }

    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }

    // A key a line as people write it; what a key holds is YAML as it is JSON.
    private void WriteYaml()
    {
        using var item = JsonDocument.Parse(_line.WrittenMemory);
        var text = new StringBuilder();
        foreach (var property in item.RootElement.EnumerateObject())
        {
            text.Append(text.Length == 0 ? "  - " : "    ").Append(property.Name).Append(':');
            if (property.Value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0)
            {
                foreach (var each in list.EnumerateArray())
                    AppendFlow(text.Append("\n      - "), each);
                text.Append('\n');
            }
            else
            {
                AppendFlow(text.Append(' '), property.Value);
                text.Append('\n');
            }
        }
        _file.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void AppendFlow(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append("{ ").AppendJoinWith(value.EnumerateObject(), static (text, property) => AppendFlow(text.Append(property.Name).Append(": "), property.Value)).Append(" }");
                break;
            case JsonValueKind.Array:
                text.Append('[').AppendJoinWith(value.EnumerateArray(), AppendFlow).Append(']');
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private void WriteLine(ReadOnlySpan<byte> line)
    {
        _file.Write(line);
        _file.WriteByte((byte)'\n');
    }
}

/// <summary>Lists with commas.</summary>
internal static class StringBuilderExtensions
{
    /// <summary>Appends each item in its own way, with commas between.</summary>
    public static StringBuilder AppendJoinWith<T>(this StringBuilder text, IEnumerable<T> items, Action<StringBuilder, T> append)
    {
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                text.Append(", ");
            append(text, item);
            first = false;
        }
        return text;
    }
}
