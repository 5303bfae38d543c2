using KnowledgeApi.GraphQL.Tests.Architecture.Samples.Roofs;

namespace KnowledgeApi.GraphQL.Tests.Architecture.Samples.Barns;

/// <summary>Half of a circle of constants, which compiled code does not show.</summary>
public static class Barn
{
    public const int Height = Roof.Height + 3;

    public const int Width = 5;
}
