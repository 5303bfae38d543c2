using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Harness.Zoo;

/// <summary>The schema that tests of execution run: objects in lists and batches, values, errors, slow fields and mutations.</summary>
internal static class ZooSchema
{
    public static Schema Schema { get; } = new SchemaBuilder()
        .AddTypes(
            typeof(AnimalQueries),
            typeof(SlowQueries),
            typeof(ValueQueries),
            typeof(MealMutations),
            typeof(AnimalFields),
            typeof(LionFields),
            typeof(GnuFields),
            typeof(MealFields),
            typeof(Lion),
            typeof(Gnu))
        .AddScalar(new CustomScalarType("Anything"))
        .AddScalar(new RefusingType())
        .UseServices(type => type == typeof(Diary))
        .Build();

    public static Engine Engine(ExecutionOptions? options = null, Diary? diary = null) => new(Schema, options, diary ?? new Diary());
}
