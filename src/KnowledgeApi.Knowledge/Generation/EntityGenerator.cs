using System.Globalization;
using System.Text.Json;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Generation;

/// <summary>Writes documents and entities.</summary>
/// <param name="world">What there is.</param>
/// <param name="citations">Where names are printed.</param>
internal sealed class EntityGenerator(GeneratedWorld world, CitationGenerator citations)
{
    private static readonly string[] Languages = ["fr", "en", "de", "es"];
    private static readonly string[] LegalForms = ["S.A.", "SAS", "GmbH", "plc", "S.p.A.", "N.V."];

    public void WriteDocument(int index, SeedItemWriter writer)
    {
        var document = world.Document(index);
        var numbers = world.NumbersOf(GeneratedStream.DocumentHead, index);
        var json = writer.Begin();
        json.WriteString("id", document.Slug);
        json.WriteString("title", $"{GeneratedNames.Word(ref numbers)} et {GeneratedNames.Word(ref numbers)}: l’année {document.Year.Digits()}");
        if (numbers.Percent(90))
            json.WriteString("publisher", GeneratedWorld.PublicationSlug(numbers.Below(world.Publications)));
        if (numbers.Percent(70))
        {
            json.WriteStartArray("authors");
            json.WriteStringValue(world.PersonSlug(numbers.Below(world.People)));
            json.WriteEndArray();
        }
        WriteDate(json, ref numbers, document);
        json.WriteString("language", numbers.OneOf<string>(Languages));
        json.WriteString("sha256", CodePointText.HashOf(document.Slug));
        json.WriteNumber("length", document.Length);
        writer.End();
    }

    public void WriteCompany(int index, SeedItemWriter writer)
    {
        var numbers = world.NumbersOf(GeneratedStream.CompanyEntity, index);
        var (name, slug) = (world.NameOf(index), world.CompanySlug(index));
        var json = writer.Begin();
        json.WriteString("id", slug);
        json.WriteString("name", name);
        if (numbers.Percent(30))
            json.WriteString("description", $"A company founded in {world.FoundedIn(index).Digits()}.");
        WriteNames(json, ref numbers, index, name);
        if (numbers.Percent(60))
        {
            json.WriteStartArray("identifiers");
            WriteIdentifier(json, "DOMAIN", $"{slug}.example");
            if (numbers.Percent(50))
                WriteIdentifier(json, "REGISTER", (300_000_000 + index).Digits());
            json.WriteEndArray();
        }
        writer.End();
    }

    public void WritePerson(int index, SeedItemWriter writer) => WritePlain(writer, world.PersonSlug(index), world.PersonName(index));

    public static void WritePublicBody(int index, SeedItemWriter writer) => WritePlain(writer, GeneratedWorld.PublicBodySlug(index), GeneratedNames.PublicBody(index));

    public static void WritePublication(int index, SeedItemWriter writer) => WritePlain(writer, GeneratedWorld.PublicationSlug(index), GeneratedNames.Publication(index));

    private static void WritePlain(SeedItemWriter writer, string slug, string name)
    {
        var json = writer.Begin();
        json.WriteString("id", slug);
        json.WriteString("name", name);
        writer.End();
    }

    // Few documents are dated by a month or year only, or not at all.
    private static void WriteDate(Utf8JsonWriter json, ref SplitMix64 numbers, GeneratedDocument document)
    {
        var date = numbers.Below(100) switch
        {
            < 2 => null,
            < 6 => document.Year.Digits(),
            < 12 => string.Create(CultureInfo.InvariantCulture, $"{document.Year}-{document.Month:00}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{document.Year}-{document.Month:00}-{document.Day:00}"),
        };
        if (date is not null)
            json.WriteMap("published", ("date", date));
    }

    private void WriteNames(Utf8JsonWriter json, ref SplitMix64 numbers, int index, string name)
    {
        var former = GeneratedNames.Word(ref numbers);
        ReadOnlySpan<(int Percent, string Kind, string Name)> names =
        [
            (40, "LEGAL", $"{name} {numbers.OneOf<string>(LegalForms)}"),
            (10, "SHORT", $"{name[..1]}{former[..1]}{index.Digits()}"),
            (10, "FORMER", $"{former} & Co"),
        ];
        json.WriteStartArray("names");
        foreach (var (percent, kind, printed) in names)
        {
            if (!numbers.Percent(percent))
                continue;
            json.WriteStartObject();
            json.WriteString("name", printed);
            json.WriteString("kind", kind);
            citations.Write(json, ref numbers, index, world.FoundedIn(index));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteIdentifier(Utf8JsonWriter json, string scheme, string value)
    {
        json.WriteStartObject();
        json.WriteString("scheme", scheme);
        json.WriteString("value", value);
        json.WriteEndObject();
    }
}
