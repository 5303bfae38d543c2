using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Kinds;

/// <summary>What a claim states of what. The words of the key make the name of the group of claims that are compared.</summary>
/// <param name="Slug">The key in lower case, its parts separated by points; it begins with a word of its kind.</param>
/// <param name="Label">The same in words.</param>
internal sealed record PropertyKey(string Slug, string Label)
{
    /// <summary>Two keys are the same if their slugs are: labels may be written differently.</summary>
    public bool Equals(PropertyKey? other) => Slug == other?.Slug;

    /// <inheritdoc/>
    public override int GetHashCode() => Slug.GetHashCode(StringComparison.Ordinal);

    /// <summary>A print of the key that is the same in every process; other keys hardly ever have it.</summary>
    public ulong Print => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Slug)));

    /// <summary>The key made of some parts; empty ones are left out.</summary>
    public static PropertyKey Of(string label, params string[] parts) => new(string.Join('.', parts.Where(part => part.Length > 0)), label);

    /// <summary>Those who have a role in a claim, in the order of their slugs.</summary>
    public static IReadOnlyList<Entity> Having(Claim claim, ParticipantRole role) =>
        [.. claim.Participants.Where(participation => participation.Role == role).Select(participation => participation.Entity).OrderBy(entity => entity.Slug, StringComparer.Ordinal)];

    /// <summary>The slugs of entities as a part of a key.</summary>
    public static string Slugs(IReadOnlyCollection<Entity> entities, string none = "") => entities.Count == 0 ? none : string.Join('+', entities.Select(entity => entity.Slug));

    /// <summary>The names of entities as words of a label.</summary>
    public static string Names(IReadOnlyCollection<Entity> entities, string none = "") => entities.Count == 0 ? none : string.Join(" and ", entities.Select(entity => entity.Name));

    /// <summary>A text as a part of a key: letters without accents and digits, everything else a hyphen.</summary>
    public static string Words(string text) =>
        string.Join('-', string.Concat(Folding.Fold(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
