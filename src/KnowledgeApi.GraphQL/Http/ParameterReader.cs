using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using KnowledgeApi.GraphQL.Responses;
using Microsoft.AspNetCore.Http;

namespace KnowledgeApi.GraphQL.Http;

/// <summary>Reads the parameters of a GraphQL request out of a JSON body or the query of a URL. Members it does not know are passed over.</summary>
internal sealed class ParameterReader(GraphQLHttpOptions options)
{
    private const int HashLength = 64;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly JsonReaderOptions _readerOptions = new() { MaxDepth = options.MaxJsonDepth };
    private readonly JsonDocumentOptions _documentOptions = new() { MaxDepth = options.MaxJsonDepth, AllowDuplicateProperties = false };

    [Flags]
    private enum Members
    {
        None = 0,
        Query = 1,
        OperationName = 2,
        Variables = 4,
        Extensions = 8,
        DocumentId = 16,
    }

    /// <summary>Reads a body. The bytes have to stay as they are while the parameters are in use.</summary>
    /// <exception cref="RequestRefusedException">It is no GraphQL request.</exception>
    public RequestParameters ReadBody(ReadOnlyMemory<byte> body)
    {
        if (body.Span.StartsWith(Encoding.UTF8.Preamble))
            body = body[Encoding.UTF8.Preamble.Length..];
        RefuseInvalidText(body.Span, "body");
        var parameters = new RequestParameters();
        try
        {
            ReadObject(body, parameters);
            return parameters;
        }
        catch (JsonException error)
        {
            parameters.Dispose();
            throw NotJson("body", error);
        }
        catch (RequestRefusedException)
        {
            parameters.Dispose();
            throw;
        }
    }

    /// <summary>Reads the query of a URL, in which <c>variables</c> and <c>extensions</c> are JSON and an empty value means none.</summary>
    /// <exception cref="RequestRefusedException">It is no GraphQL request.</exception>
    public RequestParameters ReadUrl(IQueryCollection url)
    {
        var parameters = new RequestParameters
        {
            Query = Single(url, "query"),
            OperationName = Single(url, "operationName"),
            DocumentId = Single(url, "documentId"),
        };
        if (parameters.Query?.Length > options.MaxQueryLength)
            throw QueryTooLong(StatusCodes.Status414UriTooLong);
        using var extensions = ReadUrlObject(url, "extensions");
        if (extensions is not null)
            ReadExtensions(extensions.RootElement, parameters);
        if (ReadUrlObject(url, "variables") is { } variables)
            parameters.Own(variables);
        return parameters;
    }

    private static string? Single(IQueryCollection url, string name)
    {
        var values = url[name];
        if (values.Count > 1)
            throw RequestRefusedException.Malformed($"The parameter \"{name}\" is given more than once.");
        return string.IsNullOrEmpty(values) ? null : values[0];
    }

    private JsonDocument? ReadUrlObject(IQueryCollection url, string name)
    {
        if (Single(url, name) is not { } text)
            return null;
        var bytes = Encoding.UTF8.GetBytes(text);
        RefuseInvalidText(bytes, $"parameter \"{name}\"");
        try
        {
            var document = JsonDocument.Parse(bytes, _documentOptions);
            switch (document.RootElement.ValueKind)
            {
                case JsonValueKind.Object:
                    return document;
                case JsonValueKind.Null:
                    document.Dispose();
                    return null;
                default:
                    document.Dispose();
                    throw WrongType(name, "a JSON object");
            }
        }
        catch (JsonException error)
        {
            throw NotJson($"parameter \"{name}\"", error);
        }
    }

    private void ReadObject(ReadOnlyMemory<byte> body, RequestParameters parameters)
    {
        var reader = new Utf8JsonReader(body.Span, _readerOptions);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
            throw new RequestRefusedException(
                StatusCodes.Status400BadRequest, ErrorCodes.BatchingNotSupported, "Expected one request, found a list; this server takes no batches.");
        if (reader.TokenType != JsonTokenType.StartObject)
            throw RequestRefusedException.Malformed("The body is not a JSON object.");
        var seen = Members.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = MemberAt(ref reader);
            if (member != Members.None && (seen & member) != 0)
                throw RequestRefusedException.Malformed($"The member \"{reader.GetString()}\" is given more than once.");
            seen |= member;
            reader.Read();
            if (member == Members.None)
                reader.Skip();
            else if (reader.TokenType != JsonTokenType.Null)
                ReadMember(member, ref reader, body, parameters);
        }

