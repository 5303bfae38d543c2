using KnowledgeApi.GraphQL.Coercion;
using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Planning;

/// <summary>@skip and @include.</summary>
internal static class Conditions
{
    /// <summary>True unless a directive leaves the selection out.</summary>
    /// <exception cref="ConditionException">The variable of a condition has no value.</exception>
    public static bool Include(IReadOnlyList<DirectiveNode> directives, VariableValues variables)
    {
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (name is "skip" or "include" && If(directive, variables) == (name == "skip"))
                return false;
        }

        return true;
    }

    /// <summary>The names of all variables that conditions of the document use.</summary>
    public static IReadOnlyList<string> VariablesIn(DocumentNode document)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var definition in document.Definitions.OfType<ExecutableDefinitionNode>())
            Visit(definition.SelectionSet);
        return [.. names];

        void Visit(SelectionSetNode set)
        {
            foreach (var selection in set.Selections)
            {
                foreach (var directive in selection.Directives.Where(d => d.Name.Value is "skip" or "include"))
                {
                    foreach (var argument in directive.Arguments)
                    {
                        if (argument.Value is VariableNode variable)
                            names.Add(variable.Name.Value);
                    }
                }

                var below = selection switch
                {
                    FieldNode field => field.SelectionSet,
                    InlineFragmentNode inline => inline.SelectionSet,
                    _ => null,
                };
                if (below is not null)
                    Visit(below);
            }
        }
    }

    private static bool If(DirectiveNode directive, VariableValues variables)
    {
        var argument = directive.Arguments.First(a => a.Name.Value == "if");
        if (argument.Value is BooleanValueNode literal)
            return literal.Value;
        var name = ((VariableNode)argument.Value).Name.Value;
        return variables.TryGetValue(name, out var value) && value is bool flag
            ? flag
            : throw new ConditionException($"Argument \"if\" of \"@{directive.Name}\" must not be null, but variable \"${name}\" has no value.", argument.Value.Location);
    }
}

/// <summary>A condition has no value, so it is not known what to run.</summary>
internal sealed class ConditionException(string message, SourceLocation location) : Exception(message)
{
    public SourceLocation Location { get; } = location;
}
