using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Kinds;

/// <summary>All that is particular to one kind of entity.</summary>
internal abstract class EntityDescriptor
{
    /// <summary>The class of the entities.</summary>
    public abstract Type EntityType { get; }

    /// <summary>The section of a seed file that holds such entities, in the plural, such as "public-bodies".</summary>
    public abstract string Section { get; }

    /// <summary>What such entities are, in a few words for authors and clients, such as "Businesses."</summary>
    public abstract string Description { get; }

    /// <summary>Makes an entity.</summary>
    public abstract Entity Create(EntityCore core);
}

/// <summary>The descriptor of a class of entities.</summary>
internal abstract class EntityDescriptor<T> : EntityDescriptor
    where T : Entity
{
    public sealed override Type EntityType => typeof(T);
}

/// <summary>What all kinds of entities have in common.</summary>
internal sealed record EntityCore(long Key, string Slug, string Name, string? Description, string NameFolded, string NameSortKey)
{
    /// <summary>What is read from seeds.</summary>
    public static EntityCore Of(long key, string slug, string name, string? description) => new(key, slug, name, description, Folding.Fold(name), Folding.SortKey(name));

    /// <summary>As much as others need that refer to the entity.</summary>
    public static EntityCore Short(long key, string slug, string name) => new(key, slug, name, null, "", "");
}
