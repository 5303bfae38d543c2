using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning;
using KnowledgeApi.Knowledge.Search;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>Writes a base into an empty database and counts what was written.</summary>
internal static class BaseWriter
{
    /// <exception cref="InvalidDataException">What was written does not hold together.</exception>
    public static void Write(SnapshotWriter writer, KnowledgeBase knowledge, Conclusions conclusions, BuildRecord record, Action<BuildProgress>? progress, CancellationToken cancellation)
    {
        writer.Track(CountRows(knowledge, conclusions), share => progress?.Invoke(new(BuildStage.Writing, share)), cancellation);
        WriteEntities(writer, knowledge);
        WriteClaims(writer, knowledge, conclusions);
        WriteConclusions(writer, conclusions);
        writer.Write([record]);
        writer.WriteIndex(SearchObject.Of(knowledge));
        progress?.Invoke(new(BuildStage.Verifying));
        Verify(writer.Context, knowledge, conclusions);
    }

    // The most of them; that each object is indexed counts as one more.
    private static long CountRows(KnowledgeBase knowledge, Conclusions conclusions) =>
        (2L * (knowledge.Entities.Count + knowledge.Documents.Count + knowledge.Claims.Count))
        + knowledge.Citations.Count + knowledge.Claims.Sum(claim => (long)claim.Participants.Count)
        + conclusions.Agreements.Count + conclusions.Timeline.Count + conclusions.Timeline.Sum(entry => (long)entry.Entities.Count);

    private static void WriteEntities(SnapshotWriter writer, KnowledgeBase knowledge)
    {
        writer.Write(knowledge.Entities);
        writer.Write(knowledge.Entities.SelectMany(entity => entity.Names));
        writer.Write(knowledge.Entities.SelectMany(entity => entity.Identifiers));
        writer.Write(knowledge.Documents);
        writer.Write(knowledge.Documents.Select(document => document.Text).OfType<DocumentText>());
        writer.Write(knowledge.Documents.SelectMany(document => document.Authorships));
    }

    private static void WriteClaims(SnapshotWriter writer, KnowledgeBase knowledge, Conclusions conclusions)
    {
        // Claims do not know what is concluded from them.
        var agreements = conclusions.Agreements.SelectMany(agreement => agreement.Members, (agreement, claim) => (claim.Key, Agreement: agreement)).ToDictionary(pair => pair.Key, pair => pair.Agreement);
        writer.Write(knowledge.Claims, claim =>
        [
            (nameof(Claim.AgreementKey), agreements[claim.Key].Key),
            (nameof(Claim.QuotedFirstInKey), agreements[claim.Key].QuoteFirst == claim ? agreements[claim.Key].Key : null),
        ]);
        writer.Write(knowledge.Claims.SelectMany(claim => claim.Participants));
        writer.Write(knowledge.Citations);
    }

    private static void WriteConclusions(SnapshotWriter writer, Conclusions conclusions)
    {
        writer.Write(conclusions.Agreements);
        writer.Write(conclusions.Rivalries);
        writer.Write(conclusions.Rules);
        foreach (var rule in conclusions.Rules)
            writer.Write(rule.Findings, _ => [(nameof(Finding.RuleKey), rule.Key)]);
        writer.Write(conclusions.Findings.SelectMany(finding => finding.Claims, (finding, claim) => new FindingClaim { FindingKey = finding.Key, ClaimKey = claim.Key }));
        writer.Write(conclusions.Findings.SelectMany(finding => finding.Citations, (finding, citation) => new FindingCitation { FindingKey = finding.Key, CitationKey = citation.Key }));
        writer.Write(conclusions.Coverages);
        writer.Write(conclusions.Timeline);
        writer.Write(conclusions.Timeline.SelectMany(entry => entry.Entities, (entry, entity) => new TimelineEntryEntity { EntryKey = entry.Key, EntityKey = entity.Key }));
    }

    private static void Verify(KnowledgeContext context, KnowledgeBase knowledge, Conclusions conclusions)
    {
        Expect("documents", knowledge.Documents.Count, context.Documents.Count());
        Expect("entities", knowledge.Entities.Count, context.Entities.Count());
        Expect("claims", knowledge.Claims.Count, context.Claims.Count());
        Expect("participations", knowledge.Claims.Sum(claim => claim.Participants.Count), context.Participations.Count());
        Expect("citations", knowledge.Citations.Count, context.Citations.Count());
        Expect("findings", conclusions.Findings.Count(), context.Findings.Count());
        Expect("agreements", conclusions.Agreements.Count, context.Agreements.Count());
        Expect("members of agreements", conclusions.Agreements.Sum(agreement => agreement.Size), context.Claims.Count(claim => claim.Agreement.Key > 0));
        Expect("rivalries", conclusions.Rivalries.Count, context.Set<Rivalry>().Count());
        Expect("coverages", conclusions.Coverages.Count, context.Coverages.Count());
        Expect("timeline entries", conclusions.Timeline.Count, context.Timeline.Count());
    }

    private static void Expect(string what, int expected, int actual) => Soundness.Expect($"the number of {what}", expected, actual);
}
