using System.Globalization;
using System.Text;
using KnowledgeApi.Data;
using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Pictures;

/// <summary>Draws the picture of an entity, of which key, slug and name are known.</summary>
internal delegate Task<Picture> DrawPicture(Entity entity, CancellationToken cancellation);

/// <summary>A picture and what it may do.</summary>
/// <param name="Svg">The picture.</param>
/// <param name="Policy">The Content-Security-Policy that lets it use its own style and nothing else.</param>
internal sealed record Picture(string Svg, string Policy);

/// <summary>The one way in which pictures are asked for and answered.</summary>
internal static class PictureEndpoint
{
    /// <summary>
    /// Maps <c>GET /NAME/SLUG.svg</c>. What cannot be read is answered with 400 and a picture that takes longer than an operation may with 503, both in plain text, an entity that does not exist
    /// with 404. Statements run by the pool, as those of operations do.
    /// </summary>
    /// <param name="endpoints">Where to map it.</param>
    /// <param name="name">What the address begins with.</param>
    /// <param name="parameters">What the query string may have.</param>
    /// <param name="read">Reads the query string, before anything is looked up.</param>
    public static IEndpointConventionBuilder MapPicture(
        this IEndpointRouteBuilder endpoints, string name, IReadOnlyList<string> parameters, Func<PictureQuery, IServiceProvider, DrawPicture> read) =>
        endpoints.MapMethods($"/{name}/{{slug}}.svg", [HttpMethods.Get, HttpMethods.Head], http => AnswerAsync(http, parameters, read));

    private static async Task AnswerAsync(HttpContext http, IReadOnlyList<string> parameters, Func<PictureQuery, IServiceProvider, DrawPicture> read)
    {
        var services = http.RequestServices;
        var time = services.GetRequiredService<ExecutionOptions>().Deadline;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        // Timers count whole milliseconds: less is over at once.
        if (time.TotalMilliseconds < 1)
            deadline.Cancel();
        else
            deadline.CancelAfter(time);
        try
        {
            var draw = read(new PictureQuery(http.Request.Query, parameters), services);
            if (await services.GetRequiredService<EntityConvention>().FindEntityAsync((string)http.GetRouteValue("slug")!, deadline.Token) is not { } entity)
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            var picture = await draw(entity, deadline.Token);
            http.Response.Headers.CacheControl = "no-cache";
            await WriteAsync(http, StatusCodes.Status200OK, "image/svg+xml", picture.Svg, picture.Policy);
        }
        catch (PictureQueryException unreadable)
        {
            await WriteProblemAsync(http, StatusCodes.Status400BadRequest, unreadable.Message);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            var problem = string.Create(CultureInfo.InvariantCulture, $"The picture took longer than {time.TotalSeconds:0.###} seconds and was stopped.");
            await WriteProblemAsync(http, StatusCodes.Status503ServiceUnavailable, problem);
        }
    }

    private static Task WriteProblemAsync(HttpContext http, int status, string problem) =>
        WriteAsync(http, status, "text/plain", $"{problem}\n", "default-src 'none'; frame-ancestors 'none'");

    private static Task WriteAsync(HttpContext http, int status, string type, string text, string policy)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        http.Response.StatusCode = status;
        http.Response.ContentType = $"{type}; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = policy;
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }
}
