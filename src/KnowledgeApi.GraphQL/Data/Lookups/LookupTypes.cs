using System.Linq.Expressions;
using System.Reflection;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Data.Filtering;
using KnowledgeApi.GraphQL.Data.Mapping;
using KnowledgeApi.GraphQL.Data.Rows;
using KnowledgeApi.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Lookups;

/// <summary>The inputs that name one object of an entity. Kinds of objects that are known by the same members share an input.</summary>
internal sealed class LookupTypes(DataOptions options, StoredMembers members, FilterTypes filters)
{
    private const string Description = "One object, given by exactly one of these fields.";

    /// <summary>By the name of an input, the members that it names objects by.</summary>
    private readonly Dictionary<string, string> _membersOf = new(StringComparer.Ordinal);

    /// <summary>The input that names one object of an entity, and the condition that each of its fields stands for.</summary>
    public (InputObjectType Input, IReadOnlyList<LookupKey> Keys, LookupCandidates Candidates) Lookup(IReadOnlyEntityType entity, IReadOnlyList<string> by, TypeRegistry types)
    {
        var texts = new List<(string Name, PropertyInfo Property)>();
        var fields = new List<InputValue>();
        var keys = new List<LookupKey>();
        var identity = options.IdOf(entity.ClrType);
        if (identity is not null)
        {
            var id = FilterTypes.IdMember(entity, identity);
            keys.Add(new LookupKey("id", (value, values) => IdConditions.Equal(id, (string)value, values), null));
            fields.Add(new InputValue { Name = "id", Type = BuiltIns.Id, Description = "The global id." });
        }

        foreach (var member in by)
        {
            var property = types.PropertiesOf(entity.ClrType).Single(p => p.Name == member);
            var (key, type) = KeyOf(entity, property, types);
            keys.Add(key);
            var isText = property.PropertyType == typeof(string);
            var description = (isText, key.Related) switch
            {
                // Objects of many types are named alike.
                _ when by.Count == 1 => $"The `{key.Name}` of the object.",
                (true, not null) => $"{Texts.FirstSentence(types.DescriptionOf(property))} Other names work too; case and accents are ignored.",
                (false, not null) => $"One of its `{types.NameOf(property)}`.",
                _ => Texts.FirstSentence(types.DescriptionOf(property)),
            };
            fields.Add(new InputValue { Name = key.Name, Type = type, Description = description });
            if (isText)
                texts.Add((key.Name, property));
        }

        return (InputOf(entity, by, fields, types), keys, new LookupCandidates(types.NameOf(entity.ClrType), identity, texts, types.NameOf));
    }

    private InputObjectType InputOf(IReadOnlyEntityType entity, IReadOnlyList<string> by, List<InputValue> fields, TypeRegistry types)
    {
        // All objects that have nothing but a name of their own are named alike.
        if (by is [var only] && entity.FindProperty(only) is not null)
        {
            var alike = $"{only}ByInput";
            return types.GetOrAdd(
                alike,
                () => new InputObjectType { Name = alike, IsOneOf = true, Description = Description },
                made => made.Fields = fields);
        }

        var known = string.Join(' ', by);
        var named = NameOf(members.Shared(entity, types, (_, property) => by.Contains(property.Name)));
        if (_membersOf.TryGetValue(named, out var others) && others != known)
            named = NameOf(entity);
        _membersOf[named] = known;
        return types.GetOrAdd(
            named,
            () => new InputObjectType { Name = named, IsOneOf = true, Description = Description },
            made => made.Fields = fields);

        string NameOf(IReadOnlyEntityType type) => $"{types.NameOf(type.ClrType)}ByInput";
    }

    private (LookupKey Key, GraphQLType Type) KeyOf(IReadOnlyEntityType entity, PropertyInfo property, TypeRegistry types)
    {
        var name = types.NameOf(property);
        if (entity.FindProperty(property.Name) is { } stored)
        {
            var column = filters.ColumnOf(stored, property, row => Expression.Property(row, property));
            return (new LookupKey(name, (value, values) => Equal(name, column, value, values), NamesOf(entity, property)), FilterTypes.LeafOf(stored.ClrType, types));
        }

        // An element of a list, known by all its columns together.
        var navigation = RelatedOf(entity, property);
        var target = navigation.TargetEntityType;
        var columns = members.Of(target, types)
            .Where(p => target.FindProperty(p.Name) is not null)
            .ToDictionary(types.NameOf, p => (Property: p, Column: filters.ColumnOf(target.FindProperty(p.Name)!, p, row => Expression.Property(row, p)), Leaf: FilterTypes.LeafOf(p.PropertyType, types)));
        var elementName = types.NameOf(target.ClrType);
        var input = types.GetOrAdd(
            $"{elementName}ByInput",
            () => new InputObjectType { Name = $"{elementName}ByInput", Description = $"One `{elementName}`, given by these fields." },
            made => made.Fields =
            [
                .. columns.Select(c => new InputValue { Name = c.Key, Type = new NonNullType(c.Value.Leaf), Description = Texts.FirstSentence(types.DescriptionOf(c.Value.Property)) }),
            ]);
        var related = new LookupRelation(
            Relation.Of(navigation),
            (value, values) => new JunctionNode(true, [.. ((InputObject)value).Select(given => Equal(given.Key, columns[given.Key].Column, given.Value!, values))]));
        return (new LookupKey(char.ToLowerInvariant(elementName[0]) + elementName[1..], null, related), input);
    }

    /// <summary>Where the other names of objects are found that have a name in this property.</summary>
    private LookupRelation? NamesOf(IReadOnlyEntityType entity, PropertyInfo property)
    {
        if (options.OtherNamesOf(property) is not { } others)
            return null;
        var relation = Relation.Of(RelatedOf(entity, others.List));
        var text = filters.ColumnOf(relation.Link.FindProperty(others.Text.Name)!, others.Text, row => Expression.Property(row, others.Text));
        return new LookupRelation(others.Of is null ? relation : relation with { ForeignKey = others.Of }, (value, values) => Equal("other", text, value, values));
    }

    private static IReadOnlyNavigation RelatedOf(IReadOnlyEntityType entity, PropertyInfo property) => entity.FindNavigation(property.Name)
        ?? throw new InvalidOperationException($"{entity.DisplayName()}.{property.Name} is neither stored nor a list of related objects, so nothing can be looked up by it.");

    private static CompareNode Equal(string name, FilterColumn column, object value, FilterValues values) =>
        new(name, column, FilterOperation.Eq, values.Add(column.Type, column.Normalize(value), column.Mapping));
}
