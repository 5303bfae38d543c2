using System.Runtime.CompilerServices;
using KnowledgeApi.GraphQL.Coercion;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>A literal fits the type of the argument or variable it is given to. What variables hold is not known yet.</summary>
internal sealed class ValuesOfCorrectType(ValidationContext context)
    : ValidationRule(context), IEnter<ArgumentNode>, IEnter<VariableDefinitionNode>
{
    public void Enter(ArgumentNode node)
    {
        if (Types.InputType is { } type)
            Check(node.Value, type);
    }

    public void Enter(VariableDefinitionNode node)
    {
        if (Types.InputType is { } type && node.DefaultValue is { } value)
            Check(value, type);
    }

    private void Check(ValueNode value, GraphQLType type)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value, type.Nullable)
        {
            case (VariableNode, _):
                break;
            case (NullValueNode, _):
                if (type is NonNullType nonNull)
                    Context.Report(InputFaults.IsNull(nonNull), value);
                break;
            case (ListValueNode list, ListType listType):
                foreach (var item in list.Values)
                    Check(item, listType.OfType);
                break;
            case (_, ListType listType):
                Check(value, listType.OfType);
                break;
            case (ObjectValueNode given, InputObjectType inputObject):
                CheckObject(given, inputObject);
                break;
            case (_, InputObjectType inputObject):
                Context.Report(InputFaults.NoObject(inputObject, InputText.Of(value)), value);
                break;
            case (_, NamedType leaf):
                CheckLeaf(value, leaf);
                break;
        }
    }

    private void CheckObject(ObjectValueNode given, InputObjectType type)
    {
        var nodes = new Dictionary<string, ObjectFieldNode>(given.Fields.Count, StringComparer.Ordinal);
        foreach (var node in given.Fields)
            nodes[node.Name.Value] = node;

        foreach (var definition in type.Fields)
        {
            if (nodes.TryGetValue(definition.Name, out var node))
            {
                Check(node.Value, definition.Type);
            }
            else if (definition.IsRequired)
            {
                Context.Report(InputFaults.MissingField(type, definition.Name, InputText.Of(given)), given);
            }
        }

        var known = new List<ObjectFieldNode>(given.Fields.Count);
        foreach (var node in given.Fields)
        {
            if (type.TryGetField(node.Name.Value, out _))
            {
                known.Add(node);
                continue;
            }

            Context.Report(InputFaults.UnknownField(type, node.Name.Value, InputText.Of(given)), node);
        }

        if (type.IsOneOf && known is not [{ Value: not NullValueNode }])
            Context.Report(InputFaults.NotOneField(type), given);
    }

    private void CheckLeaf(ValueNode value, NamedType type)
    {
        try
        {
            LiteralCoercion.CoerceLeaf(value, type, VariableValues.None);
        }
        catch (CoercionException failure)
        {
            Context.Report(failure.Message, value);
        }
    }
}
