using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>The type that is selected from has the field.</summary>
internal sealed class FieldsOnCorrectType(ValidationContext context) : ValidationRule(context), IEnter<FieldNode>
{
    public void Enter(FieldNode node)
    {
        if (Types.ParentType is not { } type || Types.Field is not null)
            return;
        var name = node.Name.Value;
        var hint = Suggestions.Sentence(TypesWithField(type, name), "to use an inline fragment on");
        if (hint.Length == 0 && type is FieldsType fieldsType)
            hint = Suggestions.DidYouMean(name, [.. fieldsType.Fields.Select(field => field.Name)]);
        Context.Report($"Cannot query field \"{name}\" on type \"{type}\".{hint}", node);
    }

    /// <summary>The object types and interfaces below an abstract type that have the field, those that cover most first.</summary>
    private List<string> TypesWithField(NamedType type, string name)
    {
        if (type is ObjectType)
            return [];
        var uses = new OrderedDictionary<NamedType, int>();
        foreach (var possible in Context.Schema.GetPossibleTypes(type).Where(HasField))
        {
            uses[possible] = 1;
            foreach (var shared in possible.Interfaces.Where(HasField))
                uses[shared] = uses.GetValueOrDefault(shared) + 1;
        }

        // The order is not total, so no sorting algorithm may rely on it: each goes before the first it precedes.
        var ordered = new List<NamedType>(uses.Count);
        foreach (var each in uses.Keys)
        {
            var place = ordered.FindIndex(other => Compare(each, other) < 0);
            ordered.Insert(place < 0 ? ordered.Count : place, each);
        }

        return [.. ordered.Select(each => each.Name)];

        bool HasField(FieldsType each) => each.TryGetField(name, out _);

        int Compare(NamedType one, NamedType other)
        {
            if (uses[one] != uses[other])
                return uses[other] - uses[one];
            if (Context.Schema.IsSubType(one, other))
                return -1;
            return Context.Schema.IsSubType(other, one) ? 1 : NaturalOrder.Instance.Compare(one.Name, other.Name);
        }
    }
}
