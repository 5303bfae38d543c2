using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Evidence;

/// <summary>One document stating something, and in whose voice.</summary>
/// <param name="Document">The document.</param>
/// <param name="Attribution">Who speaks.</param>
/// <param name="By">The one who speaks; null if unnamed or the article itself.</param>
/// <param name="Stance">Whether it speaks for the claim.</param>
public readonly record struct CitedVoice(Document Document, Attribution Attribution, Entity? By, Stance Stance)
{
    /// <summary>What a citation states, and in whose voice.</summary>
    public static CitedVoice Of(Citation citation) => new(citation.Document, citation.Attribution, citation.By, citation.Stance);
}

/// <summary>
/// How many independent sources are behind something. A document that relays a named voice (a newspaper, a person, a company, a
/// registry) is that voice and none of its own, so two papers that quote one speaker are one source, and a paper is no second
/// source beside the one it quotes. A document that relays no one counts for its publisher if it names one, else for itself;
/// so do unnamed voices and readers. What contradicts or only limits a claim is no source of it.
/// </summary>
public static class Sources
{
    /// <summary>The number of independent sources; 0 if nothing supports it.</summary>
    public static int CountIndependent(IEnumerable<CitedVoice> voices)
    {
        var sources = new HashSet<object>();
        foreach (var document in voices.Where(voice => voice.Stance == Stance.Supports).GroupBy(voice => voice.Document))
        {
            var relayed = document.Select(Relayed).OfType<Entity>().ToList();
            if (relayed.Count > 0)
                sources.UnionWith(relayed);
            else
                sources.Add((object?)document.Key.Publisher ?? document.Key);
        }
        return sources.Count;
    }

    // Those who signed the document are the document.
    private static Entity? Relayed(CitedVoice voice) => voice.Attribution switch
    {
        Attribution.OtherPress or Attribution.NamedPerson or Attribution.Organisation or Attribution.OfficialFiling
            when voice.By is { } by && !voice.Document.Authors.Contains(by) => by,
        _ => null,
    };
}
