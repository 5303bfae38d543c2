using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Kinds;

/// <inheritdoc cref="Person"/>
internal sealed class PersonDescriptor : EntityDescriptor<Person>
{
    public override string Section => "people";

    public override string Description => "People.";

    public override Entity Create(EntityCore core) => new Person
    {
        Key = core.Key,
        Slug = core.Slug,
        Name = core.Name,
        NameFolded = core.NameFolded,
        NameSortKey = core.NameSortKey,
        Description = core.Description,
    };
}
