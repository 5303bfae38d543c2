using System.Collections;
using System.Text.Json;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Building;

/// <summary>C# default values as literals.</summary>
internal static class DefaultLiteral
{
    /// <summary>The literal of a C# value for a type; null if the type cannot hold it.</summary>
    public static ValueNode? From(object? value, GraphQLType type) => (value, type) switch
    {
        (_, NonNullType required) => value is null ? null : From(value, required.OfType),
        (null, _) => new NullValueNode(),
        (IEnumerable and not string, ListType list) => FromList((IEnumerable)value, list.OfType),
        (_, ListType list) => From(value, list.OfType),
        (_, EnumType named) => FromEnum(value, named),
        (_, ScalarType scalar) => FromScalar(value, scalar),
        _ => null,
    };

    private static ListValueNode? FromList(IEnumerable values, GraphQLType type)
    {
        var items = values.Cast<object?>().Select(item => From(item, type)).ToList();
        return items.Contains(null) ? null : new ListValueNode { Values = [.. items.OfType<ValueNode>()] };
    }

    private static EnumValueNode? FromEnum(object value, EnumType type)
    {
        // Default values in metadata are the numbers of the enum.
        if (type.ClrType is { IsEnum: true } clr && value.GetType() != clr)
            value = Enum.ToObject(clr, value);
        return type.TryGetName(value, out var name) ? new EnumValueNode { Value = name.Name } : null;
    }

    private static ValueNode? FromScalar(object value, ScalarType scalar)
    {
        if (value.GetType() != scalar.ClrType)
            return null;
        using var json = new JsonBuffer();
        scalar.WriteObject(json, value);
        using var document = JsonDocument.Parse(json.WrittenMemory);
        return FromJson(document.RootElement);
    }

    private static ValueNode? FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => new StringValueNode { Value = json.GetString()! },
        JsonValueKind.Number when json.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') >= 0 => new FloatValueNode { Value = json.GetRawText() },
        JsonValueKind.Number => new IntValueNode { Value = json.GetRawText() },
        JsonValueKind.True => new BooleanValueNode { Value = true },
        JsonValueKind.False => new BooleanValueNode { Value = false },
        _ => null,
    };
}
