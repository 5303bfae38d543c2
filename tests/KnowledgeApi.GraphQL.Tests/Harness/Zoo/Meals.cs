using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Tests.Harness.Zoo;

/// <summary>Mutations that tell the diary.</summary>
[MutationType]
public static class MealMutations
{
    internal static int Reads { get; set; }

    public static int ReadAgain => ++Reads;

    public static async Task<Meal> FeedAsync(Diary diary, int grams)
    {
        diary.Entries.Add($"feed {grams}");
        await Task.Yield();
        diary.Eaten += grams;
        return new Meal(grams);
    }

    public static bool Empty(Diary diary)
    {
        diary.Entries.Add("empty");
        diary.Eaten = 0;
        return true;
    }

    public static Meal? Refuse() => throw new FieldErrorException("No.", "REFUSED");

    [GraphQLType("Meal!")]
    public static object? Never() => null;
}

[ObjectType<Meal>]
public static class MealFields
{
    public static IReadOnlyList<int> GetTotal([Parent] IReadOnlyList<Meal> meals, Diary diary)
    {
        diary.Entries.Add($"total {diary.Eaten}");
        return [.. meals.Select(_ => diary.Eaten)];
    }

    public static IReadOnlyList<Meal> GetAgain([Parent] IReadOnlyList<Meal> meals) => meals;
}
