using System.Runtime.CompilerServices;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>Goes through a document in the order it is written, keeps the <see cref="TypeInfo"/> and calls its listeners, in their order.</summary>
internal sealed class DocumentWalker(Schema schema, TypeInfo types, IReadOnlyList<object> listeners)
{
    private readonly Listeners<DocumentNode> _document = new(listeners);
    private readonly Listeners<OperationDefinitionNode> _operation = new(listeners);
    private readonly Listeners<FragmentDefinitionNode> _fragment = new(listeners);
    private readonly Listeners<VariableDefinitionNode> _variableDefinition = new(listeners);
    private readonly Listeners<SelectionSetNode> _selectionSet = new(listeners);
    private readonly Listeners<FieldNode> _field = new(listeners);
    private readonly Listeners<FragmentSpreadNode> _spread = new(listeners);
    private readonly Listeners<InlineFragmentNode> _inline = new(listeners);
    private readonly Listeners<DirectiveNode> _directive = new(listeners);
    private readonly Listeners<ArgumentNode> _argument = new(listeners);
    private readonly Listeners<NamedTypeNode> _namedType = new(listeners);
    private readonly Listeners<VariableNode> _variable = new(listeners);

    public void Visit(DocumentNode document)
    {
        _document.Enter(document);
        foreach (var definition in document.Definitions)
            Visit(definition);
        _document.Leave(document);
    }

    /// <summary>Visits an operation or a fragment; nothing else can be executed.</summary>
    public void Visit(DefinitionNode definition)
    {
        if (definition is OperationDefinitionNode operation)
            Visit(operation);
        else if (definition is FragmentDefinitionNode fragment)
            Visit(fragment);
    }

    private void Visit(OperationDefinitionNode operation)
    {
        types.Type = schema.RootType(operation.Operation);
        _operation.Enter(operation);
        foreach (var definition in operation.VariableDefinitions)
            Visit(definition);
        Visit(operation.Directives, operation.Operation switch
        {
            OperationType.Mutation => DirectiveLocation.Mutation,
            OperationType.Subscription => DirectiveLocation.Subscription,
            _ => DirectiveLocation.Query,
        });
        Visit(operation.SelectionSet);
        _operation.Leave(operation);
        types.Type = null;
    }

    private void Visit(FragmentDefinitionNode fragment)
    {
        types.Type = OutputType(fragment.TypeCondition);
        _fragment.Enter(fragment);
        _namedType.Enter(fragment.TypeCondition);
        Visit(fragment.Directives, DirectiveLocation.FragmentDefinition);
        Visit(fragment.SelectionSet);
        _fragment.Leave(fragment);
        types.Type = null;
    }

    private void Visit(VariableDefinitionNode definition)
    {
        types.InputType = schema.Resolve(definition.Type) is { IsInput: true } type ? type : null;
        _variableDefinition.Enter(definition);
        _namedType.Enter(Named(definition.Type));
        types.InputType = null;
        Visit(definition.Directives, DirectiveLocation.VariableDefinition);
        _variableDefinition.Leave(definition);
    }

