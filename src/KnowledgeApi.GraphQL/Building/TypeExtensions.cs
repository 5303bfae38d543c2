using System.Reflection;
using KnowledgeApi.GraphQL.Annotations;

namespace KnowledgeApi.GraphQL.Building;

/// <summary>What the static classes of the schema say about C# types.</summary>
internal sealed class TypeExtensions
{
    private readonly Dictionary<Type, List<(Type Class, TypeExtensionAttribute Attribute)>> _byType = [];

    public TypeExtensions(IEnumerable<Type> classes)
    {
        foreach (var type in classes)
        {
            foreach (var attribute in type.GetCustomAttributes<TypeExtensionAttribute>())
            {
                if (!_byType.TryGetValue(attribute.ClrType, out var list))
                    _byType.Add(attribute.ClrType, list = []);
                list.Add((type, attribute));
            }
        }
    }

    /// <summary>The C# types that are extended, in the order they were added.</summary>
    public IEnumerable<Type> Extended => _byType.Keys;

    public IEnumerable<Type> ClassesFor(Type type) => Of(type).Select(e => e.Class);

    public bool IsInterface(Type type) =>
        Of(type).Any(e => IsOf(e.Attribute, typeof(InterfaceTypeAttribute<>))) || type.IsDefined(typeof(InterfaceTypeAttribute), false);

    public bool IsUnion(Type type) =>
        Of(type).Any(e => IsOf(e.Attribute, typeof(UnionTypeAttribute<>))) || type.IsDefined(typeof(UnionTypeAttribute), false);

    /// <summary>True if the property is no field of the type, said on the property or on an extension of the type or of what it derives from.</summary>
    public bool IsIgnored(Type type, PropertyInfo property) =>
        property.IsDefined(typeof(GraphQLIgnoreAttribute), true)
        || _byType.Any(entry => entry.Key.IsAssignableFrom(type) && entry.Value.Any(e => e.Attribute.Ignore.Contains(property.Name)));

    /// <summary>The first such attribute on the C# type or on a class that extends it.</summary>
    public T? Attribute<T>(Type type)
        where T : Attribute =>
        type.GetCustomAttribute<T>(false) ?? ClassesFor(type).Select(c => c.GetCustomAttribute<T>(false)).FirstOrDefault(a => a is not null);

    private static bool IsOf(TypeExtensionAttribute attribute, Type definition) => attribute.GetType().GetGenericTypeDefinition() == definition;

    private List<(Type Class, TypeExtensionAttribute Attribute)> Of(Type type) => _byType.GetValueOrDefault(type, []);
}
