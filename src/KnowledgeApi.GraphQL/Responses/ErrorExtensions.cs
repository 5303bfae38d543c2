using System.Collections;

namespace KnowledgeApi.GraphQL.Responses;

/// <summary>Writes what an error says to programs beside its code.</summary>
internal static class ErrorExtensions
{
    /// <summary>The characters a value takes beside its text: quotes, a comma, a number.</summary>
    private const int Overhead = 10;

    public static IReadOnlyDictionary<string, object?> None { get; } = new Dictionary<string, object?>();

    /// <summary>Writes <c>"name":value</c>.</summary>
    public static void WriteMember(JsonBuffer json, string name, object? value)
    {
        json.WriteString(name);
        json.WriteRaw(':');
        Write(json, value);
    }

    /// <summary>About how many bytes it takes to write a value.</summary>
    public static int SizeOf(object? value) => value switch
    {
        string text => Overhead + text.Length,
        IReadOnlyDictionary<string, object?> members => members.Sum(member => Overhead + member.Key.Length + SizeOf(member.Value)),
        IEnumerable items => items.Cast<object?>().Sum(SizeOf),
        null => 0,
        _ => Overhead,
    };

    private static void Write(JsonBuffer json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull();
                break;
            case string text:
                json.WriteString(text);
                break;
            case bool flag:
                json.WriteBoolean(flag);
                break;
            case int number:
                json.WriteNumber(number);
                break;
            case double number:
                json.WriteNumber(number);
                break;
            case IReadOnlyDictionary<string, object?> members:
                WriteAll(json, '{', members, member => WriteMember(json, member.Key, member.Value), '}');
                break;
            case IEnumerable items:
                WriteAll(json, '[', items.Cast<object?>(), item => Write(json, item), ']');
                break;
            default:
                throw new InvalidOperationException($"An error cannot hold a {value.GetType()}.");
        }
    }

    private static void WriteAll<T>(JsonBuffer json, char open, IEnumerable<T> items, Action<T> write, char close)
    {
        json.WriteRaw(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                json.WriteRaw(',');
            first = false;
            write(item);
        }

        json.WriteRaw(close);
    }
}
