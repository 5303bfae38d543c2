using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Tests.Harness;

/// <summary>
/// Answers as they can be kept in the repository: the same whether the texts of the documents are here or not, and without a
/// sentence of them. Global ids, which say what types and slugs say, are left out. What is taken out is checked first.
/// </summary>
public static class Answers
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Checks every quote and alignment of an answer, and puts words in their place.</summary>
    /// <param name="answer">The data of a response.</param>
    /// <param name="hasTexts">Whether the base was built with the texts.</param>
    public static JsonNode Keep(JsonElement answer, bool hasTexts)
    {
        var kept = JsonNode.Parse(answer.GetRawText())!;
        Keep(kept, hasTexts);
        return kept;
    }

    /// <summary>JSON as people read it.</summary>
    public static string Print(JsonNode answer) => answer.ToJsonString(Indented) + "\n";

    private static void Keep(JsonNode? node, bool hasTexts)
    {
        if (node is JsonArray list)
        {
            foreach (var each in list)
                Keep(each, hasTexts);
        }
        else if (node is JsonObject citation)
        {
            foreach (var (name, value) in citation.ToList())
            {
                if (name == "quote")
                    citation[name] = Quote(citation, hasTexts);
                else if (name == "alignment")
                    citation[name] = Alignment((string?)value, hasTexts);
                else if (name is "startCursor" or "endCursor" or "cursor" && value is not null)
                    citation[name] = "(cursor)";
                else if (name == "id" && value is not null && citation.Count > 1)
                    Drop(citation, (string)value!);
                else
                    Keep(value, hasTexts);
            }
        }
    }

    private static void Drop(JsonObject identified, string id)
    {
        GlobalId.TryDecode(id, out var type, out var slug).ShouldBeTrue(id);
        slug.ShouldBe((string?)identified["slug"] ?? slug);
        type.ShouldBe((string?)identified["__typename"] ?? type);
        identified.Remove("id");
    }

    private static string Quote(JsonObject citation, bool hasTexts)
    {
        var quote = (string?)citation["quote"];
        if (hasTexts)
        {
            CodePointText.HashOf(quote.ShouldNotBeNull()).ShouldBe((string?)citation["sha256"], "a quote does not have the hash of its citation");
            quote.EnumerateRunes().Count().ShouldBe((int)citation["end"]! - (int)citation["start"]!, "a quote is not as long as its citation");
        }
        else
        {
            quote.ShouldBeNull();
        }

        return "(as cited)";
    }

    private static string Alignment(string? alignment, bool hasTexts)
    {
        alignment.ShouldBeOneOf(hasTexts ? ["EXACT", "NORMALIZED"] : ["UNCHECKED"]);
        return "(checked)";
    }
}
