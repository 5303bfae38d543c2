using System.Text.Json;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Coercion;

/// <summary>JSON that a client gave for a variable as the literal it could have written instead.</summary>
internal static class JsonLiteral
{
    /// <summary>The literal of a value that fits its type. Without a type, or inside a scalar, strings stay strings.</summary>
    public static ValueNode From(JsonElement json, GraphQLType? type) => (json.ValueKind, type?.Nullable) switch
    {
        (JsonValueKind.Null or JsonValueKind.Undefined, _) => new NullValueNode(),
        (JsonValueKind.Array, var list) => new ListValueNode { Values = [.. json.EnumerateArray().Select(item => From(item, (list as ListType)?.OfType))] },
        (_, ListType list) => From(json, list.OfType),
        (JsonValueKind.Object, var input) => FromObject(json, input as InputObjectType),
        (JsonValueKind.String, EnumType) => new EnumValueNode { Value = json.GetString()! },
        (JsonValueKind.String, _) => new StringValueNode { Value = json.GetString()! },
        (JsonValueKind.Number, _) => FromNumber(json.GetRawText()),
        (var kind, _) => new BooleanValueNode { Value = kind == JsonValueKind.True },
    };

    private static ObjectValueNode FromObject(JsonElement json, InputObjectType? type)
    {
        // An input object is seen in the order of its type, whatever order it was given in.
        var properties = json.EnumerateObject().Select(p => (Name: InputText.Name(p), p.Value));
        if (type is not null)
            properties = type.Fields.Join(properties, f => f.Name, p => p.Name, (_, property) => property);
        return new ObjectValueNode
        {
            Fields =
            [
                .. properties.Select(p => new ObjectFieldNode
                {
                    Name = new NameNode { Value = p.Name },
                    Value = From(p.Value, type is not null && type.TryGetField(p.Name, out var field) ? field.Type : null),
                }),
            ],
        };
    }

    private static ValueNode FromNumber(string text) =>
        text.AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? new IntValueNode { Value = text } : new FloatValueNode { Value = text };
}
