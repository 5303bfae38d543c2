using System.Globalization;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning;
using KnowledgeApi.Knowledge.Search;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>Writes a base into an empty database and counts what was written.</summary>
internal static class BaseWriter
{
    /// <exception cref="InvalidDataException">What was written does not hold together.</exception>
    public static void Write(KnowledgeContext context, KnowledgeBase knowledge, Conclusions conclusions, BuildRecord record, ISearchIndex search)
    {
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        context.AddRange(knowledge.Documents);
        context.AddRange(knowledge.Entities);
        context.AddRange(knowledge.Claims);
        context.AddRange(conclusions.Agreements);
        context.AddRange(conclusions.Rivalries);
        context.AddRange(conclusions.Rules);
        context.AddRange(conclusions.Coverages);
        context.AddRange(conclusions.Timeline);
        context.Add(record);
        context.SaveChanges();
        search.Build(context.Database.GetDbConnection(), SearchObject.Of(knowledge));
        Verify(context, knowledge, conclusions);
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

    private static void Expect(string what, int expected, int actual)
    {
        if (expected != actual)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The new base does not hold together: the number of {what} is {actual}, expected {expected}."));
    }
}
