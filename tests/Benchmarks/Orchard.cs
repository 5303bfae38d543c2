using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.GraphQL.Validation;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeApi.Benchmarks;

/// <summary>A schema over objects in memory.</summary>
public static class Orchard
{
    public static Schema Schema { get; } = new SchemaBuilder().AddTypes(typeof(OrchardQueries), typeof(OrchardTreeFields)).Build();

    public static RequestExecutor CreateExecutor(ExecutionOptions? options = null) => new(
        Schema, options ?? new ExecutionOptions(), new ParserLimits(), new ValidationLimits(), "1", NullLogger<RequestExecutor>.Instance);
}

public enum Fruit
{
    Apple,
    SourCherry,
}

/// <summary>Ten leaves.</summary>
public sealed record OrchardTree(int Number, string Name, string? Nickname, double Height, bool Bears, Fruit Fruit, decimal Price, DateOnly Planted, int? Age, [property: ID] string Key);

[QueryType]
public static class OrchardQueries
{
    private const int Count = 1_000;

    private static readonly OrchardTree[] All =
    [
        .. Enumerable.Range(0, Count).Select(i => new OrchardTree(
            i, $"Tree number {i}", i % 3 == 0 ? null : "Old one", i * 0.25, i % 2 == 0, (Fruit)(i % 2), i * 1.5m, new DateOnly(2000, 1, 1).AddDays(i), i % 5 == 0 ? null : i, $"tree-{i}")),
    ];

    public static IReadOnlyList<OrchardTree> Trees() => All;
}

[ObjectType<OrchardTree>]
public static class OrchardTreeFields
{
    public static IReadOnlyList<OrchardTree> GetNeighbour([Parent] IReadOnlyList<OrchardTree> trees, int steps = 1) => trees;
}
