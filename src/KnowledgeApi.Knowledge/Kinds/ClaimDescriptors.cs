using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Kinds;

/// <summary>Finds the descriptors of claims: that of a class stands in the assembly of the class.</summary>
internal static class ClaimDescriptors
{
    private static readonly ConcurrentDictionary<Assembly, FrozenDictionary<Type, ClaimDescriptor>> Found = [];

    /// <summary>All descriptors of an assembly, in the order of their sections.</summary>
    public static IReadOnlyList<ClaimDescriptor> In(Assembly assembly) => [.. Read(assembly).Values.OrderBy(descriptor => descriptor.Section, StringComparer.Ordinal)];

    /// <summary>The descriptor of a claim.</summary>
    public static ClaimDescriptor Of(Claim claim) => Of(claim.GetType());

    /// <summary>The descriptor of a class of claims.</summary>
    /// <exception cref="InvalidOperationException">The class has none.</exception>
    public static ClaimDescriptor Of(Type type) => Read(type.Assembly).TryGetValue(type, out var descriptor)
        ? descriptor
        : throw new InvalidOperationException($"{type.Name} has no descriptor. Expected a class {type.Name}Descriptor in its assembly, derived from ClaimDescriptor<{type.Name}>.");

    private static FrozenDictionary<Type, ClaimDescriptor> Read(Assembly assembly) => Found.GetOrAdd(assembly, static assembly => assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(ClaimDescriptor)))
        .Select(type => (ClaimDescriptor)Activator.CreateInstance(type)!)
        .ToFrozenDictionary(descriptor => descriptor.ClaimType));
}
