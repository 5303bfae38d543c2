using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Tests.Harness.Zoo;

/// <summary>What the zoo's resolvers did, in their order, and what was eaten so far.</summary>
public sealed class Diary
{
    public List<string> Entries { get; } = [];

    /// <summary>In grams.</summary>
    public int Eaten { get; set; }

    public void Add(string field, IEnumerable<IAnimal> animals) => Entries.Add($"{field}({string.Join(",", animals.Select(a => a.Name))})");
}

[InterfaceType]
public interface IAnimal
{
    string Name { get; }
}

[UnionType]
public interface IResident;

public record Lion(string Name, int Age) : IAnimal, IResident;

/// <summary>A lion of a class that no schema has, as it is not public.</summary>
internal sealed record LionCub() : Lion("Baby lion", 0);

/// <summary>An animal with a value of each kind.</summary>
public sealed record Gnu(string Name, int Number, double? Height, bool Tame, DateOnly? Born, Coat Coat, decimal Price) : IAnimal, IResident
{
    public int? Refuses => Number < 0 ? 0 : throw new FieldErrorException("Failed.", "FAILED");
}

/// <summary>An animal of a class that no schema has.</summary>
internal sealed class Unicorn : IAnimal
{
    public string Name => "?";
}

public enum Coat
{
    Brown,
    PaleGrey,

    [GraphQLIgnore]
    Tartan,
}

public sealed record Meal(int Grams);
