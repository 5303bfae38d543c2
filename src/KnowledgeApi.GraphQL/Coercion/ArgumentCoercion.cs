using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Coercion;

/// <summary>An argument has no value that fits its type; the message is meant for the client.</summary>
/// <param name="message">The argument and what is wrong with it.</param>
/// <param name="node">The literal or variable that is wrong; null if the argument is missing, and the field or directive is to blame.</param>
internal sealed class ArgumentCoercionException(string message, SyntaxNode? node) : Exception(message)
{
    public SyntaxNode? Node { get; } = node;
}

/// <summary>From the arguments of a field or directive to their values.</summary>
internal static class ArgumentCoercion
{
    /// <summary>
    /// The values of the arguments that are given or have a default; one given as a variable without a value counts as not given.
    /// Throws <see cref="ArgumentCoercionException"/>.
    /// </summary>
    public static ArgumentValues Coerce(IReadOnlyList<InputValue> definitions, IReadOnlyList<ArgumentNode> given, VariableValues variables)
    {
        if (definitions.Count == 0)
            return ArgumentValues.None;
        var values = new Dictionary<string, object?>(definitions.Count, StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            var node = Find(given, definition.Name);
            if (node is not null && !IsAbsent(node.Value, variables))
                values.Add(definition.Name, Coerce(definition, node.Value, variables));
            else if (LiteralCoercion.TryGetDefault(definition, out var value))
                values.Add(definition.Name, value);
            else if (node is not null && definition.IsRequired)
                Coerce(definition, node.Value, variables);
            else if (definition.IsRequired)
                throw new ArgumentCoercionException($"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was not provided.", null);
        }

        return new ArgumentValues(values);
    }

    private static object? Coerce(InputValue definition, ValueNode literal, VariableValues variables)
    {
        var coercer = new LiteralCoercer(variables);
        try
        {
            return coercer.Coerce(literal, definition.Type);
        }
        catch (CoercionException failure)
        {
            throw new ArgumentCoercionException(
                $"Argument \"{definition.Name}\" has invalid value{InputText.At(coercer.Path)}: {failure.Message}",
                coercer.Node);
        }
    }

    private static ArgumentNode? Find(IReadOnlyList<ArgumentNode> given, string name)
    {
        foreach (var argument in given)
        {
            if (argument.Name.Value == name)
                return argument;
        }

        return null;
    }

    private static bool IsAbsent(ValueNode value, VariableValues variables) =>
        value is VariableNode variable && !variables.TryGetValue(variable.Name.Value, out _);
}
