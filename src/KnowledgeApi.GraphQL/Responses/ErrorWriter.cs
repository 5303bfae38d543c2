using System.Text;

namespace KnowledgeApi.GraphQL.Responses;

/// <summary>Writes the errors of a response.</summary>
internal static class ErrorWriter
{
    /// <summary>Writes the whole response of a request that did not run.</summary>
    public static void WriteResponse(JsonBuffer json, IReadOnlyList<GraphQLError> errors)
    {
        json.WriteRaw("{\"errors\":"u8);
        Write(json, errors);
        json.WriteRaw('}');
    }

    public static void Write(JsonBuffer json, IReadOnlyList<GraphQLError> errors)
    {
        json.WriteRaw('[');
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0)
                json.WriteRaw(',');
            Write(json, errors[i]);
        }

        json.WriteRaw(']');
    }

    private static void Write(JsonBuffer json, GraphQLError error)
    {
        json.WriteRaw("{\"message\":"u8);
        json.WriteString(error.Message);
        if (error.Locations is { Count: > 0 } locations)
        {
            var separator = ",\"locations\":[{\"line\":";
            foreach (var location in locations)
            {
                json.WriteRaw(Encoding.UTF8.GetBytes(separator));
                json.WriteNumber(location.Line);
                json.WriteRaw(",\"column\":"u8);
                json.WriteNumber(location.Column);
                json.WriteRaw('}');
                separator = ",{\"line\":";
            }

            json.WriteRaw(']');
        }

        if (error.Path is { } path)
        {
            json.WriteRaw(",\"path\":["u8);
            for (var i = 0; i < path.Count; i++)
            {
                if (i > 0)
                    json.WriteRaw(',');
                if (path[i] is string name)
                    json.WriteString(name);
                else
                    json.WriteNumber((int)path[i]);
            }

            json.WriteRaw(']');
        }

        json.WriteRaw(",\"extensions\":{\"code\":"u8);
        json.WriteString(error.Code);
        foreach (var (name, value) in error.Extensions ?? ErrorExtensions.None)
        {
            json.WriteRaw(',');
            ErrorExtensions.WriteMember(json, name, value);
        }

        json.WriteRaw("}}"u8);
    }
}