        // Anything after the object makes the reader throw.
        reader.Read();
    }

    private static Members MemberAt(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("query"u8))
            return Members.Query;
        if (reader.ValueTextEquals("variables"u8))
            return Members.Variables;
        if (reader.ValueTextEquals("operationName"u8))
            return Members.OperationName;
        if (reader.ValueTextEquals("extensions"u8))
            return Members.Extensions;
        return reader.ValueTextEquals("documentId"u8) ? Members.DocumentId : Members.None;
    }

    private void ReadMember(Members member, ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, RequestParameters parameters)
    {
        switch (member)
        {
            case Members.Query:
                parameters.Query = ReadString(ref reader, "query");
                if (parameters.Query.Length > options.MaxQueryLength)
                    throw QueryTooLong(StatusCodes.Status413PayloadTooLarge);
                break;
            case Members.OperationName:
                parameters.OperationName = ReadString(ref reader, "operationName");
                break;
            case Members.DocumentId:
                parameters.DocumentId = ReadString(ref reader, "documentId");
                break;
            case Members.Variables:
                parameters.Own(ReadDocument(ref reader, body, "variables"));
                break;
            default:
                using (var extensions = ReadDocument(ref reader, body, "extensions"))
                    ReadExtensions(extensions.RootElement, parameters);
                break;
        }
    }

    private static string ReadString(ref Utf8JsonReader reader, string name) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw WrongType(name, "a string");

    /// <summary>Reads an object in place: the document is a view of the body, not a copy.</summary>
    private JsonDocument ReadDocument(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw WrongType(name, "an object");
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return JsonDocument.Parse(body[start..(int)reader.BytesConsumed], _documentOptions);
    }

    private static void ReadExtensions(JsonElement extensions, RequestParameters parameters)
    {
        if (!extensions.TryGetProperty("persistedQuery"u8, out var persisted) || persisted.ValueKind == JsonValueKind.Null)
            return;
        var isFirstVersion = persisted.ValueKind == JsonValueKind.Object
            && persisted.TryGetProperty("version"u8, out var version)
            && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == 1;
        if (!isFirstVersion)
            throw WrongType("extensions.persistedQuery", "an object of version 1");
        var hash = persisted.TryGetProperty("sha256Hash"u8, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()!.ToLowerInvariant() : "";
        if (hash.Length != HashLength || hash.AsSpan().ContainsAnyExcept(HexDigits))
            throw WrongType("extensions.persistedQuery.sha256Hash", $"a string of {HashLength} hexadecimal digits");
        parameters.PersistedHash = hash;
    }

    /// <summary>Refuses text that could not be decoded later on: invalid UTF-8, and escapes of half a surrogate pair.</summary>
    private void RefuseInvalidText(ReadOnlySpan<byte> json, string place)
    {
        if (!Utf8.IsValid(json))
            throw RequestRefusedException.Malformed($"The {place} is not valid UTF-8.");
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0)
            return;
        try
        {
            var reader = new Utf8JsonReader(json, _readerOptions);
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    reader.GetString();
            }
        }
        catch (InvalidOperationException)
        {
            throw RequestRefusedException.Malformed($"The {place} has half a surrogate pair in a string.");
        }
        catch (JsonException error)
        {
            throw NotJson(place, error);
        }
    }

    private RequestRefusedException QueryTooLong(int status) =>
        RequestRefusedException.TooLarge($"The query is longer than {options.MaxQueryLength} characters.", status);

    private static RequestRefusedException WrongType(string name, string expected) => RequestRefusedException.Malformed($"Expected \"{name}\" to be {expected}.");

    private static RequestRefusedException NotJson(string place, JsonException error)
    {
        var where = error is { LineNumber: { } line, BytePositionInLine: { } column } ? $", line {line + 1}, byte {column + 1}" : "";
        return RequestRefusedException.Malformed($"The {place} is not well-formed JSON{where}.");
    }
}
