namespace KnowledgeApi.GraphQL.Tests.Architecture.Samples.Eggs;

/// <summary>The other half, hidden in a name without a <c>using</c>.</summary>
public sealed class Egg
{
    public static object Hatch() => Hens.Hen.Lay();
}
