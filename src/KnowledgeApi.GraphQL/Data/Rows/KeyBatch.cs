using System.Linq.Expressions;
using System.Reflection;

namespace KnowledgeApi.GraphQL.Data.Rows;

/// <summary>The keys of a batch.</summary>
internal static class KeyBatch
{
    /// <summary>The key of each object, null where it is missing.</summary>
    public static object?[] Of(IReadOnlyList<object> objects, Func<object, object?> getter)
    {
        var keys = new object?[objects.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = getter(objects[i]);
        return keys;
    }

    /// <summary>The distinct keys that are not missing.</summary>
    public static HashSet<object> Distinct(object?[] keys)
    {
        var distinct = new HashSet<object>();
        foreach (var key in keys)
        {
            if (key is not null)
                distinct.Add(key);
        }

        return distinct;
    }

    /// <summary>A compiled getter, boxed.</summary>
    public static Func<object, object?> Getter(PropertyInfo property)
    {
        var parent = Expression.Parameter(typeof(object), "parent");
        return Expression.Lambda<Func<object, object?>>(
            Expression.Convert(Expression.Property(Expression.Convert(parent, property.DeclaringType!), property), typeof(object)), parent).Compile();
    }
}
