namespace KnowledgeApi.GraphQL.Building;

/// <summary>A schema cannot be built from the C# types: every fault, with the member it is about and what to do.</summary>
public sealed class SchemaException(IReadOnlyList<string> faults)
    : Exception($"The schema has {(faults.Count == 1 ? "a fault" : $"{faults.Count} faults")}:{string.Concat(faults.Select(fault => $"\n- {fault}"))}")
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
