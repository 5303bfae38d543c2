using System.Security.Cryptography;
using System.Text;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Tests.Harness;

/// <summary>A folder of seeds about one document of our own, and a folder with the document's text.</summary>
public sealed class SeedFolder : IDisposable
{
    public const string Text = "Beta opened its doors in May 2019.\nAlpha holds 40 % of Beta.\nGamma holds 40 % of Delta.\n";

    private readonly string _root = Directory.CreateTempSubdirectory("seeds-").FullName;

    public SeedFolder()
    {
        Directory.CreateDirectory(Seeds);
        Directory.CreateDirectory(Documents);
        File.WriteAllText(Path.Combine(Documents, "any-name.txt"), Text);
        Write(Valid());
    }

    public string Seeds => Path.Combine(_root, "seeds");

    public string Documents => Path.Combine(_root, "documents");

    /// <summary>The folder of the bases.</summary>
    public string Database => Path.Combine(_root, "data");

    public KnowledgeStore Store => new(TestStores.At(Database));

    /// <summary>Seeds without a problem: one document, two companies, one stake.</summary>
    public static string Valid()
    {
        var quote = "Alpha holds 40 % of Beta.";
        var start = Text.IndexOf(quote, StringComparison.Ordinal);
        return $$"""
            documents:
              - id: opening
                title: Doors open
                publisher: null
                authors: []
                published: null
                updated: null
                language: en
                sha256: {{Hash(Text)}}
                length: {{Text.Length}}
            companies:
              - id: alpha
                name: Alpha
              - id: beta
                name: Beta
            shareholdings:
              - id: beta-alpha-40
                owner: alpha
                company: beta
                share: "40"
                status: ACTUAL
                wording: "40 %"
                citations:
                  - document: opening
                    span: [{{start}}, {{start + quote.Length}}]
                    sha256: {{Hash(quote)}}
            """;
    }

    /// <summary>The base of the seeds. The caller disposes it.</summary>
    public Snapshot Build() => Store.Build(Seeds).Snapshot!;

    public void Write(string yaml) => File.WriteAllText(Path.Combine(Seeds, "all.yaml"), yaml);

    public void Dispose()
    {
        TestStores.Drop(Database);
        Directory.Delete(_root, recursive: true);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
