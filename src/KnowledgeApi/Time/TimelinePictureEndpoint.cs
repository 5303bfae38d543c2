using KnowledgeApi.Pictures;

namespace KnowledgeApi.Time;

/// <summary>Pictures of timelines at plain addresses.</summary>
public static class TimelinePictureEndpoint
{
    /// <summary>
    /// Maps <c>GET /timeline/{slug}.svg</c>: when what is stated of an entity held, and when it was reported. Of the query string, <c>knownOn</c> is a day such as
    /// 2015-01-13.
    /// </summary>
    public static IEndpointConventionBuilder MapTimelinePictures(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPicture("timeline", ["knownOn"], Read);

    private static DrawPicture Read(PictureQuery query, IServiceProvider services)
    {
        var timeline = services.GetRequiredService<TimelineReader>();
        var knownOn = query.Day("knownOn");
        return async (entity, cancellation) =>
        {
            var rows = await timeline.ReadAsync(entity.Key, knownOn, cancellation);
            return new(TimelinePicture.Draw(entity.Name, rows, knownOn), TimelinePicture.ContentSecurityPolicy);
        };
    }
}
