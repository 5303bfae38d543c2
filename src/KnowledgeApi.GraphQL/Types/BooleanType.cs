using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Types;

/// <summary><c>Boolean</c>: true or false.</summary>
internal sealed class BooleanType : ScalarType<bool>
{
    [SetsRequiredMembers]
    public BooleanType()
    {
        Name = "Boolean";
        Description = "`true` or `false`.";
    }

    public override object ParseLiteral(ValueNode literal) => literal is BooleanValueNode boolean
        ? boolean.Value
        : throw ScalarInput.Unexpected(this, "true or false", literal);

    public override object ParseValue(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw ScalarInput.Unexpected(this, "true or false", json),
    };

    public override void Write(JsonBuffer json, bool value) => json.WriteBoolean(value);
}
