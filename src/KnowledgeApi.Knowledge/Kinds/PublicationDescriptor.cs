using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Kinds;

/// <inheritdoc cref="Publication"/>
internal sealed class PublicationDescriptor : EntityDescriptor<Publication>
{
    public override string Section => "publications";

    public override string Description => "Newspapers, news sites, agencies and broadcasters.";

    public override Entity Create(EntityCore core) => new Publication
    {
        Key = core.Key,
        Slug = core.Slug,
        Name = core.Name,
        NameFolded = core.NameFolded,
        NameSortKey = core.NameSortKey,
        Description = core.Description,
    };
}
