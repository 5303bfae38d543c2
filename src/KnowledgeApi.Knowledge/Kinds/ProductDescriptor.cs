using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Kinds;

/// <inheritdoc cref="Product"/>
internal sealed class ProductDescriptor : EntityDescriptor<Product>
{
    public override string Section => "products";

    public override string Description => "Services, software and technologies.";

    public override Entity Create(EntityCore core) => new Product
    {
        Key = core.Key,
        Slug = core.Slug,
        Name = core.Name,
        NameFolded = core.NameFolded,
        NameSortKey = core.NameSortKey,
        Description = core.Description,
    };
}
