using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace KnowledgeApi.Knowledge.SeedFormat;

/// <summary>
/// Turns a file of JSON Lines into nodes with locations, line by line: <c>{"companies": {"id": "alpha", "name": "Alpha"}}</c> is one item of the section "companies". What is wrong
/// with a line is reported and hides nothing of the others.
/// </summary>
internal sealed class SeedLines
{
    /// <summary>The longest line in bytes. More than one item of a section ever needs; a file without line breaks must not be read into memory as one line.</summary>
    public const int LongestLine = 1 << 20;

    private const string Example = "{\"companies\": {\"id\": \"alpha\", \"name\": \"Alpha\"}}";

    private static readonly JsonReaderOptions Strict = new() { CommentHandling = JsonCommentHandling.Disallow, AllowTrailingCommas = false };

    private readonly string _name;
    private readonly SeedDiagnostics _diagnostics;

    private SeedLines(string name, SeedDiagnostics diagnostics) => (_name, _diagnostics) = (name, diagnostics);

    /// <summary>The items of a file in the order of its lines, each as the root mapping of a seed file that holds nothing else.</summary>
    /// <param name="name">The name of the file in messages.</param>
    /// <param name="content">What it holds; read as far as lines are asked for.</param>
    /// <param name="diagnostics">Where problems go.</param>
    public static IEnumerable<MapNode> Read(string name, Stream content, SeedDiagnostics diagnostics)
    {
        var lines = new SeedLines(name, diagnostics);
        var reader = new LineReader(content, LongestLine);
        while (reader.Next())
        {
            if (reader.IsTooLong)
                diagnostics.Error(new(name, reader.Number, 1), string.Create(CultureInfo.InvariantCulture, $"A line of {reader.Length} bytes. Expected at most {LongestLine}: one item of one section."));
            else if (lines.ReadLine(reader.Line, reader.Number) is { } root)
                yield return root;
        }
    }

    private MapNode? ReadLine(ReadOnlySpan<byte> line, int number)
    {
        if (line.Trim(" \t\r"u8).IsEmpty)
            return null;
        if (!Utf8.IsValid(line))
        {
            _diagnostics.Error(new(_name, number, ColumnAt(line, Utf8Text.FirstInvalid(line))), Utf8Text.Problem);
            return null;
        }
        try
        {
            var reader = new LineNodes(line, number, this);
            return Item(reader.Read());
        }
        catch (JsonException exception)
        {
            var at = (int)Math.Min(exception.BytePositionInLine ?? 0, line.Length);
            _diagnostics.Error(new(_name, number, ColumnAt(line, at)), $"This is not JSON: {Sentence(exception.Message)}");
            return null;
        }
    }

    // The same node as of YAML, where a section holds a list.
    private MapNode? Item(SeedNode node)
    {
        if (node is MapNode { Entries: [var (section, item)] } root)
            return new(root.Location, [(section, new ListNode(item.Location, [item]))]);
        _diagnostics.Error(node.Location, node is MapNode map
            ? string.Create(CultureInfo.InvariantCulture, $"An object with {map.Entries.Count} keys. Expected one key, the section, and one item of it, such as {Example}.")
            : $"Found {node.Kind}. Expected an object with one key, the section, and one item of it, such as {Example}.");
        return null;
    }

    private static int ColumnAt(ReadOnlySpan<byte> line, int at) => Encoding.UTF8.GetCharCount(line[..at]) + 1;

    // The reader's messages end with its own count of lines and bytes.
    private static string Sentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return $"{(end < 0 ? message : message[..end]).TrimEnd('.')}.";
    }

    /// <summary>The nodes of one line.</summary>
    private ref struct LineNodes(ReadOnlySpan<byte> line, int number, SeedLines lines)
    {
        private readonly ReadOnlySpan<byte> _line = line;
        private Utf8JsonReader _json = new(line, Strict);
        private int _at;
        private int _column = 1;

        public SeedNode Read()
        {
            _json.Read();
            var node = ReadNode();
            // A second value in the line is an exception of the reader.
            _json.Read();
            return node;
        }

        private SeedNode ReadNode()
        {
            var location = Location();
            switch (_json.TokenType)
            {
                case JsonTokenType.StartObject:
                    return ReadMap(location);
                case JsonTokenType.StartArray:
                    return ReadList(location);
                case JsonTokenType.String:
                    return new ScalarNode(location, Text(location), Plain: false);
                default:
                    // Numbers, true, false and null are what YAML has without quotation marks, kept as they are written.
                    return new ScalarNode(location, Encoding.ASCII.GetString(_json.ValueSpan), Plain: true);
            }
        }

        private ListNode ReadList(SourceLocation location)
        {
            var items = new List<SeedNode>();
            while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
                items.Add(ReadNode());
            return new(location, items);
        }

        private MapNode ReadMap(SourceLocation location)
        {
            var entries = new MapEntries(lines._diagnostics);
            while (_json.Read() && _json.TokenType != JsonTokenType.EndObject)
            {
                var place = Location();
                var key = new ScalarNode(place, Text(place), Plain: false);
                _json.Read();
                entries.Add(key, ReadNode());
            }
            return new(location, entries.All);
        }

        private string Text(SourceLocation location)
        {
            string text;
            try
            {
                text = _json.GetString()!;
            }
            catch (InvalidOperationException)
            {
                lines._diagnostics.Error(location, "Half a surrogate pair (\\uD800 to \\uDFFF) in this text. Expected both halves, or the character itself.");
                return "\uFFFD";
            }
            foreach (var character in text)
            {
                if (!char.IsControl(character) || character is '\n' or '\t')
                    continue;
                lines._diagnostics.Error(location, string.Create(CultureInfo.InvariantCulture, $"The control character U+{(int)character:X4}. Expected printable text."));
                break;
            }
            return text;
        }

        // Columns count UTF-16 units, as editors do. Tokens come in order, so that each byte is counted once.
        private SourceLocation Location()
        {
            var at = (int)_json.TokenStartIndex;
            _column += Encoding.UTF8.GetCharCount(_line[_at..at]);
            _at = at;
            return new(lines._name, number, _column);
        }
    }
}
