using System.Runtime.CompilerServices;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Coercion;

/// <summary>From literals, with the variables in them, to input values (see <see cref="InputObject"/> for what they look like).</summary>
internal static class LiteralCoercion
{
    // Schemas are immutable and so are coerced values: a default is coerced once.
    private static readonly ConditionalWeakTable<InputValue, StrongBox<object?>> Defaults = [];

    /// <summary>
    /// The value of a literal. A variable without a value counts as null; inside an object it counts as absent.
    /// Throws <see cref="CoercionException"/> if the literal does not fit the type.
    /// </summary>
    public static object? Coerce(ValueNode literal, GraphQLType type, VariableValues variables)
    {
        var coercer = new LiteralCoercer(variables);
        try
        {
            return coercer.Coerce(literal, type);
        }
        catch (CoercionException failure) when (coercer.Path.Count > 0)
        {
            throw new CoercionException($"Invalid value{InputText.At(coercer.Path)}: {failure.Message}");
        }
    }

    /// <summary>The default of an argument or input field, which may be null; false if it has none.</summary>
    internal static bool TryGetDefault(InputValue definition, out object? value)
    {
        if (definition.DefaultValue is not { } literal)
        {
            value = null;
            return false;
        }

        value = Defaults.GetValue(definition, _ => new StrongBox<object?>(Coerce(literal, definition.Type, VariableValues.None))).Value;
        return true;
    }

    /// <summary>The value of a literal of a scalar or enum type that is neither null nor a variable.</summary>
    internal static object CoerceLeaf(ValueNode literal, NamedType type, VariableValues variables)
    {
        if (type is ScalarType scalar)
            return scalar.ParseLiteral(HoldsVariable(literal) ? ReplaceVariables(literal, variables) : literal);

        var enumType = (EnumType)type;
        if (literal is not EnumValueNode name)
        {
            var text = InputText.Of(literal);
            throw new CoercionException($"Enum \"{type}\" cannot represent non-enum value: {text}.{InputFaults.EnumHint(enumType, text)}");
        }

        return enumType.TryGetValue(name.Value, out var value) ? value.Value : throw new CoercionException(InputFaults.UnknownEnumValue(enumType, name.Value));
    }

    /// <summary>True if a variable stands somewhere in the literal.</summary>
    internal static bool HoldsVariable(ValueNode literal) => literal switch
    {
        VariableNode => true,
        ListValueNode list => list.Values.Any(HoldsVariable),
        ObjectValueNode @object => @object.Fields.Any(field => HoldsVariable(field.Value)),
        _ => false,
    };

    /// <summary>A custom scalar may take lists and objects, but what it sees has no variables.</summary>
    private static ValueNode ReplaceVariables(ValueNode literal, VariableValues variables) => literal switch
    {
        VariableNode variable => variables.Literal(variable.Name.Value) ?? new NullValueNode(),
        ListValueNode list => new ListValueNode
        {
            Location = list.Location,
            Values = [.. list.Values.Select(item => ReplaceVariables(item, variables))],
        },
        ObjectValueNode @object => new ObjectValueNode
        {
            Location = @object.Location,
            Fields =
            [
                .. @object.Fields
                    .Where(field => field.Value is not VariableNode variable || variables.TryGetValue(variable.Name.Value, out _))
                    .Select(field => new ObjectFieldNode
                    {
                        Location = field.Location,
                        Name = field.Name,
                        Value = ReplaceVariables(field.Value, variables),
                    }),
            ],
        },
        _ => literal,
    };
}

/// <summary>Coerces one literal. When it throws, <see cref="Path"/> and <see cref="Node"/> say where.</summary>
internal sealed class LiteralCoercer(VariableValues variables)
{
    private readonly List<object> _path = [];

    /// <summary>The input field names and list indices down to the value that is being coerced.</summary>
    public IReadOnlyCollection<object> Path => _path;

    /// <summary>The literal that is being coerced.</summary>
    public ValueNode? Node { get; private set; }

    public object? Coerce(ValueNode literal, GraphQLType type)
    {
        Node = literal;
        if (literal is VariableNode variable)
            return CoerceVariable(variable, type);
        if (literal is NullValueNode)
        {
            return type is NonNullType nonNull ? throw new CoercionException(InputFaults.IsNull(nonNull)) : null;
        }

        return type.Nullable switch
        {
            ListType list => CoerceList(literal, list),
            InputObjectType inputObject => CoerceObject(literal, inputObject),
            var leaf => LiteralCoercion.CoerceLeaf(literal, (NamedType)leaf, variables),
        };
    }

    private object? CoerceVariable(VariableNode variable, GraphQLType type)
    {
        var given = variables.TryGetValue(variable.Name.Value, out var value);
        if (value is null && type is NonNullType)
        {
            throw new CoercionException(given
                ? $"Expected variable \"${variable.Name}\" provided to non-null type \"{type}\" not to be null."
                : $"Expected variable \"${variable.Name}\" provided to type \"{type}\" to provide a runtime value.");
        }

        return value;
    }

    private object?[] CoerceList(ValueNode literal, ListType type)
    {
        if (literal is not ListValueNode list)
            return [Coerce(literal, type.OfType)];
        var items = new object?[list.Values.Count];
        for (var i = 0; i < items.Length; i++)
        {
            _path.Add(i);
            items[i] = Coerce(list.Values[i], type.OfType);
            _path.RemoveAt(_path.Count - 1);
        }

        return items;
    }

    private InputObject CoerceObject(ValueNode literal, InputObjectType type)
    {
        if (literal is not ObjectValueNode given)
            throw new CoercionException(InputFaults.NoObject(type, InputText.Of(literal)));

        var nodes = new Dictionary<string, ObjectFieldNode>(given.Fields.Count, StringComparer.Ordinal);
        foreach (var node in given.Fields)
        {
            if (!type.TryGetField(node.Name.Value, out _))
                throw new CoercionException(InputFaults.UnknownField(type, node.Name.Value, InputText.Of(literal)));
            nodes[node.Name.Value] = node;
        }

        var fields = new List<KeyValuePair<string, object?>>(type.Fields.Count);
        foreach (var definition in type.Fields)
        {
            if (nodes.TryGetValue(definition.Name, out var node) && !IsAbsent(node.Value))
            {
                _path.Add(definition.Name);
                fields.Add(new(definition.Name, Coerce(node.Value, definition.Type)));
                _path.RemoveAt(_path.Count - 1);
            }
            else if (LiteralCoercion.TryGetDefault(definition, out var value))
            {
                fields.Add(new(definition.Name, value));
            }
            else if (definition.IsRequired)
            {
                Node = literal;
                throw new CoercionException(InputFaults.MissingField(type, definition.Name, InputText.Of(literal)));
            }
        }

        Node = literal;
        if (type.IsOneOf && (nodes.Count != 1 || fields is not [{ Value: not null }]))
            throw given.Fields is [{ Value: VariableNode variable } only] ? NotOneField(type, only, variable) : new CoercionException(InputFaults.NotOneField(type));
        return new InputObject(fields);
    }

    private CoercionException NotOneField(InputObjectType type, ObjectFieldNode field, VariableNode variable) =>
        new($"Expected variable \"${variable.Name}\" provided to field \"{field.Name}\" for OneOf Input Object type \"{type}\" "
            + (IsAbsent(variable) ? "to provide a runtime value." : "not to be null."));

    private bool IsAbsent(ValueNode value) => value is VariableNode variable && !variables.TryGetValue(variable.Name.Value, out _);
}
