using System.Linq.Expressions;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Building;

/// <summary>Compiles the writing of a leaf from its parent into the response, so that no value is boxed.</summary>
internal static class LeafWriters
{
    private static readonly ParameterExpression Json = Expression.Parameter(typeof(JsonBuffer), "json");

    /// <summary>
    /// Null if the type is no leaf, or is not the one of the expression's C# type. <paramref name="parent"/> is the
    /// parameter of type object that <paramref name="value"/> reads from.
    /// </summary>
    public static LeafWriter? Compile(ParameterExpression parent, Expression value, GraphQLType type)
    {
        if (type.Nullable is not (ScalarType or EnumType) || Writer(type.Named, Underlying(value.Type)) is not { } write)
            return null;
        var local = Expression.Variable(value.Type, "value");
        var body = Expression.Block(
            [local],
            Expression.Assign(local, value),
            Expression.Condition(
                IsNull(local),
                Expression.Constant(false),
                Expression.Block(write(Content(local)), Expression.Constant(true))));
        return Expression.Lambda<LeafWriter>(body, parent, Json).Compile();
    }

    private static Func<Expression, Expression>? Writer(NamedType type, Type valueType)
    {
        if (type is EnumType enumType)
        {
            if (enumType.ClrType != valueType)
                return null;
            var writer = Activator.CreateInstance(typeof(EnumWriter<>).MakeGenericType(valueType), enumType)!;
            return value => Expression.Call(Expression.Constant(writer), "Write", [], Json, value);
        }

        var scalar = (ScalarType)type;
        if (scalar.ClrType != valueType)
            return null;
        var method = typeof(ScalarType<>).MakeGenericType(scalar.ClrType).GetMethod(nameof(ScalarType<>.Write))!;
        return value => Expression.Call(Expression.Constant(scalar), method, Json, value);
    }

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static Expression IsNull(Expression value)
    {
        if (Nullable.GetUnderlyingType(value.Type) is not null)
            return Expression.Not(Expression.Property(value, nameof(Nullable<>.HasValue)));
        return value.Type.IsValueType ? Expression.Constant(false) : Expression.ReferenceEqual(value, Expression.Constant(null));
    }

    private static Expression Content(Expression value) => Nullable.GetUnderlyingType(value.Type) is not null
        ? Expression.Call(value, nameof(Nullable<>.GetValueOrDefault), [])
        : value;

    private sealed class EnumWriter<T>(EnumType type)
        where T : notnull
    {
        private readonly Dictionary<T, ReadOnlyMemory<byte>> _names =
            type.Values.DistinctBy(v => v.Value).ToDictionary(v => (T)v.Value, v => v.Json);

        public void Write(JsonBuffer json, T value)
        {
            if (!_names.TryGetValue(value, out var name))
                throw new CoercionException($"{type.Name} has no value for {value}.");
            json.WriteRaw(name.Span);
        }
    }
}
