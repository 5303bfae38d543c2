using System.Security.Cryptography;
using System.Text;

namespace KnowledgeApi.Pictures;

/// <summary>Names one style sheet in a Content-Security-Policy.</summary>
internal static class StyleHash
{
    /// <summary>The source expression that allows just this style.</summary>
    public static string Of(string style) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'";
}
