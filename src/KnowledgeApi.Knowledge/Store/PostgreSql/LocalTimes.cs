using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.Knowledge.Store.PostgreSql;

/// <summary>Stores a time as it is printed: of no zone, since documents name none.</summary>
internal sealed class LocalTimes(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        foreach (var time in modelBuilder.Model.GetEntityTypes().SelectMany(PropertiesOf).Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(DateTime)))
            time.SetColumnType("timestamp without time zone");
    }

    private static IEnumerable<IMutableProperty> PropertiesOf(IMutableTypeBase type) =>
        type.GetDeclaredProperties().Concat(type.GetDeclaredComplexProperties().SelectMany(part => PropertiesOf(part.ComplexType)));
}
