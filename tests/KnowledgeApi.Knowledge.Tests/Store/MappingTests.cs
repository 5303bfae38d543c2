using System.Reflection;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.Knowledge.Tests.Store;

public sealed class MappingTests
{
    private static readonly IModel Model = new KnowledgeContext(SqliteOptions.Unopened(KnowledgeKinds.Standard)).Model;

    [Fact]
    public void Every_public_property_of_the_model_is_mapped() =>
        Model.GetEntityTypes().Where(type => type.ClrType.Namespace == typeof(Claim).Namespace)
            .SelectMany(type => type.ClrType.GetProperties().Where(property => !IsMapped(type, property)).Select(property => $"{type.ClrType.Name}.{property.Name}"))
            .ShouldBeEmpty();

    [Fact]
    public void Every_mapped_property_can_be_set_when_made() =>
        Model.GetEntityTypes().SelectMany(type => type.GetProperties()).Select(property => property.PropertyInfo).OfType<PropertyInfo>()
            .ShouldAllBe(property => property.SetMethod!.IsPublic);

    [Fact]
    public void Every_foreign_key_has_an_index() =>
        Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys())
            .Where(key => key.DeclaringEntityType.GetIndexes().All(index => index.Properties[0] != key.Properties[0])
                && key.DeclaringEntityType.FindPrimaryKey()!.Properties[0] != key.Properties[0])
            .Select(key => $"{key.DeclaringEntityType.DisplayName()}.{key.Properties[0].Name}")
            .ShouldBeEmpty();

    [Fact]
    public void Every_property_has_a_description()
    {
        var path = Path.ChangeExtension(typeof(Claim).Assembly.Location, "xml");
        var described = System.Xml.Linq.XDocument.Load(path).Descendants("member").Select(member => member.Attribute("name")!.Value).ToHashSet();

        typeof(Claim).Assembly.GetTypes().Where(type => type.IsPublic && type.Namespace == typeof(Claim).Namespace)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(property => !property.Name.StartsWith("EqualityContract", StringComparison.Ordinal))
                .Select(property => $"P:{type.FullName}.{property.Name}")
                .Concat(type.IsEnum ? Enum.GetNames(type).Select(name => $"F:{type.FullName}.{name}") : [])
                .Append($"T:{type.FullName}"))
            .Where(name => !described.Contains(name))
            .ShouldBeEmpty();
    }

    [Fact]
    public void An_enum_value_is_named_in_capitals() => EnumNames.Name(Comparator.AtMost).ShouldBe("AT_MOST");

    [Fact]
    public void A_decimal_is_stored_without_loss() => FixedPoint.Holds(22.1234m).ShouldBeTrue();

    [Theory]
    [InlineData("0.00001")]
    [InlineData("999999999999999")]
    public void A_decimal_too_fine_or_too_great_is_known(string value) =>
        FixedPoint.Holds(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).ShouldBeFalse();

    private static bool IsMapped(IEntityType type, PropertyInfo property) =>
        type.FindProperty(property.Name) is not null || type.FindComplexProperty(property.Name) is not null
        || type.FindNavigation(property.Name) is not null || type.FindSkipNavigation(property.Name) is not null;
}
