namespace KnowledgeApi.GraphQL.Language;

/// <summary>A place in a source text: line and column count from 1, columns in UTF-16 code units.</summary>
internal readonly record struct SourceLocation(int Line, int Column)
{
    /// <summary>The place as people write it, <c>line:column</c>.</summary>
    public override string ToString() => $"{Line}:{Column}";
}

/// <summary>A node of the syntax tree of a GraphQL document; nodes are immutable and equal only to themselves.</summary>
internal abstract class SyntaxNode
{
    /// <summary>Where the node's first token starts.</summary>
    public SourceLocation Location { get; init; }
}

/// <summary>A document: one or more definitions.</summary>
internal sealed class DocumentNode : SyntaxNode
{
    public required IReadOnlyList<DefinitionNode> Definitions { get; init; }
}

/// <summary>An identifier.</summary>
internal sealed class NameNode : SyntaxNode
{
    public required string Value { get; init; }

    public override string ToString() => Value;
}

/// <summary>Anything that may stand at the top of a document.</summary>
internal abstract class DefinitionNode : SyntaxNode
{
    public StringValueNode? Description { get; init; }

    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

// ---- Executable definitions ----

/// <summary>The three kinds of operation.</summary>
internal enum OperationType
{
    Query,
    Mutation,
    Subscription,
}

/// <summary>An operation or a fragment.</summary>
internal abstract class ExecutableDefinitionNode : DefinitionNode
{
    public required SelectionSetNode SelectionSet { get; init; }
}

/// <summary>A query, mutation or subscription.</summary>
internal sealed class OperationDefinitionNode : ExecutableDefinitionNode
{
    public required OperationType Operation { get; init; }

    public NameNode? Name { get; init; }

    public IReadOnlyList<VariableDefinitionNode> VariableDefinitions { get; init; } = [];
}

/// <summary><c>fragment Name on Type { ... }</c>.</summary>
internal sealed class FragmentDefinitionNode : ExecutableDefinitionNode
{
    public required NameNode Name { get; init; }

    public required NamedTypeNode TypeCondition { get; init; }
}

/// <summary><c>$name: Type = default @directives</c>.</summary>
internal sealed class VariableDefinitionNode : SyntaxNode
{
    public StringValueNode? Description { get; init; }

    public required VariableNode Variable { get; init; }

    public required TypeNode Type { get; init; }

    public ValueNode? DefaultValue { get; init; }

    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

/// <summary><c>{ ... }</c>; it may be empty.</summary>
internal sealed class SelectionSetNode : SyntaxNode
{
    public required IReadOnlyList<SelectionNode> Selections { get; init; }
}

/// <summary>A field, a fragment spread or an inline fragment.</summary>
internal abstract class SelectionNode : SyntaxNode
{
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

/// <summary><c>alias: name(arguments) @directives { ... }</c>.</summary>
internal sealed class FieldNode : SelectionNode
{
    public NameNode? Alias { get; init; }

    public required NameNode Name { get; init; }

    public IReadOnlyList<ArgumentNode> Arguments { get; init; } = [];

    public SelectionSetNode? SelectionSet { get; init; }

    /// <summary>The key of the field in the response: its alias, or else its name.</summary>
    public string ResponseName => (Alias ?? Name).Value;
}

/// <summary><c>...Name @directives</c>.</summary>
internal sealed class FragmentSpreadNode : SelectionNode
{
    public required NameNode Name { get; init; }
}

/// <summary><c>... on Type @directives { ... }</c>, the type condition being optional.</summary>
internal sealed class InlineFragmentNode : SelectionNode
{
    public NamedTypeNode? TypeCondition { get; init; }

    public required SelectionSetNode SelectionSet { get; init; }
}

/// <summary><c>name: value</c> of a field or directive.</summary>
internal sealed class ArgumentNode : SyntaxNode
{
    public required NameNode Name { get; init; }

    public required ValueNode Value { get; init; }
}

/// <summary><c>@name(arguments)</c>.</summary>
internal sealed class DirectiveNode : SyntaxNode
{
    public required NameNode Name { get; init; }

    public IReadOnlyList<ArgumentNode> Arguments { get; init; } = [];
}

// ---- Values ----

/// <summary>A literal or a variable.</summary>
internal abstract class ValueNode : SyntaxNode;

/// <summary><c>$name</c>.</summary>
internal sealed class VariableNode : ValueNode
{
    public required NameNode Name { get; init; }
}

/// <summary>An integer literal, as written.</summary>
internal sealed class IntValueNode : ValueNode
{
    public required string Value { get; init; }
}

/// <summary>A literal with a fraction or an exponent, as written.</summary>
internal sealed class FloatValueNode : ValueNode
{
    public required string Value { get; init; }
}

/// <summary>A string literal; escapes and block indentation are already resolved.</summary>
internal sealed class StringValueNode : ValueNode
{
    public required string Value { get; init; }

    /// <summary>True if it was written between triple quotes.</summary>
    public bool Block { get; init; }
}

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class BooleanValueNode : ValueNode
{
    public required bool Value { get; init; }
}

/// <summary><c>null</c>.</summary>
internal sealed class NullValueNode : ValueNode;

/// <summary>A bare name in a value position.</summary>
internal sealed class EnumValueNode : ValueNode
{
    public required string Value { get; init; }
}

/// <summary><c>[ ... ]</c>.</summary>
internal sealed class ListValueNode : ValueNode
{
    public required IReadOnlyList<ValueNode> Values { get; init; }
}

/// <summary><c>{ ... }</c> in a value position.</summary>
internal sealed class ObjectValueNode : ValueNode
{
    public required IReadOnlyList<ObjectFieldNode> Fields { get; init; }
}

/// <summary><c>name: value</c> in an object literal.</summary>
internal sealed class ObjectFieldNode : SyntaxNode
{
    public required NameNode Name { get; init; }

    public required ValueNode Value { get; init; }
}

// ---- Type references ----

/// <summary>A reference to a type.</summary>
internal abstract class TypeNode : SyntaxNode;

/// <summary>A type by name.</summary>
internal sealed class NamedTypeNode : TypeNode
{
    public required NameNode Name { get; init; }
}

/// <summary><c>[Type]</c>.</summary>
internal sealed class ListTypeNode : TypeNode
{
    public required TypeNode Type { get; init; }
}

/// <summary><c>Type!</c>; <see cref="Type"/> is a named type or a list.</summary>
internal sealed class NonNullTypeNode : TypeNode
{
    public required TypeNode Type { get; init; }
}
