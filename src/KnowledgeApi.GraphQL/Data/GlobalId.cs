using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace KnowledgeApi.GraphQL.Data;

/// <summary>Global object identification: the name of an object's type and a text that is unique among its kind.</summary>
public static class GlobalId
{
    /// <summary>The id of an object.</summary>
    public static string Encode(string type, string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{type}:{key}"));

    /// <summary>What an id is made of, if it is one.</summary>
    public static bool TryDecode(string id, [NotNullWhen(true)] out string? type, [NotNullWhen(true)] out string? key)
    {
        type = key = null;
        if (!Base64Url.IsValid(id))
            return false;
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(id));
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1)
            return false;
        (type, key) = (text[..colon], text[(colon + 1)..]);
        return true;
    }
}
