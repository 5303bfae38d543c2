using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Search;

/// <summary>A kind of objects to search for.</summary>
public enum SearchType
{
    /// <summary>All kinds of entities: companies, public bodies, programmes, products, publications and people.</summary>
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

    /// <summary>All kinds of claims.</summary>
    Claim,

    /// <summary>Who owns how much of whom.</summary>
    Shareholding,

    /// <summary>Money promised, committed or paid.</summary>
    Funding,

    /// <summary>Revenue and net income.</summary>
    FinancialFigure,

    /// <summary>What was counted or measured.</summary>
    Measurement,

    /// <summary>Who holds which role where.</summary>
    Role,

    /// <summary>What happened or is to happen.</summary>
    Event,

    /// <summary>Who said what about whom.</summary>
    Statement,

    /// <summary>Documents, such as press articles.</summary>
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
