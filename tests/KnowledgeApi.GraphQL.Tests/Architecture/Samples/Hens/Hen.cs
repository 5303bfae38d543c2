using KnowledgeApi.GraphQL.Tests.Architecture.Samples.Eggs;

namespace KnowledgeApi.GraphQL.Tests.Architecture.Samples.Hens;

/// <summary>Half of a circle, hidden in the body of a method.</summary>
public static class Hen
{
    public static object Lay() => new Egg();
}
