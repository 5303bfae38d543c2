using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;

namespace KnowledgeApi.Ide;

/// <summary>
/// Answers what a browser asks at and below the GraphQL address and leaves every GraphQL request to what comes after.
/// </summary>
internal sealed class IdeMiddleware
{
    // The editor makes its styles and checks of variables at run time. With no other host named, neither the
    // page nor a worker can send anything elsewhere, whatever its code tries.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly RequestDelegate next;
    private readonly PathString path;
    private readonly IdeFiles? files;
    private readonly byte[] configuration;

    public IdeMiddleware(RequestDelegate next, PathString path, IdeOptions options)
    {
        this.next = next;
        this.path = path;
        files = IdeFiles.In(options);
        configuration = Configuration(options);
    }

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // Routing takes `/graphql` and `/graphql/` for one; to a browser they are a file and a folder.
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            || !request.Path.StartsWithSegments(path, StringComparison.Ordinal, out var rest))
            return next(context);

        return rest.Value switch
        {
            null or "" => IsVisit(request) ? Redirect(context) : next(context),
            "/" => IsVisit(request) ? Page(context) : next(context),
            "/bcp-config.json" when files is not null => Configure(context),
            "/connect/authorize" when files is not null => IdePages.WriteNoSignInAsync(context, Address(request)),
            var name => files?.Find(name[1..]) is { } file ? Send(context, file) : next(context),
        };
    }

    /// <summary>A browser that navigates carries no operation.</summary>
    private static bool IsVisit(HttpRequest request) => !request.Query.ContainsKey("query") && request.PrefersHtml();

    /// <summary>From the file to the folder. Relative, so that it holds behind a proxy that hides a prefix.</summary>
    private Task Redirect(HttpContext context)
    {
        var own = path.Value!;
        context.Response.Headers.Vary = HeaderNames.Accept;
        context.Response.Redirect(own[(own.LastIndexOf('/') + 1)..] + "/");
        return Task.CompletedTask;
    }

    private Task Page(HttpContext context)
    {
        context.Response.Headers.Vary = HeaderNames.Accept;
        if (files is null)
            return IdePages.WriteNotInstalledAsync(context, Address(context.Request));
        context.Response.Headers.Link = "<LICENSE>; rel=\"license\"";
        return Send(context, files.Index);
    }

    private static Task Send(HttpContext context, IdeFile file)
    {
        Secure(context.Response, ContentSecurityPolicy);
        context.Response.Headers.CacheControl = file.CacheControl;
        return TypedResults.PhysicalFile(
            file.Path, file.ContentType, lastModified: file.LastModified, entityTag: file.Tag, enableRangeProcessing: true)
            .ExecuteAsync(context);
    }

    private async Task Configure(HttpContext context)
    {
        Secure(context.Response, ContentSecurityPolicy);
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = configuration.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(configuration, context.RequestAborted);
    }

    private static void Secure(HttpResponse response, string policy)
    {
        response.Headers.ContentSecurityPolicy = policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }

    /// <summary>The endpoint as the reader can call it.</summary>
    private string Address(HttpRequest request) => UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, path);

    /// <summary>
    /// What the IDE asks for when it starts. The endpoint is the page's own address; unless told otherwise it would report
    /// each use to its maker, and send who signs in to the maker's site: here, to a page that says why not.
    /// </summary>
    private static byte[] Configuration(IdeOptions options)
    {
        var settings = new JsonObject
        {
            ["title"] = options.Title,
            ["useBrowserUrlAsEndpoint"] = true,
            ["useGet"] = false,
            ["includeCookies"] = false,
            ["disableTelemetry"] = true,
            ["instanceUrl"] = ".",
        };
        if (options.ExampleDocument is { } document)
            settings["graphQLDocument"] = document;
        return JsonSerializer.SerializeToUtf8Bytes(settings);
    }
}
