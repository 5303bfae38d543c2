using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Data.Fields;

/// <summary>The scope of one connection: its argument, and the conditions it stands for.</summary>
internal sealed class ScopeArgument
{
    private readonly ScopeRule _rule;
    private readonly Func<object?, object?> _read;

    private ScopeArgument(Scope scope, ScopeRule rule, TypeRegistry types)
    {
        _rule = rule;
        Argument = new InputValue { Name = scope.Argument, Type = types.InputTypeOf(scope.InputType).Nullable, Description = scope.Description };
        _read = types.Inputs.ReaderOf(scope.InputType, Argument);
        UndecidedField = rule.Undecided is null ? null : scope.UndecidedField;
    }

    public InputValue Argument { get; }

    /// <summary>The field of the connection that counts what cannot be judged, if there is one.</summary>
    public (string Name, string Description)? UndecidedField { get; }

    public static ScopeArgument? Of((Scope Scope, ScopeRule Rule)? scope, TypeRegistry types) => scope is var (known, rule) ? new ScopeArgument(known, rule, types) : null;

    /// <summary>The condition on the objects of the list; null for none.</summary>
    public InputObject? Condition(ArgumentValues arguments) => Given(arguments) is { } input ? _rule.Condition(input) : null;

    /// <summary>The condition on the objects that are left out for want of knowledge; null if there are none.</summary>
    public InputObject? Undecided(ArgumentValues arguments) => Given(arguments) is { } input ? _rule.Undecided?.Invoke(input) : null;

    private object? Given(ArgumentValues arguments) => arguments[Argument.Name] is { } input ? _read(input) : null;
}
