using System.Reflection;
using System.Text.Json;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Types;

/// <summary>A leaf value that is not an enum. Coercion fails by throwing <see cref="CoercionException"/> with a message for the client.</summary>
internal abstract class ScalarType : NamedType
{
    protected ScalarType() => SpecifiedBy = GetType().GetCustomAttribute<SpecifiedByAttribute>()?.Url;

    /// <summary>The address of the document that specifies the format of a custom scalar; <see cref="SpecifiedByAttribute"/> on its class gives it too.</summary>
    public string? SpecifiedBy { get; init; }

    /// <summary>The C# type of the values.</summary>
    public abstract Type ClrType { get; }

    /// <summary>The value of a literal; never called with a null or a variable.</summary>
    public abstract object ParseLiteral(ValueNode literal);

    /// <summary>The value of a JSON value given for a variable; never called with a null.</summary>
    public abstract object ParseValue(JsonElement json);

    /// <summary>Writes a boxed value; the typed writer of <see cref="ScalarType{T}"/> is the fast way.</summary>
    public abstract void WriteObject(JsonBuffer json, object value);
}

/// <summary>A scalar whose values are of one C# type.</summary>
internal abstract class ScalarType<T> : ScalarType
    where T : notnull
{
    public sealed override Type ClrType => typeof(T);

    /// <summary>Writes a value into the response. Throws <see cref="CoercionException"/> for one that the scalar cannot represent.</summary>
    public abstract void Write(JsonBuffer json, T value);

    public sealed override void WriteObject(JsonBuffer json, object value) => Write(json, (T)value);
}

/// <summary>A value does not fit its type; the message is meant for the client.</summary>
internal sealed class CoercionException(string message) : Exception(message);
