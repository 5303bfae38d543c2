using KnowledgeApi.GraphQL.Tests.Architecture.Samples.Barns;

namespace KnowledgeApi.GraphQL.Tests.Architecture.Samples.Roofs;

/// <summary>The other half.</summary>
public static class Roof
{
    public const int Height = 2;

    public const int Width = Barn.Width + 1;
}
