using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Types;

/// <summary><c>String</c>: Unicode text.</summary>
internal sealed class StringType : ScalarType<string>
{
    [SetsRequiredMembers]
    public StringType()
    {
        Name = "String";
        Description = "Unicode text.";
    }

    public override object ParseLiteral(ValueNode literal) => literal is StringValueNode text
        ? text.Value
        : throw ScalarInput.Unexpected(this, "a string", literal);

    public override object ParseValue(JsonElement json) => ScalarInput.Text(this, "a string", json);

    public override void Write(JsonBuffer json, string value) => json.WriteString(value);
}
