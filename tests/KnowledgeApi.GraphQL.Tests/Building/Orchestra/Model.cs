using System.ComponentModel;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Building.Orchestra;

// A model that knows nothing of GraphQL ----------------------------------------------------------------------------

/// <summary>Whoever stands on the stage.</summary>
public abstract class Performer
{
    /// <summary>An opaque key.</summary>
    public required string Id { get; init; }

    /// <summary>The name on the bill, never <see langword="null"/>.</summary>
    public required string Name { get; init; }

    /// <summary>How the performer feels; see <see cref="Mood.StageFright"/>.</summary>
    public virtual Mood? Mood { get; init; }

    /// <summary>A key no client should see.</summary>
    public int AgentNumber { get; init; }
}

/// <summary>One who plays alone.</summary>
public sealed class Soloist : Performer
{
    /// <summary>What is played; <c>null</c> for singers.</summary>
    public string? Instrument { get; init; }

    public decimal Fee { get; init; }

    public DateOnly? Born { get; init; }

    /// <summary>Every soloist has one.</summary>
    public override Mood? Mood { get; init; }

    [Obsolete("Ask for `fee`.")]
    public int FeeInCents => (int)(Fee * 100);

    [Requires(nameof(Name), nameof(Instrument))]
    public string Billing => $"{Name}, {Instrument}";

    [GraphQLIgnore]
    public Delegate? Secret { get; init; }

    public IReadOnlyList<Piece> Repertoire { get; init; } = [];
}

/// <summary>
/// Many who sing.
/// <para>Rarely in tune.</para>
/// </summary>
public sealed class Choir : Performer
{
    public int Voices { get; init; }

    public IReadOnlyList<string?>? Nicknames { get; init; }
}

/// <summary>Something to play.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Opus">Its number.</param>
public sealed record Piece(string Title, int? Opus) : IDated
{
    public TimeSpan Length { get; init; }

    public DateOnly Written { get; init; }

    public DateTimeOffset? FirstPlayed { get; init; }

    public double Difficulty { get; init; }

    public bool IsLost { get; init; }
}

/// <summary>What was made on some day.</summary>
public interface IDated
{
    /// <summary>The day it was made.</summary>
    DateOnly Written { get; }
}

/// <summary>A way to feel.</summary>
public enum Mood
{
    /// <summary>All is well.</summary>
    Calm,

    StageFright,

    [GraphQLDeprecated(BuiltIns.DefaultDeprecationReason)]
    Furious,

    [GraphQLName("in_love")]
    InLove,

    [GraphQLIgnore]
    Unspeakable,
}

/// <summary>What an audience throws.</summary>
public abstract record Reward;

public sealed record Flowers(int Count) : Reward;

public sealed record Tomatoes(double Kilograms) : Reward;

public readonly record struct Seat(string Row, int Number);

/// <summary>What came of a concert.</summary>
public sealed record Result<T>(T Value, IReadOnlyList<Reward> Rewards)
    where T : notnull;

// A model that does ------------------------------------------------------------------------------------------------

/// <summary>Which performers to find.</summary>
/// <param name="NamePart">Part of the name.</param>
/// <param name="Moods">Any of these moods.</param>
/// <param name="AtMost">How many at most.</param>
public sealed record PerformerQuery(string? NamePart, IReadOnlyList<Mood>? Moods = null, int AtMost = 10)
{
    public Optional<string?> Instrument { get; init; }

    public PerformerQuery? Or { get; init; }

    public DateOnly? BornBefore { get; init; }

    [DefaultValue(true)]
    public bool Living { get; set; } = true;
}

/// <summary>How to find one piece.</summary>
[OneOf]
public sealed class PieceBy
{
    [ID]
    public string? Id { get; init; }

    public string? Title { get; init; }
}

[InputObjectType("NewPiece")]
public struct PieceInput
{
    public required string Title { get; set; }

    [GraphQLDeprecated("Nobody counts.")]
    public int? Opus { get; set; }

    public IReadOnlyList<IReadOnlyList<Seat>>? Seats { get; init; }
}
