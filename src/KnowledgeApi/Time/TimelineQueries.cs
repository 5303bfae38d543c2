using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Time;

/// <summary>What happened when, and what was told when.</summary>
[QueryType]
public static class TimelineQueries
{
    /// <summary>All that claims tell of time, in order. The field `timeline` of an entity has the entries of its claims alone.</summary>
    public static IQueryable<TimelineEntry> GetTimeline(KnowledgeContext db) => db.Timeline;
}
