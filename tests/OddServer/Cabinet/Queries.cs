using System.Text.Json;
using KnowledgeApi.GraphQL.Annotations;

namespace KnowledgeApi.OddServer.Cabinet;

/// <summary>The shapes of the root fields; what they give is drawn by <see cref="Drawing.DrawnFields"/>.</summary>
[QueryType]
public static class CabinetQueries
{
    /// <summary>Everything that can be found.</summary>
    /// <param name="where">Which ones.</param>
    /// <param name="first">How many.</param>
    public static IReadOnlyList<IThing> Things(ThingFilter? where, int first = 3) => Shape<IReadOnlyList<IThing>>();

    /// <summary>One thing.</summary>
    public static IThing? Thing(ThingBy by) => Shape<IThing>();

    public static INamed? Named([ID] string? id = null) => Shape<INamed>();

    public static IReadOnlyList<ICurio?>? Curios(Mood? mood = Mood.InLove, double above = 0.5) => Shape<IReadOnlyList<ICurio>>();

    public static IDevice? Device(IReadOnlyList<ThingBy>? by) => Shape<IDevice>();

    public static Creature? Creature(IReadOnlyList<IReadOnlyList<Mood?>>? moods) => Shape<Creature>();

    public static Robot Robot => Shape<Robot>();

    public static Shelf? Shelf(Place? place, bool dusty = false) => Shape<Shelf>();

    public static IReadOnlyList<IReadOnlyList<Shelf?>>? Shelves => Shape<IReadOnlyList<IReadOnlyList<Shelf?>>>();

    [GraphQLDeprecated("It ran down.")]
    public static Clock? Clock => Shape<Clock>();

    public static Dust? Dust => Shape<Dust>();

    public static string? Echo(string? text, int? number, double? real, bool? flag, [ID] string? id, Mood? mood, Tint? tint, DateOnly? day, JsonElement? note) => Shape<string>();

    public static IReadOnlyList<IReadOnlyList<int>>? Matrix(IReadOnlyList<IReadOnlyList<int>?>? times, string? label = "a \"b\"\n") => Shape<IReadOnlyList<IReadOnlyList<int>>>();

    public static Mood? GetMood(Mood mood, Mood or = Mood.Calm) => Shape<Mood>();

    public static int? Broken([GraphQLDeprecated("It is broken anyway.")] int? times = null) => Shape<int>();

    internal static T Shape<T>() => throw new NotSupportedException("This field is drawn.");
}

/// <summary>Fields of every thing: one batch for all that implement it.</summary>
[InterfaceType<IThing>]
public static class ThingFields
{
    /// <summary>What is near.</summary>
    public static IThing? Near([Parent] IThing thing, int steps = 1, IReadOnlyList<string>? past = null) => CabinetQueries.Shape<IThing>();

    public static IReadOnlyList<IThing?>? Around([Parent] IThing thing, Place? place) => CabinetQueries.Shape<IReadOnlyList<IThing>>();
}

[ObjectType<Robot>]
public static class RobotFields
{
    /// <summary>A robot says what it is told to.</summary>
    public static string Say([Parent] Robot robot, string what = "beep", int times = 2) => CabinetQueries.Shape<string>();
}
