using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Kinds;

/// <inheritdoc cref="Company"/>
internal sealed class CompanyDescriptor : EntityDescriptor<Company>
{
    public override string Section => "companies";

    public override string Description => "Businesses.";

    public override Entity Create(EntityCore core) => new Company
    {
        Key = core.Key,
        Slug = core.Slug,
        Name = core.Name,
        NameFolded = core.NameFolded,
        NameSortKey = core.NameSortKey,
        Description = core.Description,
    };
}
