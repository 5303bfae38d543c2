using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Tests.Harness.Zoo;

[QueryType]
public static class AnimalQueries
{
    /// <summary>How many gnus there are in the herd.</summary>
    internal const int HerdSize = 1_000;

    private static readonly IAnimal[] All =
        [new Lion("Al", 20), new Gnu("Bob", 5, null, false, null, Coat.PaleGrey, 0), new Lion("Clara", 9)];

    private static readonly Gnu[] Gnus =
        [.. Enumerable.Range(1, HerdSize).Select(i => new Gnu($"Gnu {i}", i, i / 8.0, i % 2 == 0, new DateOnly(2000, 1, 1).AddDays(i), (Coat)(i % 2), i * 1.25m))];

    public static int Size => 3;

    public static Lion Lion => (Lion)All[0];

    public static IReadOnlyList<IAnimal> Animals() => All;

    public static IResident Any() => (Gnu)All[1];

    public static IEnumerable<IEnumerable<IAnimal>> Cages() => new[] { All.Take(1), All.Take(0), All.Skip(1) }.Select(cage => cage.Select(animal => animal));

    public static IReadOnlyList<IEnumerable<IAnimal>> Pens() => [.. Cages()];

    public static IReadOnlyList<IAnimal> Nobody() => [];

    public static IReadOnlyList<IAnimal?> Mixed() => [All[0], new Unicorn(), All[1]];

    public static IAnimal Cub() => new LionCub();

    public static IReadOnlyList<Gnu> Herd(int count = HerdSize) => new ArraySegment<Gnu>(Gnus, 0, count);

    public static IEnumerable<IEnumerable<Gnu>> Herds(int count) => Herd(count).Select(gnu => Enumerable.Repeat(gnu, 1));

    public static IEnumerable<Gnu> Endless()
    {
        while (true)
            yield return Gnus[0];
    }

    internal static IEnumerable<IAnimal> FriendsOf(IAnimal animal) => All.Where(other => string.CompareOrdinal(other.Name, animal.Name) > 0);
}

[InterfaceType<IAnimal>]
public static class AnimalFields
{
    public static IReadOnlyList<int> GetWeight([Parent(nameof(IAnimal.Name))] IReadOnlyList<IAnimal> animals, Diary diary, int plus = 0)
    {
        diary.Add("weight", animals);
        return [.. animals.Select(a => a.Name.Length + plus)];
    }

    public static async Task<IReadOnlyList<IEnumerable<IAnimal>>> GetFriendsAsync([Parent(nameof(IAnimal.Name))] IReadOnlyList<IAnimal> animals, Diary diary)
    {
        diary.Add("friends", animals);
        await Task.Yield();
        return [.. animals.Select(AnimalQueries.FriendsOf)];
    }

    public static IAnimal GetSelf([Parent(nameof(IAnimal.Name))] IAnimal animal) => animal;

    public static IReadOnlyList<string?> GetFails([Parent(nameof(IAnimal.Name))] IReadOnlyList<IAnimal> animals) =>
        throw new FieldErrorException("Too tired.", "TIRED");

    [GraphQLType("String")]
    public static IReadOnlyList<object?> GetMood([Parent(nameof(IAnimal.Name))] IReadOnlyList<IAnimal> animals) =>
        [.. animals.Select(object? (a) => a.Name switch { "Al" => "fine", "Bob" => new FieldError("None of your business.", "MOODY"), _ => null })];

    public static IReadOnlyList<int?> GetCrash([Parent(nameof(IAnimal.Name))] IReadOnlyList<IAnimal> animals) => throw new InvalidOperationException("secret");

    public static async Task<IReadOnlyList<int?>> GetShortAsync([Parent(nameof(IAnimal.Name))] IReadOnlyList<IAnimal> animals)
    {
        await Task.Yield();
        return [1];
    }

    public static int? GetBroken([Parent(nameof(IAnimal.Name))] IAnimal animal) => throw new InvalidOperationException("secret");
}

[ObjectType<Lion>]
public static class LionFields
{
    public static IReadOnlyList<string> GetRoar([Parent(nameof(Lion.Name))] IReadOnlyList<Lion> lions, Diary diary)
    {
        diary.Add("roar", lions);
        return [.. lions.Select(l => $"{l.Name}!")];
    }
}

[ObjectType<Gnu>]
public static class GnuFields
{
    public static IReadOnlyList<IReadOnlyList<Gnu>> GetMore([Parent] IReadOnlyList<Gnu> gnus, int count) => [.. gnus.Select(_ => AnimalQueries.Herd(count))];
}
