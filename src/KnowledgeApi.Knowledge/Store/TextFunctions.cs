using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>The SQL functions that <see cref="Folding"/> is translated to. Every connection of every database has to have them.</summary>
internal static class TextFunctions
{
    /// <summary>Each function by its name in SQL. Null gives null.</summary>
    public static IReadOnlyList<(string Name, Func<string, string> Function)> All { get; } = [("fold", Folding.Fold), ("fold_case", Folding.FoldCase), ("sort_key", Folding.SortKey)];
}
