using System.Text;
using KnowledgeApi.Knowledge.Seeds;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Tests;

/// <summary>A folder of seeds and a folder of documents that go away with the test.</summary>
public sealed class TempFolder : IDisposable
{
    /// <summary>The text most tests cite. Its third word is one code point of two UTF-16 units.</summary>
    public const string Text = "Alpha holds 🅰 forty\n\npercent of “Beta”.\nGamma left.\n";

    /// <summary>Seeds without a fault: one document, and one entity of every kind.</summary>
    public static readonly string Base = $$"""
        documents:
          - id: doc
            language: en
            sha256: {{CodePointText.HashOf(Text)}}
            length: {{new CodePointText(Text).Length}}
            publisher: paper
            authors: [ada]
            published: { date: 2020-05-04, time: "10:30", wording: 4 May 2020 }
        companies:
          - { id: alpha, name: Alpha }
          - { id: beta, name: Beta }
        public-bodies:
          - { id: state, name: The State }
        programmes:
          - { id: scheme, name: The Scheme }
        products:
          - { id: gadget, name: Gadget }
        publications:
          - { id: paper, name: The Paper }
        people:
          - { id: ada, name: Ada }

        """;

    private readonly string _root = Directory.CreateTempSubdirectory("knowledge-").FullName;

    public TempFolder()
    {
        Directory.CreateDirectory(Seeds);
        Directory.CreateDirectory(Documents);
    }

    public string Seeds => Path.Combine(_root, "seeds");

    public string Documents => Path.Combine(_root, "documents");

    /// <summary>The folder of the bases.</summary>
    public string Database => Path.Combine(_root, "data");

    public KnowledgeStore Store => new(TestStores.At(Database));

    /// <summary>A citation of "Alpha" in the base's document, in flow style.</summary>
    public static string Citation(string more = "") =>
        $"{{ document: doc, span: [0, 5], sha256: {CodePointText.HashOf("Alpha")}{(more.Length > 0 ? ", " + more : "")} }}";

    public TempFolder Seed(string name, string content)
    {
        var path = Path.Combine(Seeds, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    public TempFolder Seed(string name, byte[] content)
    {
        File.WriteAllBytes(Path.Combine(Seeds, name), content);
        return this;
    }

    public TempFolder Document(string name, string text)
    {
        File.WriteAllText(Path.Combine(Documents, name), text, new UTF8Encoding(false));
        return this;
    }

    public SeedResult Read(bool texts = false) => SeedReader.Read(Seeds, texts ? DocumentTexts.Open(Documents) : null);

    /// <summary>The base of the seeds, which must be without a fault. The caller disposes it.</summary>
    public Snapshot Build(bool texts = false)
    {
        var report = Store.Build(Seeds, texts ? Documents : null);
        report.Outcome.ShouldBe(StoreOutcome.Built, string.Join('\n', report.Problems));
        return report.Snapshot!;
    }

    public void Dispose()
    {
        TestStores.Drop(Database);
        Directory.Delete(_root, recursive: true);
    }
}