    private void Visit(SelectionSetNode selectionSet)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var outer = types.ParentType;
        types.ParentType = types.Type is { IsComposite: true } type ? type.Named : null;
        _selectionSet.Enter(selectionSet);
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field: Visit(field); break;
                case FragmentSpreadNode spread: Visit(spread); break;
                case InlineFragmentNode inline: Visit(inline); break;
            }
        }

        _selectionSet.Leave(selectionSet);
        types.ParentType = outer;
    }

    private void Visit(FieldNode field)
    {
        var (outerField, outerType) = (types.Field, types.Type);
        types.Field = types.ParentType is { } parent && schema.TryGetField(parent, field.Name.Value, out var known) ? known : null;
        types.Type = types.Field?.Type;
        _field.Enter(field);
        Visit(field.Arguments, types.Field?.Arguments);
        Visit(field.Directives, DirectiveLocation.Field);
        if (field.SelectionSet is { } selectionSet)
            Visit(selectionSet);
        _field.Leave(field);
        (types.Field, types.Type) = (outerField, outerType);
    }

    private void Visit(FragmentSpreadNode spread)
    {
        _spread.Enter(spread);
        Visit(spread.Directives, DirectiveLocation.FragmentSpread);
        _spread.Leave(spread);
    }

    private void Visit(InlineFragmentNode inline)
    {
        var outer = types.Type;
        types.Type = inline.TypeCondition is { } condition ? OutputType(condition) : types.Type?.Named;
        _inline.Enter(inline);
        if (inline.TypeCondition is { } named)
            _namedType.Enter(named);
        Visit(inline.Directives, DirectiveLocation.InlineFragment);
        Visit(inline.SelectionSet);
        _inline.Leave(inline);
        types.Type = outer;
    }

    private void Visit(IReadOnlyList<DirectiveNode> directives, DirectiveLocation location)
    {
        if (directives.Count == 0)
            return;
        foreach (var directive in directives)
        {
            types.DirectiveLocation = location;
            types.DirectiveNode = directive;
            types.Directive = schema.TryGetDirective(directive.Name.Value, out var known) ? known : null;
            _directive.Enter(directive);
            Visit(directive.Arguments, types.Directive?.Arguments);
            _directive.Leave(directive);
        }

        (types.DirectiveNode, types.Directive) = (null, null);
    }

    private void Visit(IReadOnlyList<ArgumentNode> arguments, IReadOnlyList<InputValue>? definitions)
    {
        foreach (var argument in arguments)
        {
            types.Argument = Find(definitions, argument.Name.Value);
            types.InputType = types.Argument?.Type;
            types.DefaultValue = types.Argument?.DefaultValue;
            _argument.Enter(argument);
            if (_variable.Any)
                Visit(argument.Value);
            _argument.Leave(argument);
            (types.Argument, types.InputType, types.DefaultValue) = (null, null, null);
        }
    }

    private void Visit(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                _variable.Enter(variable);
                break;
            case ListValueNode list:
                var item = types.InputType?.Nullable is ListType listType ? listType.OfType : null;
                foreach (var each in list.Values)
                    VisitInside(each, item, null);
                break;
            case ObjectValueNode literal:
                var type = types.InputType?.Named as InputObjectType;
                foreach (var field in literal.Fields)
                {
                    var definition = type is not null && type.TryGetField(field.Name.Value, out var known) ? known : null;
                    VisitInside(field.Value, definition?.Type, definition?.DefaultValue);
                }

                break;
        }
    }

    private void VisitInside(ValueNode value, GraphQLType? type, ValueNode? defaultValue)
    {
        var (outerParent, outerType, outerDefault) = (types.ParentInputType, types.InputType, types.DefaultValue);
        (types.ParentInputType, types.InputType, types.DefaultValue) = (outerType, type, defaultValue);
        Visit(value);
        (types.ParentInputType, types.InputType, types.DefaultValue) = (outerParent, outerType, outerDefault);
    }

    private NamedType? OutputType(NamedTypeNode node) => schema.ResolveNamed(node) is { IsOutput: true } type ? type : null;

    private static InputValue? Find(IReadOnlyList<InputValue>? definitions, string name)
    {
        for (var i = 0; i < definitions?.Count; i++)
        {
            if (definitions[i].Name == name)
                return definitions[i];
        }

        return null;
    }

    private static NamedTypeNode Named(TypeNode type) => type switch
    {
        ListTypeNode list => Named(list.Type),
        NonNullTypeNode nonNull => Named(nonNull.Type),
        _ => (NamedTypeNode)type,
    };

    private readonly struct Listeners<TNode>(IReadOnlyList<object> listeners)
        where TNode : SyntaxNode
    {
        private readonly IEnter<TNode>[] _enter = [.. listeners.OfType<IEnter<TNode>>()];
        private readonly ILeave<TNode>[] _leave = [.. listeners.OfType<ILeave<TNode>>()];

        public bool Any => _enter.Length > 0;

        public void Enter(TNode node)
        {
            foreach (var listener in _enter)
                listener.Enter(node);
        }

        public void Leave(TNode node)
        {
            foreach (var listener in _leave)
                listener.Leave(node);
        }
    }
}
