using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Time;

/// <summary>What happened when, and what was reported when.</summary>
[QueryType]
public static class TimelineQueries
{
    /// <summary>What claims state about time, in order: what happened, began, held or ended, and when it was reported. Each entity has a `timeline` of its own.</summary>
    public static IQueryable<TimelineEntry> GetTimeline(KnowledgeContext db) => db.Timeline;
}
