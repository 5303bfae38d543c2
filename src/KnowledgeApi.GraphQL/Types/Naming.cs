using System.Reflection;
using System.Text;

namespace KnowledgeApi.GraphQL.Types;

/// <summary>How names of C# become names of GraphQL.</summary>
internal static class Naming
{
    /// <summary><c>HttpStatusCode</c> becomes <c>httpStatusCode</c>, <c>URLPath</c> <c>urlPath</c>, <c>ID</c> <c>id</c>.</summary>
    public static string CamelCase(string name)
    {
        var upper = 0;
        while (upper < name.Length && char.IsUpper(name[upper]))
            upper++;
        if (upper == 0)
            return name;

        // Of a run of capitals the last one starts the next word, unless nothing follows or a digit does.
        var lowered = upper > 1 && upper < name.Length && char.IsLower(name[upper]) ? upper - 1 : upper;
        return name[..lowered].ToLowerInvariant() + name[lowered..];
    }

    /// <summary>The name of a field: camel case, for a method without <c>Get</c> before and <c>Async</c> behind.</summary>
    public static string FieldName(string name, bool isMethod)
    {
        if (isMethod)
        {
            if (name.Length > 3 && name.StartsWith("Get", StringComparison.Ordinal) && char.IsUpper(name[3]))
                name = name[3..];
            if (name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal))
                name = name[..^5];
        }

        return CamelCase(name);
    }

    /// <summary><c>AtLeast</c> becomes <c>AT_LEAST</c>, <c>HTTPError</c> <c>HTTP_ERROR</c>, <c>Top10</c> <c>TOP10</c>; capitals and underscores stay.</summary>
    public static string ScreamingSnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
                text.Append('_');
            text.Append(char.ToUpperInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary><c>IThing</c> becomes <c>Thing</c>, <c>Page&lt;Company&gt;</c> <c>PageOfCompany</c>.</summary>
    public static string TypeName(Type type, Func<Type, string> nameOfArgument)
    {
        var name = type.Name.Split('`')[0];
        if (type.IsInterface && name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]))
            name = name[1..];
        return type.IsGenericType ? $"{name}Of{string.Join("And", type.GetGenericArguments().Select(nameOfArgument))}" : name;
    }

    /// <summary>A C# type as it is written in C#, for messages.</summary>
    public static string CSharpName(Type type)
    {
        var name = type.Name.Split('`')[0];
        if (type.IsArray)
            return $"{CSharpName(type.GetElementType()!)}[]";
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(CSharpName))}>" : name;
    }

    /// <summary>A C# type or member as messages name it, such as <c>Company.Name</c>.</summary>
    public static string CSharpName(MemberInfo member) => member is Type type ? CSharpName(type) : $"{CSharpName(member.DeclaringType!)}.{member.Name}";

    /// <summary>True for what the grammar takes as a name.</summary>
    public static bool IsName(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
