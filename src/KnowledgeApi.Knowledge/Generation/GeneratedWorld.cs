using System.Globalization;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Generation;

/// <summary>
/// Who and what there is in generated seeds. All of it follows from a number and the seed, so that a claim can name any company, person or document while nothing is kept in memory.
/// </summary>
/// <param name="companies">How many companies there are.</param>
/// <param name="seed">What makes one world differ from another.</param>
internal sealed class GeneratedWorld(int companies, ulong seed)
{
    /// <summary>Companies come in blocks: the first of a block is a holding, the next nine are groups, the others belong to these.</summary>
    public const int Block = 100;

    /// <summary>How many groups a full block has.</summary>
    public const int Groups = 9;

    /// <summary>The first year documents are of.</summary>
    public const int FirstYear = 2008;

    /// <summary>The last year documents are of.</summary>
    public const int LastYear = 2023;

    // A block has as many documents of each year, so that there is always one written after what it states.
    private const int DocumentsAYear = 2;
    private const int DocumentsABlock = (LastYear - FirstYear + 1) * DocumentsAYear;

    public int Companies => companies;

    public int Blocks => (companies + Block - 1) / Block;

    public int People => companies / 2 + 3;

    public int PublicBodies => companies / 200 + 3;

    public int Publications => companies / 500 + 4;

    public int Documents => Blocks * DocumentsABlock;

    /// <summary>The numbers of one thing.</summary>
    public SplitMix64 NumbersOf(GeneratedStream stream, int index) => SplitMix64.Of(seed, stream, index);

    public static bool IsHolding(int company) => company % Block == 0;

    public static bool IsGroup(int company) => company % Block is >= 1 and <= Groups;

    public (string Word, string Business) NameParts(int company)
    {
        var numbers = NumbersOf(GeneratedStream.CompanyName, company);
        var (word, business) = GeneratedNames.Company(ref numbers);
        return IsHolding(company) ? (word, "Holding") : IsGroup(company) ? (word, "Group") : (word, business);
    }

    public string NameOf(int company)
    {
        var (word, business) = NameParts(company);
        return business.Length == 0 ? word : $"{word} {business}";
    }

    public string CompanySlug(int company) => Numbered(NameParts(company).Word, 'c', company);

    /// <summary>The year a company was founded in.</summary>
    public int FoundedIn(int company) => NumbersOf(GeneratedStream.Company, company).Between(1950, 2014);

    public string PersonName(int person)
    {
        var numbers = NumbersOf(GeneratedStream.PersonName, person);
        var (first, last) = GeneratedNames.Person(ref numbers);
        return $"{first} {last}";
    }

    public string PersonSlug(int person) => Numbered(PersonName(person), 'p', person);

    public static string PublicBodySlug(int body) => Numbered(GeneratedNames.PublicBody(body), 'b', body);

    public static string PublicationSlug(int publication) => Numbered(GeneratedNames.Publication(publication), 'j', publication);

    /// <summary>A person who has to do with a company: near in number, so that people have several companies.</summary>
    public int PersonNear(int company, ref SplitMix64 numbers) => (int)(((long)company / 2 + numbers.Below(6)) % People);

    public GeneratedDocument Document(int index)
    {
        var numbers = NumbersOf(GeneratedStream.Document, index);
        var year = FirstYear + index % DocumentsABlock / DocumentsAYear;
        return new(index, Slug: Of("d", index), Year: year, Month: numbers.Between(1, 12), Day: numbers.Between(1, 28), Length: numbers.Between(2_000, 20_000));
    }

    /// <summary>The numbers of documents that speak of a company and were written after a year, within six years where there are such, in the order of their dates.</summary>
    public static (int First, int Count) DocumentsAfter(int company, int year)
    {
        var from = Math.Clamp(year + 1, FirstYear, LastYear);
        var to = Math.Min(from + 5, LastYear);
        return (company / Block * DocumentsABlock + (from - FirstYear) * DocumentsAYear, (to - from + 1) * DocumentsAYear);
    }

    private static string Numbered(string name, char kind, int index) => $"{Slug(name)}-{Of($"{kind}", index)}";

    private static string Of(string kind, int index) => string.Create(CultureInfo.InvariantCulture, $"{kind}{index + 1}");

    private static string Slug(string name) => Folding.Fold(name).Replace(' ', '-');
}

/// <summary>A document of generated seeds.</summary>
/// <param name="Index">Its number from 0.</param>
/// <param name="Slug">Its id.</param>
/// <param name="Year">The year it was published in.</param>
/// <param name="Month">The month.</param>
/// <param name="Day">The day, at most 28.</param>
/// <param name="Length">The length of its text in code points.</param>
internal readonly record struct GeneratedDocument(int Index, string Slug, int Year, int Month, int Day, int Length);
