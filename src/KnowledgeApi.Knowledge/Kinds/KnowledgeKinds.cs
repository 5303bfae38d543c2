using System.Reflection;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Kinds;

/// <summary>The kinds of entities and claims a base can hold: all that have a descriptor in some assemblies.</summary>
public sealed class KnowledgeKinds
{
    /// <param name="assemblies">The assemblies, each with classes and their descriptors side by side.</param>
    public KnowledgeKinds(params Assembly[] assemblies)
    {
        Assemblies = assemblies;
        Program = string.Join(' ', assemblies.Select(assembly => assembly.ManifestModule.ModuleVersionId.ToString("N")));
        Claims = [.. assemblies.SelectMany(ClaimDescriptors.In).OrderBy(kind => kind.Section, StringComparer.Ordinal)];
        Entities =
        [
            .. assemblies.SelectMany(assembly => assembly.GetTypes())
                .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(EntityDescriptor)))
                .Select(type => (EntityDescriptor)Activator.CreateInstance(type)!)
                .OrderBy(kind => kind.Section, StringComparer.Ordinal),
        ];
    }

    /// <summary>The kinds of this assembly.</summary>
    public static KnowledgeKinds Standard { get; } = new(typeof(KnowledgeKinds).Assembly);

    /// <summary>The assemblies that hold the kinds.</summary>
    public IReadOnlyList<Assembly> Assemblies { get; }

    /// <summary>The build of the assemblies, which changes whenever they do.</summary>
    public string Program { get; }

    /// <summary>The kinds of claims, in the order of their sections.</summary>
    internal IReadOnlyList<ClaimDescriptor> Claims { get; }

    /// <summary>The kinds of entities, in the order of their sections.</summary>
    internal IReadOnlyList<EntityDescriptor> Entities { get; }

    /// <summary>The classes of claims, each with what such claims state in a few words.</summary>
    public IEnumerable<(Type Class, string Description)> ClaimClasses => Claims.Select(kind => (kind.ClaimType, kind.Description));

    /// <summary>The classes of entities, each with what such entities are in a few words.</summary>
    public IEnumerable<(Type Class, string Description)> EntityClasses => Entities.Select(kind => (kind.EntityType, kind.Description));

    /// <summary>All classes of entities and claims.</summary>
    public IEnumerable<Type> Classes => EntityClasses.Concat(ClaimClasses).Select(kind => kind.Class);

    /// <summary>The properties that claims state, each with its description, in the order of their names.</summary>
    public IEnumerable<(ClaimProperty Property, string Description)> Properties => Claims.SelectMany(kind => kind.Properties)
        .OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => (new ClaimProperty(property.Name), property.Description));

    /// <summary>The enumerations that entities and claims are described by: those beside their classes.</summary>
    public IEnumerable<Type> Enums => Classes.GroupBy(type => (type.Assembly, type.Namespace)).SelectMany(room => room.Key.Assembly.GetTypes().Where(type => type.IsEnum && type.Namespace == room.Key.Namespace));

    /// <summary>The kinds of entities that a class stands for, such as "a company, a programme or a public body".</summary>
    public string Describe<T>()
        where T : Entity
    {
        var names = Entities.Where(kind => kind.EntityType.IsAssignableTo(typeof(T))).Select(kind => TypeWords.WithArticle(TypeWords.Of(kind.EntityType.Name))).Order(StringComparer.Ordinal).ToList();
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} or {names[^1]}";
    }
}
