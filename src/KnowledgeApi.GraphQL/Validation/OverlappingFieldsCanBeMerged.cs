using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>Fields of one response name can be merged into one.</summary>
internal sealed class OverlappingFieldsCanBeMerged : ValidationRule, IEnter<DocumentNode>, IEnter<InlineFragmentNode>, IEnter<SelectionSetNode>
{
    private readonly SelectedFieldsCollector _collector;
    private readonly FieldConflicts _conflicts;
    private bool _mustExplain;
    private SelectionSetNode? _ofInlineFragment;

    public OverlappingFieldsCanBeMerged(ValidationContext context)
        : base(context)
    {
        _collector = new SelectedFieldsCollector(context);
        _conflicts = new FieldConflicts(context, _collector);
    }

    public void Enter(DocumentNode node) => _mustExplain = new FieldMerging(Context, _collector).FindsConflict();

    public void Enter(InlineFragmentNode node) => _ofInlineFragment = node.SelectionSet;

    public void Enter(SelectionSetNode node)
    {
        // The fields of an inline fragment belong to the set around it.
        if (!_mustExplain || node == _ofInlineFragment)
            return;
        _conflicts.Find(node, Types.ParentType, Report);
    }

    private void Report(FieldConflict conflict) => Context.Report(
        $"Fields \"{FieldConflicts.Shorten(conflict.ResponseName)}\" conflict because {conflict.Reason}. "
            + "Use different aliases on the fields to fetch both if this was intentional.",
        conflict.First.Concat(conflict.Second));
}
