using System.Net.Mime;
using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace KnowledgeApi.GraphQL.Http;

/// <summary>GraphQL over HTTP: from a request to its response. Nothing is thrown to the server below.</summary>
internal sealed class GraphQLHttpHandler(IRequestExecutor? common, ITrustedDocuments? trusted, GraphQLHttpOptions options, ILogger logger)
{
    private readonly ParameterReader _parameters = new(options);
    private readonly DocumentResolver _documents = new(options);
    private readonly HttpResponseWriter _responses = new(options);

    public async Task HandleAsync(HttpContext context)
    {
        var negotiated = Negotiated.From(context.Request.Headers.Accept);
        try
        {
            await RespondAsync(context, negotiated);
        }
        catch (Exception error)
        {
            await AnswerAsync(context, negotiated.Format == ResponseFormat.None ? ResponseFormat.Json : negotiated.Format, error);
        }
    }

    /// <summary>Turns an exception into a response, as far as there still can be one.</summary>
    private async Task AnswerAsync(HttpContext context, ResponseFormat format, Exception error)
    {
        var isGone = context.RequestAborted.IsCancellationRequested && error is OperationCanceledException or IOException;
        var (status, code, message) = Describe(error, format);
        if (status >= StatusCodes.Status500InternalServerError && !isGone)
            logger.LogError(error, "A GraphQL request failed unexpectedly");
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        if (isGone)
        {
            // The client is gone; the status is for the server's own log.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }

        if (status == StatusCodes.Status415UnsupportedMediaType)
        {
            context.Response.Headers["Accept-Post"] = MediaTypeNames.Application.Json;
            context.Response.Headers.AcceptEncoding = "br, gzip, deflate";
        }

        try
        {
            await _responses.WriteErrorAsync(context, status, format, code, message);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private static (int Status, string Code, string Message) Describe(Exception error, ResponseFormat format) => error switch
    {
        RequestRefusedException { IsWellFormed: true } refusal when format == ResponseFormat.Json => (StatusCodes.Status200OK, refusal.Code, refusal.Message),
        RequestRefusedException refusal => (refusal.Status, refusal.Code, refusal.Message),

        // The server below found the request wrong while its body was being read.
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            (StatusCodes.Status413PayloadTooLarge, ErrorCodes.RequestTooLarge, "The body is longer than this server reads."),
        BadHttpRequestException bad => (bad.StatusCode, ErrorCodes.BadRequest, "The request could not be read."),
        _ => (StatusCodes.Status500InternalServerError, ErrorCodes.InternalServerError, "Something went wrong on the server."),
    };

    private Task RespondAsync(HttpContext context, Negotiated negotiated)
    {
        var request = context.Request;
        var isGet = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (!isGet && !HttpMethods.IsPost(request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD, POST";
            throw new RequestRefusedException(StatusCodes.Status405MethodNotAllowed, ErrorCodes.MethodNotAllowed, "Expected GET, HEAD or POST.");
        }

        if (negotiated.Format == ResponseFormat.None)
            throw new RequestRefusedException(
                StatusCodes.Status406NotAcceptable, ErrorCodes.NotAcceptable, "Responses are application/graphql-response+json or application/json.");
        return isGet ? GetAsync(context, negotiated.Format) : PostAsync(context, negotiated.Format);
    }

    private async Task GetAsync(HttpContext context, ResponseFormat format)
    {
        using var parameters = _parameters.ReadUrl(context.Request.Query);
        await ExecuteAsync(context, format, parameters, isGet: true);
    }

    private async Task PostAsync(HttpContext context, ResponseFormat format)
    {
        RefuseOtherMediaTypes(context.Request.ContentType);
        using var body = await RequestBody.ReadAsync(context.Request, options.MaxRequestBytes, context.RequestAborted);
        using var parameters = _parameters.ReadBody(body.Memory);
        await ExecuteAsync(context, format, parameters, isGet: false);
    }

    /// <summary>Only JSON is read. A form or plain text could be posted from any web page without the browser asking first.</summary>
    private static void RefuseOtherMediaTypes(string? contentType)
    {
        if (contentType is "application/json" or "application/json; charset=utf-8")
            return;
        var isJson = MediaTypeHeaderValue.TryParse(contentType, out var parsed)
            && parsed.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase);
        if (!isJson)
            throw RequestRefusedException.UnsupportedMediaType("Expected a Content-Type of application/json.");
        var charset = HeaderUtilities.RemoveQuotes(parsed!.Charset);
        if (charset.HasValue && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw RequestRefusedException.UnsupportedMediaType("Expected a charset of utf-8.");
    }

    private async Task ExecuteAsync(HttpContext context, ResponseFormat format, RequestParameters parameters, bool isGet)
    {
        var request = new GraphQLRequest
        {
            Query = _documents.Resolve(parameters, trusted),
            OperationName = parameters.OperationName,
            Variables = parameters.Variables,
            AllowMutations = !isGet,
        };

        var executor = common ?? context.RequestServices.GetRequiredService<IRequestExecutor>();
        var etag = isGet ? EntityTags.Of(executor.Version, format, request) : null;
        if (etag is not null && EntityTags.Matches(context.Request.Headers.IfNoneMatch, etag))
        {
            HttpResponseWriter.WriteNotModified(context.Response, etag);
            return;
        }

        using var result = await executor.ExecuteAsync(request, new RequestServices(context), context.RequestAborted);
        if (result.Outcome == ExecutionOutcome.Executed)
            _documents.Learn(parameters);
        if (result.Outcome == ExecutionOutcome.OperationNotAllowed)
            context.Response.Headers.Allow = "POST";
        var isCacheable = result is { Outcome: ExecutionOutcome.Executed, HasErrors: false };
        await _responses.WriteAsync(context, Status(result.Outcome, format), format, result.Body, isCacheable ? etag : null);
    }

    private static int Status(ExecutionOutcome outcome, ResponseFormat format) => outcome switch
    {
        ExecutionOutcome.Executed => StatusCodes.Status200OK,
        ExecutionOutcome.OperationNotAllowed => StatusCodes.Status405MethodNotAllowed,
        _ => format == ResponseFormat.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
    };

    /// <summary>The services of a request. They have a scope of their own, which is made when the first resolver asks and not before.</summary>
    private sealed class RequestServices(HttpContext context) : IServiceProvider
    {
        public object? GetService(Type serviceType) => context.RequestServices.GetService(serviceType);
    }
}
