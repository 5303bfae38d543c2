using KnowledgeApi.GraphQL.Responses;
using Microsoft.AspNetCore.Http;

namespace KnowledgeApi.GraphQL.Http;

/// <summary>The HTTP layer answers a request by itself, with an error.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="message">What is wrong, for people.</param>
internal sealed class RequestRefusedException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>True if the request is well-formed GraphQL over HTTP, so that <c>application/json</c> clients are owed status 200.</summary>
    public bool IsWellFormed { get; private init; }

    public static RequestRefusedException Malformed(string message) => new(StatusCodes.Status400BadRequest, ErrorCodes.BadRequest, message);

    public static RequestRefusedException TooLarge(string message, int status = StatusCodes.Status413PayloadTooLarge) =>
        new(status, ErrorCodes.RequestTooLarge, message);

    public static RequestRefusedException UnsupportedMediaType(string message) =>
        new(StatusCodes.Status415UnsupportedMediaType, ErrorCodes.UnsupportedMediaType, message);

    public static RequestRefusedException RequestError(string code, string message) =>
        new(StatusCodes.Status400BadRequest, code, message) { IsWellFormed = true };
}
