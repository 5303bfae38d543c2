using System.CommandLine;
using System.Globalization;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Seeds;
using KnowledgeApi.Knowledge.Texts;
using Spectre.Console;

namespace KnowledgeApi.Commands;

/// <summary><c>cite</c>: turns quoted words into the span and hash of a citation.</summary>
internal static class CiteCommand
{
    public static Command Create(CommonOptions options)
    {
        var document = new Argument<string>("DOCUMENT") { Description = "The id of a document in the seeds, or the start of it" };
        var words = new Argument<string>("WORDS") { Description = "The words to cite, as the document prints them" };
        var command = new Command("cite", "Print the span and hash of quoted words, ready to paste into a seed.")
        {
            document,
            words,
            options.Seeds,
            options.Documents,
        };
        command.SetAction(parsed => Run(options.Read(parsed), parsed.GetValue(document)!, parsed.GetValue(words)!));
        return command;
    }

    private static int Run(KnowledgeSettings settings, string id, string words)
    {
        if (string.IsNullOrWhiteSpace(id) || string.IsNullOrWhiteSpace(words))
            return Terminal.Fail($"{(string.IsNullOrWhiteSpace(id) ? "DOCUMENT" : "WORDS")} is given nothing.", "Write cite DOCUMENT \"the words as printed\".");
        if (settings.Documents is not { } folder)
            return Terminal.Fail("The texts of the documents are needed to cite from them.", "Give their folder with --documents DIR or $KNOWLEDGE_DOCUMENTS.");
        try
        {
            return Find(settings.Seeds, folder, id, words);
        }
        catch (DocumentTextsException e)
        {
            return Terminal.Fail(e.Message, "Give the folder of the texts with --documents DIR.");
        }
        catch (SeedFolderException e)
        {
            return Terminal.Fail(e.Message, "Give the folder of the seeds with --seeds DIR.");
        }
    }

    private static int Find(string seeds, string folder, string id, string words)
    {
        var texts = DocumentTexts.Open(folder);
        // Seeds in the making may have errors elsewhere: only the documents are needed.
        var documents = SeedReader.ReadDocuments(seeds);
        var found = documents.FirstOrDefault(d => d.Slug == id) is { } exact ? [exact] : documents.Where(d => d.Slug.StartsWith(id, StringComparison.Ordinal)).ToList();
        if (found is not [var document])
        {
            var known = string.Join(", ", (found.Count == 0 ? documents : found).Select(d => d.Slug));
            if (known.Length == 0)
                return Terminal.Fail($"There is no document in {seeds}.", "Write its entry under \"documents:\" first; \"check\" says what it needs.");
            return Terminal.Fail(found.Count == 0 ? $"No document is called {id}." : $"Several documents start with {id}.", $"Documents: {known}.");
        }

        if (texts.Find(document.Sha256) is not { } text)
            return Terminal.Fail($"The text of {document.Slug} is not in {folder}.", $"Put the file there whose SHA-256 is {document.Sha256}, under any name.");
        return Show(QuoteFinder.Find(text, words), document.Slug);
    }

    private static int Show(QuoteSearch search, string document)
    {
        var places = search.Exact.Count > 0 ? search.Exact : search.Normalized;
        if (places.Count == 0)
        {
            Terminal.Fail($"{document} does not have these words.", search.Near.Count > 0 ? "The nearest passages are below." : "Quote fewer words, exactly as they are printed.");
            foreach (var near in search.Near)
                Terminal.Say($"  paragraph {near.Paragraph}, {near.Likeness.ToString("P0", CultureInfo.InvariantCulture)} alike: [italic]{near.Text}[/]");
            return 1;
        }

        if (search.Exact.Count == 0)
            Terminal.Say($"[yellow]Found with other white space or quotation marks.[/]");
        if (places.Count > 1)
            Terminal.Say($"[yellow]The words occur {places.Count} times: choose one, or quote more of them.[/]");
        foreach (var place in places)
        {
            // Plain lines, whatever the width of the terminal: they are meant to be pasted.
            Console.Out.WriteLine($"- document: {document}");
            Console.Out.WriteLine($"  span: [{place.Start}, {place.End}]");
            Console.Out.WriteLine($"  paragraph: {place.Paragraph}");
            Console.Out.WriteLine($"  sha256: {place.Sha256}");
        }

        return 0;
    }
}
