using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>What the schema says of the node that is being visited. Null is what it does not know.</summary>
internal sealed class TypeInfo
{
    /// <summary>The type of the innermost field, operation or fragment.</summary>
    public GraphQLType? Type { get; set; }

    /// <summary>The composite type whose fields are selected here.</summary>
    public NamedType? ParentType { get; set; }

    public Field? Field { get; set; }

    /// <summary>The field as people write it, <c>Type.field</c>; fields that no type declares belong to <c>&lt;meta&gt;</c>.</summary>
    public string FieldCoordinate =>
        ParentType is FieldsType type && type.TryGetField(Field!.Name, out _) ? $"{type}.{Field.Name}" : $"<meta>.{Field!.Name}";

    /// <summary>The node of the directive that is being visited, whether the schema knows it or not.</summary>
    public DirectiveNode? DirectiveNode { get; set; }

    public Directive? Directive { get; set; }

    /// <summary>Where the directives of the innermost node stand.</summary>
    public DirectiveLocation DirectiveLocation { get; set; }

    public InputValue? Argument { get; set; }

    /// <summary>The type expected of the value at this place.</summary>
    public GraphQLType? InputType { get; set; }

    /// <summary>The type expected of the list or object around that value.</summary>
    public GraphQLType? ParentInputType { get; set; }

    /// <summary>The default that takes the place of a variable without a value here.</summary>
    public ValueNode? DefaultValue { get; set; }
}
