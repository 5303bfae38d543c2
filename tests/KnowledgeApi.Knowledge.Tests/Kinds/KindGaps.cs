using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.Knowledge.Tests.Kinds;

/// <summary>
/// What kinds of claims leave out, or share with others: a sentence for each. What every kind must answer is abstract in its descriptor, so that most of it is held
/// by the compiler; this is the rest.
/// </summary>
internal sealed class KindGaps
{
    private static readonly StoreObjectIdentifier Table = StoreObjectIdentifier.Table("Claims");

    private readonly KnowledgeKinds _kinds;
    private readonly IModel _model;

    private KindGaps(KnowledgeKinds kinds)
    {
        _kinds = kinds;
        _model = new KnowledgeContext(SqliteOptions.Unopened(kinds)).Model;
    }

    public static IReadOnlyList<string> Of(KnowledgeKinds kinds)
    {
        var gaps = new KindGaps(kinds);
        return
        [
            .. kinds.Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => !type.IsAbstract && (type.IsSubclassOf(typeof(Claim)) || type.IsSubclassOf(typeof(Entity))))
                .Except(kinds.Classes).Select(type => $"{type.Name} has no descriptor."),
            .. kinds.Claims.SelectMany(gaps.Of),
        ];
    }

    private IEnumerable<string> Of(ClaimDescriptor kind)
    {
        var (type, name) = (_model.FindEntityType(kind.ClaimType)!, kind.ClaimType.Name);
        var others = _kinds.Claims.Where(other => other != kind).ToList();
        foreach (var member in OwnMembers(kind.ClaimType))
        {
            if (type.FindMember(member) is null)
                yield return $"{name}.{member} is not stored.";
            if (type.FindProperty(member)?.IsForeignKey() != true && type.FindNavigation(member)?.IsCollection != true && kind.Mapping.Keys.All(key => key.Name != Kebab(member)))
                yield return $"{name}.{member} has no key \"{Kebab(member)}\" in the seeds.";
        }

        foreach (var column in ColumnsOf(type).Intersect(others.SelectMany(other => ColumnsOf(_model.FindEntityType(other.ClaimType)!))))
            yield return $"{name} has the column {column}, which is that of another kind.";
        if (others.Exists(other => other.Section == kind.Section) || _kinds.Entities.Any(entity => entity.Section == kind.Section))
            yield return $"{name} has the section \"{kind.Section}\", which is that of another kind.";
        foreach (var property in kind.Properties.Select(property => property.Name).Intersect(others.SelectMany(other => other.Properties).Select(property => property.Name)))
            yield return $"{name} states the property {property}, which is that of another kind.";
        if (kind.Properties.Select(property => property.Description).Append(kind.Description).Any(string.IsNullOrWhiteSpace))
            yield return $"{name} is not described, itself or its properties.";
    }

    private static IEnumerable<string> OwnMembers(Type type) => type.GetProperties().Where(property => property.DeclaringType == type).Select(property => property.Name);

    private static IEnumerable<string?> ColumnsOf(ITypeBase type) =>
        type.GetDeclaredProperties().Select(property => property.GetColumnName(Table)).Concat(type.GetDeclaredComplexProperties().SelectMany(value => ColumnsOf(value.ComplexType)));

    private static string Kebab(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(c)}" : $"{c}"));
}
