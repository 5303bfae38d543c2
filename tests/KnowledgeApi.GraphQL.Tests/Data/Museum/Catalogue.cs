using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data.Museum;

/// <summary>The printed catalogue of an exhibition, which has one or none.</summary>
public sealed class Catalogue
{
    public int Key { get; set; }

    public int Pages { get; set; }

    public int ExhibitionKey { get; set; }

    public required Exhibition Exhibition { get; set; }
}

/// <summary>Computed values that refer to stored objects.</summary>
[ObjectType<Exhibition>]
public static class ExhibitionReferences
{
    /// <summary>One object, missing for every third parent.</summary>
    public static Reference<Work>? GetHighlight([Parent(nameof(Exhibition.Key))] Exhibition exhibition) =>
        exhibition.Key % 3 == 0 ? null : new Reference<Work>(exhibition.Key);

    /// <summary>Several objects, some of them twice, in an order of their own; as many as an argument says.</summary>
    public static IReadOnlyList<Reference<Artist>> GetFriends([Parent(nameof(Exhibition.Key))] Exhibition exhibition, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Reference<Artist>(1 + ((exhibition.Key + (i * 4)) % 9)))];

    /// <summary>Found for all parents together.</summary>
    public static Task<IReadOnlyList<Reference<Artist>?>> GetPatronsAsync([Parent(nameof(Exhibition.Key))] IReadOnlyList<Exhibition> exhibitions) =>
        Task.FromResult<IReadOnlyList<Reference<Artist>?>>([.. exhibitions.Select(e => e.Key == 1 ? null : new Reference<Artist>(e.Key))]);

    /// <summary>Refers to nothing.</summary>
    public static Reference<Artist>? GetGhost([Parent(nameof(Exhibition.Key))] Exhibition exhibition) => new(-exhibition.Key);
}

/// <summary>Only what was there on a day.</summary>
/// <param name="Day">The day; null for any.</param>
public sealed record Visit(DateOnly? Day)
{
    public static Scope Scope { get; } = new Scope<Visit>("visit", "Only what was there on a day.")
        .On<Work>(visit => visit.Day is { } day ? Is("acquired", Is("lte", day)) : null)
        .On<Artist>(visit => visit.Day is { } day ? Is("born", Is("lte", day)) : null, visit => visit.Day is null ? null : Is("born", Is("eq", null)))
        .CountUndecided("ageless", "Artists of whom no one knows when they were born.");

    private static InputObject Is(string name, object? value) => new([new(name, value)]);
}
