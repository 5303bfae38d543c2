using System.Text.Json;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.OddServer.Cabinet;

/// <summary>What all objects have: the number their values are drawn from.</summary>
public abstract class Odd
{
    [GraphQLIgnore]
    public uint Key { get; init; }
}

/// <summary>Whatever stands in the cabinet.</summary>
[InterfaceType]
public interface IThing
{
    /// <summary>A key for all the world.</summary>
    [ID]
    string Id { get; }

    /// <summary>The same again, in another place.</summary>
    IThing? Twin { get; }
}

/// <summary>A thing that people call by a name.</summary>
[InterfaceType]
public interface INamed : IThing
{
    string Name { get; }

    /// <summary>What friends say.</summary>
    [GraphQLDeprecated("Nobody says it.")]
    string? Nickname { get; }

    INamed? Friend { get; }
}

/// <summary>A thing that can be bought.</summary>
[InterfaceType]
public interface IPriced : IThing
{
    double Price { get; }

    Tint? Tint { get; }
}

/// <summary>What moves by itself.</summary>
[InterfaceType]
public abstract class Creature : Odd, INamed
{
    [ID]
    public string Id { get; init; } = "";

    public IThing? Twin { get; init; }

    public string Name { get; init; } = "";

    [GraphQLDeprecated("Nobody says it.")]
    public string? Nickname { get; init; }

    public abstract Creature? Friend { get; }

    INamed? INamed.Friend => Friend;

    /// <summary>How it feels.</summary>
    public Mood? Mood { get; init; }

    public IReadOnlyList<Creature> Herd { get; init; } = [];
}

/// <summary>A way to feel.</summary>
public enum Mood
{
    /// <summary>All is well.</summary>
    Calm,

    WideAwake,

    [GraphQLDeprecated(BuiltIns.DefaultDeprecationReason)]
    Furious,

    [GraphQLName("in_love")]
    InLove,

    [GraphQLIgnore]
    Unspeakable,
}

/// <summary>Something curious.</summary>
[UnionType]
public interface ICurio;

/// <summary>Something with a battery.</summary>
[UnionType]
public interface IDevice;

/// <summary>A creature of tin; its friends are robots.</summary>
public sealed class Robot : Creature, IPriced, ICurio, IDevice
{
    public override Robot Friend => this;

    public double Price { get; init; }

    public Tint? Tint { get; init; }

    public int Volts { get; init; }

    public IReadOnlyList<ICurio?>? Pockets { get; init; }
}

/// <summary>A creature of fur.</summary>
public sealed class Mouse : Creature, ICurio
{
    public override Creature? Friend => null;

    public bool Tame { get; init; }

    public bool? Fed { get; init; }

    public DateOnly Born { get; init; }

    public Robot? Keeper { get; init; }
}

/// <summary>It tells the time, twice a day at least.</summary>
public sealed class Clock : Odd, IPriced, ICurio, IDevice
{
    [ID]
    public string Id { get; init; } = "";

    public IThing? Twin { get; init; }

    public double Price { get; init; }

    public Tint? Tint { get; init; }

    public DateOnly? Wound { get; init; }

    public IReadOnlyList<int> Hours { get; init; } = [];

    public IReadOnlyList<Mood> Chimes { get; init; } = [];
}

/// <summary>What is left of a curio in the end. It is no thing.</summary>
public sealed class Dust : Odd, ICurio
{
    public double? Grams { get; init; }

    /// <summary>What it was once.</summary>
    public ICurio? Once { get; init; }
}

/// <summary>Lists of all kinds, with nulls where nulls may be and where they may not.</summary>
public sealed class Shelf : Odd, INamed
{
    [ID]
    public string Id { get; init; } = "";

    public IThing? Twin { get; init; }

    public string Name { get; init; } = "";

    [GraphQLDeprecated("Nobody says it.")]
    public string? Nickname { get; init; }

    public INamed? Friend { get; init; }

    public IReadOnlyList<int?>? Loose { get; init; }

    public IReadOnlyList<int>? Packed { get; init; }

    public IReadOnlyList<int?> Kept { get; init; } = [];

    public IReadOnlyList<int> Tight { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<Mood?>?>? Moods { get; init; }

    public IReadOnlyList<IReadOnlyList<double>>? Rows { get; init; }

    public IReadOnlyList<IReadOnlyList<IReadOnlyList<string?>>?>? Boxes { get; init; }

    public IReadOnlyList<IReadOnlyList<Mouse?>?>? Nests { get; init; }

    public IReadOnlyList<IReadOnlyList<Mouse>?> Burrows { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<ICurio>>? Curios { get; init; }

    public IReadOnlyList<IReadOnlyList<IReadOnlyList<IThing?>>> Depths { get; init; } = [];

    public IReadOnlyList<IPriced?>? Bargains { get; init; }

    public Shelf? Above { get; init; }

    public Shelf Below => this;

    /// <summary>Whatever there is, as JSON.</summary>
    public JsonElement? Note { get; init; }

    public IReadOnlyList<JsonElement?>? Notes { get; init; }
}
