using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Kinds;

/// <inheritdoc cref="PublicBody"/>
internal sealed class PublicBodyDescriptor : EntityDescriptor<PublicBody>
{
    public override string Section => "public-bodies";

    public override string Description => "States, ministries, courts, public banks and other bodies of public law.";

    public override Entity Create(EntityCore core) => new PublicBody
    {
        Key = core.Key,
        Slug = core.Slug,
        Name = core.Name,
        NameFolded = core.NameFolded,
        NameSortKey = core.NameSortKey,
        Description = core.Description,
    };
}
