using System.ComponentModel;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Building.Orchestra;

/// <summary>Stands for a store.</summary>
public sealed class Hall
{
    public IReadOnlyList<Performer> Performers { get; init; } = [];

    public int Calls { get; set; }
}

[QueryType]
public static class PerformerQueries
{
    /// <summary>Finds performers.</summary>
    /// <param name="where">Which ones.</param>
    public static async Task<IReadOnlyList<Performer>> GetPerformersAsync(PerformerQuery? where, Hall hall, CancellationToken cancellation)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        return [.. hall.Performers.Where(p => where?.NamePart is not { } part || p.Name.Contains(part, StringComparison.Ordinal))];
    }

    /// <summary>One performer.</summary>
    public static Performer? Performer([ID] string id, [Service] Hall hall) => hall.Performers.FirstOrDefault(p => p.Id == id);

    [GraphQLIgnore]
    public static int NotThis() => 0;
}

[QueryType]
public static class PieceQueries
{
    /// <summary>How many seats there are.</summary>
    public static int Seats => 1200;

    public static Piece? GetPiece(PieceBy by) => by.Title is { } title ? new Piece(title, null) : null;

    public static ValueTask<Result<Piece>> GetBestAsync([DefaultValue(Mood.Calm)] Mood mood, int[]? years, double above = 0.5, string? note = null) =>
        ValueTask.FromResult(new Result<Piece>(new Piece($"{mood} {years?.Sum()} {above} {note}", null), [new Flowers(3)]));

    [GraphQLName("echo"), GraphQLDescription("Says what it heard."), GraphQLDeprecated("Too loud.")]
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(query))]
    public static string? Repeat(Optional<string?> text, PerformerQuery? query = null) =>
        text.HasValue ? text.Value ?? "null" : "nothing";

    [GraphQLType("[Int!]")]
    public static object Numbers() => new[] { 1, 2 };
}

[MutationType]
public static class PieceMutations
{
    /// <summary>Adds a piece.</summary>
    public static Piece AddPiece(PieceInput input) => new(input.Title, input.Opus);
}

[InterfaceType<Performer>(Ignore = [nameof(Performer.AgentNumber)])]
public static class PerformerFields
{
    /// <summary>A key for all the world.</summary>
    [BindMember(nameof(Performer.Id)), ID]
    public static string GetGlobalId([Parent(nameof(Performer.Id))] Performer performer) => $"Performer:{performer.Id}";

    /// <summary>How many concerts each has given.</summary>
    public static async Task<IReadOnlyList<int>> GetConcertsAsync([Parent(nameof(Performer.Id))] IReadOnlyList<Performer> performers, Hall hall, int since = 1900)
    {
        await Task.Yield();
        hall.Calls++;
        return [.. performers.Select(p => p.Name.Length + since)];
    }
}

[ObjectType<Soloist>]
public static class SoloistFields
{
    /// <summary>The name, shouted.</summary>
    public static string GetShout([Parent(nameof(Soloist.Name))] Soloist soloist, int times = 1) =>
        string.Concat(Enumerable.Repeat(soloist.Name.ToUpperInvariant(), times));

    public static bool IsFamous([Parent] Soloist soloist) => soloist.Fee > 1000;

    /// <summary>Performers that are alike.</summary>
    public static IReadOnlyList<IEnumerable<Performer>> GetPeers([Parent(nameof(Soloist.Instrument))] IReadOnlyList<Soloist> soloists, BatchContext context) =>
        [.. soloists.Select(s => soloists.Where(o => o != s && o.Instrument == s.Instrument))];
}

[InterfaceType<IDated>]
public static class DatedFields
{
    /// <summary>The year it was made.</summary>
    public static int GetYear([Parent(nameof(IDated.Written))] IDated dated) => dated.Written.Year;
}

[UnionType<Reward>]
public static class RewardFields;

[ObjectType<Tomatoes>, GraphQLName("Vegetables"), GraphQLDescription("Thrown at the worst.")]
public static class TomatoFields;

/// <summary>A length of time as <c>minutes:seconds</c>.</summary>
[SpecifiedBy("https://example.com/length")]
internal sealed class LengthType : ScalarType<TimeSpan>
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public LengthType() => Name = "Length";

    public override object ParseLiteral(KnowledgeApi.GraphQL.Language.ValueNode literal) => TimeSpan.Zero;

    public override object ParseValue(System.Text.Json.JsonElement json) => TimeSpan.Zero;

    public override void Write(JsonBuffer json, TimeSpan value) => json.WriteQuoted(value, @"m\:ss");
}

public static class OrchestraSchema
{
    public static SchemaBuilder Builder() => new SchemaBuilder()
        .AddTypes(
            typeof(PerformerQueries),
            typeof(PieceQueries),
            typeof(PieceMutations),
            typeof(PerformerFields),
            typeof(SoloistFields),
            typeof(DatedFields),
            typeof(RewardFields),
            typeof(TomatoFields))
        .AddScalar(new LengthType())
        .UseServices(type => type == typeof(Hall));

    public static Schema Schema { get; } = Builder().Build();
}
