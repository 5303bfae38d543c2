using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Pictures;

namespace KnowledgeApi.Time;

/// <summary>Pictures of timelines at plain addresses.</summary>
public static class TimelinePictureEndpoint
{
    /// <summary>
    /// Maps <c>GET /timeline/{slug}.svg</c>: when what is told of an entity held, and when it was told. Of the query string, <c>knownOn</c> is a day such as
    /// 2015-01-13. What cannot be read is answered with 400 in plain text, an entity that does not exist with 404.
    /// </summary>
    public static IEndpointConventionBuilder MapTimelinePictures(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/timeline/{slug}.svg", [HttpMethods.Get, HttpMethods.Head], AnswerAsync);

    private static async Task AnswerAsync(HttpContext http)
    {
        var query = http.Request.Query;
        if (query.Keys.Any(key => key is not "knownOn"))
        {
            await PictureResponse.WriteProblemAsync(http, StatusCodes.Status400BadRequest, "The query string may have knownOn.\n");
            return;
        }

        if (!PictureResponse.TryDay(query, "knownOn", out var knownOn))
        {
            await PictureResponse.WriteProblemAsync(http, StatusCodes.Status400BadRequest, PictureResponse.BadDay);
            return;
        }

        await using var db = (KnowledgeContext)http.RequestServices.GetRequiredService<DataOptions>().CreateContext();
        if (await TimelineRow.ReadAsync(db, (string)http.GetRouteValue("slug")!, knownOn, http.RequestAborted) is not var (name, rows))
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        else
            await PictureResponse.WritePictureAsync(http, TimelinePicture.Draw(name, rows, knownOn), TimelinePicture.ContentSecurityPolicy);
    }
}
