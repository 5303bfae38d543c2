using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Types;

/// <summary>A scalar that is known by name only. It takes any value, and its C# value is JSON.</summary>
internal sealed class CustomScalarType : ScalarType<JsonElement>
{
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 1000 };

    [SetsRequiredMembers]
    public CustomScalarType(string name) => Name = name;

    public override object ParseLiteral(ValueNode literal)
    {
        try
        {
            return JsonSerializer.SerializeToElement(ToJson(literal), Deep);
        }
        catch (JsonException)
        {
            throw new CoercionException($"{Name} takes no value that is nested more than {Deep.MaxDepth} levels deep.");
        }
    }

    public override object ParseValue(JsonElement json) => json.Clone();

    public override void Write(JsonBuffer json, JsonElement value) => json.WriteRaw(JsonSerializer.SerializeToUtf8Bytes(value));

    private static JsonNode? ToJson(ValueNode literal) => literal switch
    {
        IntValueNode number => JsonNode.Parse(number.Value),
        FloatValueNode number => JsonNode.Parse(number.Value),
        StringValueNode text => JsonValue.Create(text.Value),
        EnumValueNode name => JsonValue.Create(name.Value),
        BooleanValueNode boolean => JsonValue.Create(boolean.Value),
        ListValueNode list => new JsonArray([.. list.Values.Select(ToJson)]),
        ObjectValueNode @object => ToJson(@object),
        _ => null,
    };

    private static JsonObject ToJson(ObjectValueNode literal)
    {
        var json = new JsonObject();
        foreach (var field in literal.Fields)
            json[field.Name.Value] = ToJson(field.Value);
        return json;
    }
}
