using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Data.Filtering;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Data.Paging;

/// <summary>The scope of one connection: its argument, and the conditions it stands for.</summary>
internal sealed class ScopeArgument
{
    private readonly ScopeRule _rule;
    private readonly ObjectFilter _filter;
    private readonly Func<object?, object?> _read;

    private ScopeArgument(Scope scope, ScopeRule rule, ObjectFilter filter, TypeRegistry types)
    {
        (_rule, _filter) = (rule, filter);
        Argument = new InputValue { Name = scope.Argument, Type = types.InputTypeOf(scope.InputType).Nullable, Description = scope.Description };
        _read = types.Inputs.ReaderOf(scope.InputType, Argument);
        UndecidedField = rule.Undecided is null ? null : scope.UndecidedField;
    }

    public InputValue Argument { get; }

    /// <summary>The field of the connection that counts what cannot be judged, if there is one.</summary>
    public (string Name, string Description)? UndecidedField { get; }

    public static ScopeArgument? Of((Scope Scope, ScopeRule Rule)? scope, ObjectFilter filter, TypeRegistry types) =>
        scope is var (known, rule) ? new ScopeArgument(known, rule, filter, types) : null;

    /// <summary>The condition on the objects of the list; null for none.</summary>
    public ParsedFilter? Condition(ArgumentValues arguments) => Read(arguments, _rule.Condition);

    /// <summary>The condition on the objects that are left out for want of knowledge; null if there are none.</summary>
    public ParsedFilter? Undecided(ArgumentValues arguments) => _rule.Undecided is null ? null : Read(arguments, _rule.Undecided);

    private ParsedFilter? Read(ArgumentValues arguments, Func<object, InputObject?> condition) =>
        arguments[Argument.Name] is { } given && _read(given) is { } input && condition(input) is { } where ? new FilterParser().Parse(where, _filter) : null;
}
