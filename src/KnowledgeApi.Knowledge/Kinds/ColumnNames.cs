using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeApi.Knowledge.Kinds;

/// <summary>Names of columns that several kinds of claims could have.</summary>
internal static class ColumnNames
{
    /// <summary>
    /// Names the columns of a value after its kind. Kinds do not share columns: a cast of a claim to a class it is not must read
    /// nulls, not another class's value.
    /// </summary>
    public static void Prefix<T>(this ComplexPropertyBuilder<T> value, string prefix)
        where T : class
    {
        foreach (var property in value.Metadata.ComplexType.GetProperties())
            property.SetColumnName($"{prefix}_{property.Name}");
    }
}
