using System.ComponentModel;
using System.Text.Json;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.OddServer.Cabinet;

/// <summary>Which things to find.</summary>
/// <param name="Name">Part of the name.</param>
/// <param name="AtMost">How many at most.</param>
/// <param name="Moods">Any of these.</param>
/// <param name="Tint">Of about this colour.</param>
/// <param name="Note">Anything at all.</param>
public sealed record ThingFilter(string? Name = "*", int AtMost = 10, IReadOnlyList<Mood>? Moods = null, Tint? Tint = null, JsonElement? Note = null)
{
    /// <summary>All of these.</summary>
    public IReadOnlyList<ThingFilter>? And { get; init; }

    /// <summary>Not this; null is not the same as nothing.</summary>
    public Optional<ThingFilter?> Not { get; init; }

    [DefaultValue(new[] { 1, 2 })]
    public IReadOnlyList<int?> Sizes { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<double>?>? Grid { get; init; }

    [DefaultValue(Cabinet.Mood.WideAwake)]
    [GraphQLDeprecated("Ask for `moods`.")]
    public Mood? Mood { get; init; }

    [DefaultValue(null)]
    public DateOnly? Born { get; init; }

    public required bool Living { get; init; }
}

/// <summary>How to find one thing.</summary>
[OneOf]
public sealed class ThingBy
{
    [ID]
    public string? Id { get; init; }

    public string? Name { get; init; }

    public Place? Place { get; init; }

    public IReadOnlyList<int>? Numbers { get; init; }

    /// <summary>Any way to find one is a way to find one.</summary>
    public ThingBy? Other { get; init; }
}

/// <summary>Where something stands.</summary>
[InputObjectType("PlaceInput")]
public readonly record struct Place(int Row, double Height = 1.5, string? Label = null);
