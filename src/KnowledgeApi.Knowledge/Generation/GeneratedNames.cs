using System.Globalization;

namespace KnowledgeApi.Knowledge.Generation;

/// <summary>Names that sound like some and are no one's.</summary>
internal static class GeneratedNames
{
    private static readonly string[] Starts = ["Ar", "Bel", "Cor", "Dal", "El", "Far", "Gal", "Hel", "Is", "Jor", "Kel", "Lor", "Mar", "Nor", "Or", "Pel", "Quin", "Ros", "Sol", "Tar", "Ul", "Val", "Wen", "Yor", "Zel"];
    private static readonly string[] Middles = ["a", "e", "i", "o", "an", "en", "in", "or", "ur", "est", "ist", "and", "ev", "il", "am", "od"];
    private static readonly string[] Ends = ["bra", "dis", "dor", "fen", "gis", "la", "lis", "mont", "nex", "ra", "rix", "sa", "ta", "thon", "va", "vis", "zia", "co", "dia", "lux"];
    private static readonly string[] Businesses = ["Systèmes", "Énergie", "Industries", "Logistik", "Software", "Santé", "Telecom", "Finance", "Agro", "Mobility", "Water", "Bâtiment", "Média", "Robotics", "Foods", "Aéro"];
    private static readonly string[] FirstNames = ["Ada", "Béatrice", "Carlos", "Dorothée", "Emil", "Françoise", "Grace", "Hugo", "Inès", "Jürgen", "Katia", "Liam", "Maëlle", "Niels", "Olga", "Paul", "Rosa", "Søren", "Tomás", "Ursula", "Victor", "Wanda", "Yves", "Zoé"];
    private static readonly string[] Regions = ["North", "South", "East", "West", "Coast", "Lakes", "Hills", "Plains", "Isles", "Valleys"];
    private static readonly string[] Offices = ["Ministry of Industry", "Development Bank", "Pension Fund", "Regional Council", "Innovation Agency", "Treasury"];
    private static readonly string[] Papers = ["Courrier", "Gazette", "Herald", "Journal", "Tribune", "Chronicle", "Echo", "Monitor"];

    /// <summary>A word that no language has, such as "Valestra".</summary>
    public static string Word(ref SplitMix64 numbers) =>
        numbers.OneOf<string>(Starts) + numbers.OneOf<string>(Middles) + numbers.OneOf<string>(Ends);

    /// <summary>A company by its first word and its business, which is empty for one in three.</summary>
    public static (string Word, string Business) Company(ref SplitMix64 numbers) =>
        (Word(ref numbers), numbers.Percent(66) ? numbers.OneOf<string>(Businesses) : "");

    public static (string First, string Last) Person(ref SplitMix64 numbers) => (numbers.OneOf<string>(FirstNames), Word(ref numbers));

    public static string PublicBody(int index) => Numbered($"{Offices[index % Offices.Length]} of the {Regions[index / Offices.Length % Regions.Length]}", index / Offices.Length / Regions.Length);

    public static string Publication(int index) => Numbered($"{Papers[index % Papers.Length]} of the {Regions[index / Papers.Length % Regions.Length]}", index / Papers.Length / Regions.Length);

    private static string Numbered(string name, int round) => round == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {round + 1}");
}
