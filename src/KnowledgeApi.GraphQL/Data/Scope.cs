using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Data;

/// <summary>
/// An argument that all lists of certain objects have beside <c>where</c>: a shorthand for a condition, such as a point in time.
/// </summary>
/// <typeparam name="TInput">The C# class of the argument's input object.</typeparam>
/// <param name="argument">The name of the argument.</param>
/// <param name="description">What it does, for readers.</param>
public sealed class Scope<TInput>(string argument, string description) : Scope(argument, description, typeof(TInput))
    where TInput : class
{
    /// <summary>Gives lists of a type, and of types derived from it, the argument.</summary>
    /// <param name="condition">The condition it stands for, as `where` would say it; null for none.</param>
    /// <param name="undecided">The condition of objects it leaves out only because nothing is known to judge them by; null for none.</param>
    public Scope<TInput> On<T>(Func<TInput, InputObject?> condition, Func<TInput, InputObject?>? undecided = null)
    {
        Rules.Add((typeof(T), new ScopeRule(input => condition((TInput)input), undecided is null ? null : input => undecided((TInput)input))));
        return this;
    }

    /// <summary>Gives the connections of types with undecided objects a field that counts these.</summary>
    public Scope<TInput> CountUndecided(string field, string about)
    {
        UndecidedField = (field, about);
        return this;
    }
}

/// <summary>An argument that all lists of certain objects have.</summary>
public abstract class Scope(string argument, string description, Type inputType)
{
    /// <summary>The name of the argument.</summary>
    internal string Argument { get; } = argument;

    /// <summary>What it does.</summary>
    internal string Description { get; } = description;

    /// <summary>The C# class of its input object.</summary>
    internal Type InputType { get; } = inputType;

    internal List<(Type Type, ScopeRule Rule)> Rules { get; } = [];

    internal (string Name, string Description)? UndecidedField { get; private protected set; }

    /// <summary>What it means for a type, if anything.</summary>
    internal ScopeRule? RuleOf(Type type) => Rules.FirstOrDefault(rule => rule.Type.IsAssignableFrom(type)).Rule;
}

/// <summary>What a scope means for one type.</summary>
internal sealed record ScopeRule(Func<object, InputObject?> Condition, Func<object, InputObject?>? Undecided);
