using System.Globalization;
using System.Text;
using System.Text.Unicode;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KnowledgeApi.Knowledge.SeedFormat;

/// <summary>
/// Turns one YAML file into nodes with locations. Only the part of YAML that needs no explaining is allowed: no anchors, aliases, tags, merge
/// keys, tabs or several documents.
/// </summary>
internal sealed class SeedFile
{
    private readonly string _name;
    private readonly SeedDiagnostics _diagnostics;
    private readonly Parser _parser;

    private SeedFile(string name, string text, SeedDiagnostics diagnostics)
    {
        _name = name;
        _diagnostics = diagnostics;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>The root mapping; null if the file is empty or cannot be read, which is reported.</summary>
    public static MapNode? Read(string name, byte[] bytes, SeedDiagnostics diagnostics)
    {
        if (!TryDecode(name, bytes, diagnostics, out var text) || HasBadCharacters(name, text, diagnostics))
            return null;
        var file = new SeedFile(name, text, diagnostics);
        try
        {
            return file.ReadRoot();
        }
        catch (YamlException exception)
        {
            var message = exception.InnerException?.Message ?? exception.Message;
            diagnostics.Error(file.At(exception.Start), $"This is not YAML: {message.TrimEnd('.')}.");
            return null;
        }
        catch (InvalidOperationException)
        {
            // So the parser meets some brackets that are not balanced. It has lost its place by then: the last thing it read stands for it.
            diagnostics.Error(file.At(file._parser.Current?.Start ?? Mark.Empty), "This is not YAML from here on. Expected every bracket and quotation mark to be closed, once.");
            return null;
        }
    }

    private static bool TryDecode(string name, byte[] bytes, SeedDiagnostics diagnostics, out string text)
    {
        text = "";
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        var rest = bytes.AsSpan(start);
        if (Utf8.IsValid(rest))
        {
            text = Encoding.UTF8.GetString(rest);
            return true;
        }
        var before = Encoding.UTF8.GetString(rest[..Utf8Text.FirstInvalid(rest)]);
        var line = before.Count(c => c == '\n') + 1;
        diagnostics.Error(new(name, line, before.Length - before.LastIndexOf('\n')), Utf8Text.Problem);
        return false;
    }

    // The parser's own messages for these are of no help.
    private static bool HasBadCharacters(string name, string text, SeedDiagnostics diagnostics)
    {
        var found = false;
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var content = line.EndsWith('\r') ? line.AsSpan(0, line.Length - 1) : line.AsSpan();
            var indent = content.Length - content.TrimStart(" \t").Length;
            for (var i = 0; i < content.Length; i++)
            {
                if (!char.IsControl(content[i]) || content[i] == '\t' && i >= indent)
                    continue;
                diagnostics.Error(new(name, number, i + 1), content[i] == '\t'
                    ? "A tab. Expected blanks: YAML is not indented by tabs."
                    : string.Create(CultureInfo.InvariantCulture, $"The control character U+{(int)content[i]:X4}. Expected printable text."));
                found = true;
                break;
            }
        }
        return found;
    }

    private MapNode? ReadRoot()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
            return null;
        _parser.Consume<DocumentStart>();
        var root = ReadNode();
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
            _diagnostics.Error(At(second), "A second YAML document. Expected one document in a file: remove the \"---\".");
        switch (root)
        {
            case MapNode map:
                return map;
            case { IsNull: true }:
                return null;
            default:
                _diagnostics.Error(root.Location, $"Found {root.Kind}. Expected a mapping of sections such as documents, companies or shareholdings.");
                return null;
        }
    }

    private SeedNode ReadNode()
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            _diagnostics.Error(At(alias), $"The alias *{alias.Value}. Expected the value itself: seeds use no anchors and aliases.");
            return new ScalarNode(At(alias), "", true);
        }
        if (_parser.Accept<NodeEvent>(out var node))
        {
            if (!node.Anchor.IsEmpty)
                _diagnostics.Error(At(node), $"The anchor &{node.Anchor.Value}. Expected a plain value: seeds use no anchors and aliases.");
            if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
                _diagnostics.Error(At(node), $"The tag {node.Tag.Value}. Expected a plain value: seeds use no tags.");
        }
        if (_parser.TryConsume<Scalar>(out var scalar))
            return new ScalarNode(At(scalar), scalar.Value, scalar.Style == ScalarStyle.Plain);
        if (_parser.TryConsume<SequenceStart>(out var sequence))
            return ReadList(At(sequence));
        return ReadMap(At(_parser.Consume<MappingStart>()));
    }

    private ListNode ReadList(SourceLocation location)
    {
        var items = new List<SeedNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode());
        return new(location, items);
    }

    private MapNode ReadMap(SourceLocation location)
    {
        var entries = new MapEntries(_diagnostics);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode();
            var value = ReadNode();
            if (key is ScalarNode name)
                entries.Add(name, value);
            else
                _diagnostics.Error(key.Location, $"The key is {key.Kind}. Expected a word.");
        }
        return new(location, entries.All);
    }

    private SourceLocation At(ParsingEvent @event) => At(@event.Start);

    private SourceLocation At(Mark mark) => new(_name, (int)mark.Line, (int)mark.Column);
}
