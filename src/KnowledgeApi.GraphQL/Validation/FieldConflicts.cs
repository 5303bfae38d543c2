using System.Runtime.CompilerServices;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>Two fields that cannot be merged.</summary>
/// <param name="ResponseName">The response name they share.</param>
/// <param name="Reason">Why, as part of a sentence.</param>
/// <param name="First">The first field and the fields inside it that are to blame.</param>
/// <param name="Second">The second field and the fields inside it that are to blame.</param>
internal sealed record FieldConflict(string ResponseName, string Reason, IReadOnlyList<FieldNode> First, IReadOnlyList<FieldNode> Second);

/// <summary>
/// Finds, pair by pair, which fields of a selection set cannot be merged. This costs far more than <see cref="FieldMerging"/>,
/// so it runs only on documents that have a conflict, to explain it.
/// </summary>
internal sealed class FieldConflicts(ValidationContext context, SelectedFieldsCollector collector)
{
    private const int MaxTextLength = 1000;
    private const int MaxNodes = 20;

    // Pairs that were compared, and whether only as parts of different objects, which asks for less.
    private readonly Dictionary<(SelectedFields, FragmentDefinitionNode), bool> _fieldsWithFragment = [];
    private readonly Dictionary<(FragmentDefinitionNode, FragmentDefinitionNode), bool> _fragmentWithFragment = [];

    /// <summary>Reports each conflict as soon as it is found: there may be too many to find them all.</summary>
    public void Find(SelectionSetNode selectionSet, NamedType? parent, Action<FieldConflict> report)
    {
        var fields = collector.Collect(selectionSet, parent);
        foreach (var (name, same) in fields.ByName)
        {
            for (var i = 0; i < same.Count; i++)
            {
                for (var j = i + 1; j < same.Count; j++)
                    Compare(report, name, same[i], same[j], apart: false);
            }
        }

        var spreads = fields.Spreads.Values.ToList();
        for (var i = 0; i < spreads.Count; i++)
        {
            CompareWithFragment(report, fields, spreads[i], apart: false);
            for (var j = i + 1; j < spreads.Count; j++)
                CompareFragments(report, spreads[i], spreads[j], apart: false);
        }
    }

    private void CompareWithFragment(Action<FieldConflict> report, SelectedFields fields, FragmentDefinitionNode fragment, bool apart)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        context.SpendComparisons(1);
        if (fields.Count == 0 || !IsNew(_fieldsWithFragment, (fields, fragment), apart))
            return;
        var inside = collector.Collect(fragment);
        if (inside == fields)
            return;
        CompareSets(report, fields, inside, apart);
        foreach (var spread in inside.Spreads.Values)
            CompareWithFragment(report, fields, spread, apart);
    }

    private void CompareFragments(Action<FieldConflict> report, FragmentDefinitionNode one, FragmentDefinitionNode other, bool apart)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        context.SpendComparisons(2);
        if (one == other || !IsNew(_fragmentWithFragment, (one, other), apart) || !IsNew(_fragmentWithFragment, (other, one), apart))
            return;
        var (fields, otherFields) = (collector.Collect(one), collector.Collect(other));
        CompareSets(report, fields, otherFields, apart);
        foreach (var spread in otherFields.Spreads.Values)
            CompareFragments(report, one, spread, apart);
        foreach (var spread in fields.Spreads.Values)
            CompareFragments(report, spread, other, apart);
    }

    private void CompareSets(Action<FieldConflict> report, SelectedFields one, SelectedFields other, bool apart)
    {
        foreach (var (name, fields) in one.ByName)
        {
            context.SpendComparisons(1);
            if (!other.ByName.TryGetValue(name, out var otherFields))
                continue;
            foreach (var first in fields)
            {
                foreach (var second in otherFields)
                    Compare(report, name, first, second, apart);
            }
        }
    }

    private void Compare(Action<FieldConflict> report, string name, SelectedField first, SelectedField second, bool apart)
    {
        context.SpendComparisons(2);
        apart |= first.Parent is ObjectType && second.Parent is ObjectType && first.Parent != second.Parent;
        var reason = !apart && first.Node.Name.Value != second.Node.Name.Value
            ? $"\"{Shorten(first.Node.Name.Value)}\" and \"{Shorten(second.Node.Name.Value)}\" are different fields"
            : !apart && first.Arguments != second.Arguments
                ? "they have differing arguments"
                : first.Type is { } type && second.Type is { } otherType && !ResponseShape.IsSame(type, otherType)
                    ? $"they return conflicting types \"{type}\" and \"{otherType}\""
                    : null;
        if (reason is not null)
            report(new FieldConflict(name, reason, [first.Node], [second.Node]));
        else if (collector.Collect(first) is { } inner && collector.Collect(second) is { } otherInner)
            CompareInner(report, name, (first, inner), (second, otherInner), apart);
    }

    private void CompareInner(
        Action<FieldConflict> report,
        string name,
        (SelectedField Field, SelectedFields Inner) first,
        (SelectedField Field, SelectedFields Inner) second,
        bool apart)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var inner = new List<FieldConflict>();
        CompareSets(inner.Add, first.Inner, second.Inner, apart);
        foreach (var spread in second.Inner.Spreads.Values)
            CompareWithFragment(inner.Add, first.Inner, spread, apart);
        foreach (var spread in first.Inner.Spreads.Values)
            CompareWithFragment(inner.Add, second.Inner, spread, apart);
        foreach (var spread in first.Inner.Spreads.Values)
        {
            foreach (var otherSpread in second.Inner.Spreads.Values)
                CompareFragments(inner.Add, spread, otherSpread, apart);
        }

        if (inner.Count == 0)
            return;
        var reason = "";
        foreach (var conflict in inner)
        {
            reason += $"{(reason.Length == 0 ? "" : " and ")}subfields \"{Shorten(conflict.ResponseName)}\" conflict because {conflict.Reason}";
            if (reason.Length > MaxTextLength)
                break;
        }

        report(new FieldConflict(
            name,
            Shorten(reason),
            Nodes(first.Field.Node, inner.Select(conflict => conflict.First)),
            Nodes(second.Field.Node, inner.Select(conflict => conflict.Second))));
    }

    /// <summary>True if this pair was not compared before, or only as parts of different objects although it must be the same now.</summary>
    private static bool IsNew<TPair>(Dictionary<TPair, bool> known, TPair pair, bool apart)
        where TPair : notnull
    {
        if (known.TryGetValue(pair, out var before) && (apart || !before))
            return false;
        known[pair] = apart;
        return true;
    }

    private static List<FieldNode> Nodes(FieldNode outer, IEnumerable<IReadOnlyList<FieldNode>> inner)
    {
        var nodes = new List<FieldNode> { outer };
        foreach (var each in inner)
        {
            nodes.AddRange(each.TakeLast(MaxNodes - nodes.Count));
            if (nodes.Count == MaxNodes)
                break;
        }

        return nodes;
    }

    public static string Shorten(string text) => text.Length > MaxTextLength ? $"{text.AsSpan(0, MaxTextLength)}..." : text;
}
