using System.Text.Json;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Search;

/// <summary>A kind of objects to search for.</summary>
public sealed class SearchType
{
    private SearchType(Type named, string description, IEnumerable<Type> classes)
    {
        Name = JsonNamingPolicy.SnakeCaseUpper.ConvertName(named.Name);
        Description = description;
        Classes = [.. classes.Where(named.IsAssignableFrom).Select(type => type.Name)];
    }

    /// <summary>Its name in the schema, such as PUBLIC_BODY.</summary>
    internal string Name { get; }

    internal string Description { get; }

    /// <summary>The C# names of the concrete classes of such objects.</summary>
    internal IReadOnlyList<string> Classes { get; }

    /// <summary>All there are: each kind of entities and of claims, all of them together, and documents.</summary>
    internal static IReadOnlyList<SearchType> Of(KnowledgeKinds kinds)
    {
        Type[] classes = [.. kinds.Classes, typeof(Document)];
        (Type Class, string Description)[] all =
        [
            (typeof(Entity), "All kinds of entities: companies, public bodies, programmes, products, publications and people."),
            .. kinds.EntityClasses,
            (typeof(Claim), "All kinds of claims."),
            .. kinds.ClaimClasses,
            (typeof(Document), "Documents, such as press articles."),
        ];
        return [.. all.Select(type => new SearchType(type.Class, type.Description, classes))];
    }
}
