using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Kinds;

/// <inheritdoc cref="Programme"/>
internal sealed class ProgrammeDescriptor : EntityDescriptor<Programme>
{
    public override string Section => "programmes";

    public override string Description => "Public schemes and projects that several parties share.";

    public override Entity Create(EntityCore core) => new Programme
    {
        Key = core.Key,
        Slug = core.Slug,
        Name = core.Name,
        NameFolded = core.NameFolded,
        NameSortKey = core.NameSortKey,
        Description = core.Description,
    };
}
