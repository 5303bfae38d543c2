using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Tests.Texts;

public sealed class DocumentTextsTests
{
    [Fact]
    public void A_text_is_recognised_whatever_its_file_is_called()
    {
        using var folder = new TempFolder().Document("anything.bin", "hello");

        DocumentTexts.Open(folder.Documents).Find(CodePointText.HashOf("hello"))!.Content.ShouldBe("hello");
    }

    [Fact]
    public void A_text_that_is_not_there_is_null()
    {
        using var folder = new TempFolder();

        DocumentTexts.Open(folder.Documents).Find(CodePointText.HashOf("hello")).ShouldBeNull();
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        using var folder = new TempFolder();
        var missing = Path.Combine(folder.Documents, "none");

        Should.Throw<DocumentTextsException>(() => DocumentTexts.Open(missing)).Message.ShouldContain(missing);
    }

    [Fact]
    public void A_file_that_is_no_text_is_refused()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(Path.Combine(folder.Documents, "bad"), [0xC3, 0x28]);
        var texts = DocumentTexts.Open(folder.Documents);

        Should.Throw<DocumentTextsException>(() => texts.Find(texts.Hashes.Single())).Message.ShouldContain("UTF-8");
    }

    [Fact]
    public void A_file_that_changed_since_is_refused()
    {
        using var folder = new TempFolder().Document("a", "x");
        var texts = DocumentTexts.Open(folder.Documents);
        folder.Document("a", "y");

        Should.Throw<DocumentTextsException>(() => texts.Find(CodePointText.HashOf("x"))).Message.ShouldContain("changed");
    }

    [Fact]
    public void The_hash_does_not_depend_on_names()
    {
        using var one = new TempFolder().Document("a", "x").Document("b", "y");
        using var other = new TempFolder().Document("c", "y").Document("d", "x").Document("e", "x");

        DocumentTexts.Open(one.Documents).Hash.ShouldBe(DocumentTexts.Open(other.Documents).Hash);
    }
}
