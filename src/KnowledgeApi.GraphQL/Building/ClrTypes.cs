using System.Reflection;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Building;

/// <summary>What a C# type is, seen from GraphQL.</summary>
internal static class ClrTypes
{
    /// <summary>The C# type of the items if a C# type is a list.</summary>
    public static Type? ElementTypeOf(Type clr)
    {
        if (clr == typeof(string))
            return null;
        if (clr.IsArray)
            return clr.GetElementType();
        var sequence = clr.GetInterfaces().Prepend(clr).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        return sequence?.GetGenericArguments()[0];
    }

    public static NullabilityInfo? ElementNullabilityOf(NullabilityInfo? nullability) =>
        nullability?.ElementType ?? (nullability?.GenericTypeArguments is [var only] ? only : null);

    public static bool IsInputClass(Type clr) => clr.IsDefined(typeof(InputObjectTypeAttribute), false) || clr.IsDefined(typeof(OneOfAttribute), false);

    /// <summary>The C# types a type has its members from: base classes first, or for a C# interface those it extends.</summary>
    public static IEnumerable<Type> Hierarchy(Type clr)
    {
        if (clr.IsInterface)
            return clr.GetInterfaces().OrderBy(i => i.GetInterfaces().Length).ThenBy(i => i.FullName, StringComparer.Ordinal).Append(clr);
        var types = new Stack<Type>();
        for (var type = clr; type is not null && type != typeof(object) && type != typeof(ValueType); type = type.BaseType)
            types.Push(type);
        return types;
    }

    /// <summary>Why a C# type cannot be a GraphQL type by itself, and what to do; null if it can.</summary>
    public static string? Unfit(Type clr)
    {
        var name = Naming.CSharpName(clr);
        var hint = clr switch
        {
            _ when clr == typeof(long) || clr == typeof(short) || clr == typeof(byte) || clr == typeof(uint) || clr == typeof(ulong) || clr == typeof(ushort) || clr == typeof(sbyte)
                => "the Int of GraphQL has 32 bits: use int, or add a scalar for it with AddScalar.",
            _ when clr == typeof(float) => "use double.",
            _ when clr == typeof(DateTime) => "it does not say in which time zone: use DateTimeOffset or DateOnly.",
            _ when clr == typeof(Guid) => "use a string with [ID], or add a scalar for it with AddScalar.",
            _ when clr == typeof(object) => "say which type it is with [GraphQLType].",
            _ when clr.IsPrimitive || clr.IsPointer || clr.IsByRef || clr.IsGenericParameter || typeof(Delegate).IsAssignableFrom(clr)
                || clr.Namespace is "System" || clr.Namespace?.StartsWith("System.", StringComparison.Ordinal) == true
                => "add a scalar for it with AddScalar, say another type with [GraphQLType], or leave it out with [GraphQLIgnore].",
            _ => null,
        };
        return hint is null ? null : $"{name} has no GraphQL type: {hint}";
    }
}
