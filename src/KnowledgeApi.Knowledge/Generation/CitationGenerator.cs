using System.Globalization;
using System.Text.Json;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Generation;

/// <summary>Writes where something is said: one document or several, each written after what it states.</summary>
/// <param name="world">What there is.</param>
internal sealed class CitationGenerator(GeneratedWorld world)
{
    /// <summary>Writes the key "citations".</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="numbers">The numbers of the claim or name.</param>
    /// <param name="company">The company it is about.</param>
    /// <param name="year">The last year it speaks of.</param>
    /// <param name="statesEnd">Whether the last of several citations may be the one that states the end.</param>
    public void Write(Utf8JsonWriter json, ref SplitMix64 numbers, int company, int year, bool statesEnd = false)
    {
        var (first, count) = GeneratedWorld.DocumentsAfter(company, year);
        var cited = numbers.Below(100) switch
        {
            < 62 => 1,
            < 90 => 2,
            _ => 3,
        };
        cited = Math.Min(cited, count);
        var at = numbers.Below(count);
        json.WriteStartArray("citations");
        for (var i = 0; i < cited; i++)
            WriteOne(json, ref numbers, world.Document(first + (at + i) % count), company, endsHere: statesEnd && i > 0 && i == cited - 1);
        json.WriteEndArray();
    }

    private void WriteOne(Utf8JsonWriter json, ref SplitMix64 numbers, GeneratedDocument document, int company, bool endsHere)
    {
        var start = numbers.Below(document.Length - 200);
        var end = start + numbers.Between(10, 150);
        json.WriteStartObject();
        json.WriteString("document", document.Slug);
        json.WriteStartArray("span");
        json.WriteNumberValue(start);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteNumber("paragraph", start / 400 + 1);
        // There is no text: the words of a place stand for it, so that one place has one hash.
        json.WriteString("sha256", CodePointText.HashOf(string.Create(CultureInfo.InvariantCulture, $"{document.Slug} {start} {end}")));
        WriteVoice(json, ref numbers, document, company);
        if (endsHere)
        {
            json.WriteString("stance", "QUALIFIES");
            json.WriteBoolean("states-end", true);
        }
        json.WriteEndObject();
    }

    private void WriteVoice(Utf8JsonWriter json, ref SplitMix64 numbers, GeneratedDocument document, int company)
    {
        switch (numbers.Below(100))
        {
            case < 4:
                json.WriteString("attribution", "OTHER_PRESS");
                json.WriteString("by", GeneratedWorld.PublicationSlug(numbers.Below(world.Publications)));
                break;
            case < 9:
                json.WriteString("attribution", "NAMED_PERSON");
                json.WriteString("by", world.PersonSlug(world.PersonNear(company, ref numbers)));
                break;
            case < 12:
                json.WriteString("attribution", "OFFICIAL_FILING");
                json.WriteString("described", "accounts filed with the registry");
                break;
            case < 14:
                json.WriteString("attribution", "ANONYMOUS_SOURCE");
                break;
            case < 16:
                json.WriteString("section", "TITLE");
                break;
            case < 18:
                json.WriteString("attribution", "READER_COMMENT");
                json.WriteString("section", "COMMENT");
                // After the document, whose days end with the 28th.
                json.WriteString("posted", string.Create(CultureInfo.InvariantCulture, $"{document.Year}-12-{numbers.Between(29, 31)}T{numbers.Below(24):00}:{numbers.Below(60):00}"));
                break;
        }
    }
}
