using KnowledgeApi.Knowledge.Kinds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>Which kinds a context maps. Contexts of other kinds have another model, which EF Core then must not share.</summary>
internal sealed class KindsOption(KnowledgeKinds kinds) : IDbContextOptionsExtension
{
    public DbContextOptionsExtensionInfo Info => new KindsInfo(this);

    /// <summary>The kinds of a context; the usual ones unless its options say more.</summary>
    public static KnowledgeKinds Of(DbContextOptions options) => options.FindExtension<KindsOption>()?.Kinds ?? KnowledgeKinds.Standard;

    /// <summary>Has contexts map some kinds.</summary>
    public static DbContextOptionsBuilder<KnowledgeContext> Use(DbContextOptionsBuilder<KnowledgeContext> options, KnowledgeKinds kinds)
    {
        if (kinds != KnowledgeKinds.Standard)
            ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new KindsOption(kinds));
        return options;
    }

    public void ApplyServices(IServiceCollection services)
    {
    }

    public void Validate(IDbContextOptions options)
    {
    }

    private KnowledgeKinds Kinds => kinds;

    private sealed class KindsInfo(KindsOption option) : DbContextOptionsExtensionInfo(option)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => option.Kinds.GetHashCode();

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is KindsInfo { Extension: KindsOption one } && one.Kinds == option.Kinds;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
        {
        }
    }
}
