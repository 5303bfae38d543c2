using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Seeds;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.Knowledge.Tests.Kinds;

/// <summary>No kind leaves anything out. What every kind must answer is abstract in its descriptor, so that most of it is held by the compiler.</summary>
public sealed class DescriptorTests
{
    private static readonly IModel Mapped = new KnowledgeStore(new SqliteDatabase("unused.db")).CreateContext().Model;

    private static readonly StoreObjectIdentifier Table = StoreObjectIdentifier.Table("Claims");

    public static TheoryData<Type> Claims => [.. ClassesOf<Claim>()];

    public static TheoryData<Type> Entities => [.. ClassesOf<Entity>()];

    [Theory]
    [MemberData(nameof(Claims))]
    public void A_kind_of_claim_has_a_descriptor(Type type) => KnowledgeKinds.Standard.Claims.Count(kind => kind.ClaimType == type).ShouldBe(1);

    [Theory]
    [MemberData(nameof(Entities))]
    public void A_kind_of_entity_has_a_descriptor(Type type) => KnowledgeKinds.Standard.Entities.Count(kind => kind.EntityType == type).ShouldBe(1);

    [Theory]
    [MemberData(nameof(Claims))]
    public void All_that_a_claim_states_is_stored(Type type)
    {
        var mapped = Mapped.FindEntityType(type).ShouldNotBeNull();

        OwnMembers(type).Where(name => mapped.FindMember(name) is null).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Claims))]
    public void All_that_a_claim_states_has_a_key_in_the_seeds(Type type)
    {
        var keys = ClaimDescriptors.Of(type).Mapping.Keys.Select(key => key.Name).ToList();

        OwnMembers(type)
            .Where(name => Mapped.FindEntityType(type)!.FindProperty(name)?.IsForeignKey() != true && Mapped.FindEntityType(type)!.FindNavigation(name)?.IsCollection != true)
            .Select(Kebab).Where(name => !keys.Contains(name)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Claims))]
    public void The_columns_of_a_kind_are_its_own(Type type)
    {
        var others = ClassesOf<Claim>().Where(other => other != type).SelectMany(ColumnsOf).ToHashSet();

        ColumnsOf(type).Where(others.Contains).ShouldBeEmpty();
    }

    [Fact]
    public void Sections_are_told_apart()
    {
        var sections = new SeedSections(KnowledgeKinds.Standard).Definition.Keys.Select(key => key.Name).ToList();

        sections.Distinct().Count().ShouldBe(sections.Count);
    }

    [Theory]
    [MemberData(nameof(Claims))]
    [MemberData(nameof(Entities))]
    public void A_kind_is_counted(Type type)
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base);

        new KnowledgeStore(new SqliteDatabase(folder.Database)).Build(folder.Seeds).Summary!.Counts.Keys.ShouldContain(type.Name);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    [Theory]
    [MemberData(nameof(Claims))]
    [MemberData(nameof(Entities))]
    public void A_kind_is_explained_to_authors(Type type)
    {
        var section = type.IsAssignableTo(typeof(Claim)) ? ClaimDescriptors.Of(type).Section : KnowledgeKinds.Standard.Entities.Single(kind => kind.EntityType == type).Section;

        File.ReadAllText(Path.Combine(Repository.Root, "seeds", "README.md")).ShouldContain($"`{section}`");
    }

    [Fact]
    public void A_class_without_a_descriptor_is_told() => Should.Throw<InvalidOperationException>(() => ClaimDescriptors.Of(typeof(Rumour))).Message.ShouldContain("class RumourDescriptor");

    private static IEnumerable<Type> ClassesOf<T>() => typeof(T).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(T)));

    private static IEnumerable<string> OwnMembers(Type type) => type.GetProperties().Where(property => property.DeclaringType == type).Select(property => property.Name);

    private static IEnumerable<string?> ColumnsOf(Type type) => Columns(Mapped.FindEntityType(type)!);

    private static IEnumerable<string?> Columns(ITypeBase type) =>
        type.GetDeclaredProperties().Select(property => property.GetColumnName(Table)).Concat(type.GetDeclaredComplexProperties().SelectMany(value => Columns(value.ComplexType)));

    private static string Kebab(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(c)}" : $"{c}"));

    private sealed class Rumour : Claim
    {
        public override string ToLabel() => "They say";
    }
}
