using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Search;

/// <summary>What kinds of objects to search for.</summary>
public enum SearchType
{
    /// <summary>Companies, public bodies, programmes, products, publications and people together.</summary>
    Entity,

    /// <summary>Businesses.</summary>
    Company,

    /// <summary>States, ministries, courts, public banks and other bodies of public law.</summary>
    PublicBody,

    /// <summary>Public schemes and projects that several parties share.</summary>
    Programme,

    /// <summary>Services, software and technologies.</summary>
    Product,

    /// <summary>Newspapers, news sites, agencies and broadcasters.</summary>
    Publication,

    /// <summary>People.</summary>
    Person,

    /// <summary>All kinds of claims together.</summary>
    Claim,

    /// <summary>Stakes in companies.</summary>
    Shareholding,

    /// <summary>Money given.</summary>
    Funding,

    /// <summary>Revenues and other figures of accounts.</summary>
    FinancialFigure,

    /// <summary>What was counted or measured.</summary>
    Measurement,

    /// <summary>Roles of people.</summary>
    Role,

    /// <summary>What happened or is to happen.</summary>
    Event,

    /// <summary>What someone said.</summary>
    Statement,

    /// <summary>Documents.</summary>
    Document,
}

/// <summary>The classes that kinds of results stand for.</summary>
internal static class SearchTypes
{
    private static readonly ILookup<SearchType, string> Classes = Enum.GetValues<SearchType>()
        .SelectMany(type => ClassesOf(type).Select(name => (Type: type, Name: name)))
        .ToLookup(pair => pair.Type, pair => pair.Name);

    /// <summary>The C# names of the concrete classes of objects of some kinds.</summary>
    public static IReadOnlyCollection<string> NamesOf(IEnumerable<SearchType> types) => [.. types.SelectMany(type => Classes[type]).Distinct()];

    private static IEnumerable<string> ClassesOf(SearchType type)
    {
        var model = typeof(ISearchable);
        var named = model.Assembly.GetType($"{model.Namespace}.{type}", throwOnError: true)!;
        return model.Assembly.GetExportedTypes().Where(each => !each.IsAbstract && named.IsAssignableFrom(each)).Select(each => each.Name);
    }
}
