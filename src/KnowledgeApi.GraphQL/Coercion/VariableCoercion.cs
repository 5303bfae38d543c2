using System.Text.Json;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Coercion;

/// <summary>From the JSON of a request to the values of an operation's variables.</summary>
internal static class VariableCoercion
{
    private const int MaxErrors = 50;

    /// <summary>
    /// The values of the variables that are given or have a default. Returns all that is wrong (code <see cref="ErrorCodes.VariableInvalid"/>,
    /// each with the path inside the value and the place of the definition), and then no values.
    /// </summary>
    /// <param name="schema">The schema the operation is valid for.</param>
    /// <param name="operation">The operation that defines the variables; values of other names are ignored.</param>
    /// <param name="variables">A JSON object, JSON null or nothing.</param>
    /// <param name="values">The coerced values.</param>
    public static IReadOnlyList<GraphQLError> Coerce(
        Schema schema,
        OperationDefinitionNode operation,
        JsonElement? variables,
        out VariableValues values)
    {
        values = VariableValues.None;
        if (variables is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined) })
            return [new GraphQLError("The variables of a request are a JSON object.", ErrorCodes.VariableInvalid)];
        if (operation.VariableDefinitions.Count == 0)
            return [];

        var coerced = new Dictionary<string, object?>(operation.VariableDefinitions.Count, StringComparer.Ordinal);
        var errors = new List<GraphQLError>();
        foreach (var definition in operation.VariableDefinitions)
        {
            var given = variables is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty(definition.Variable.Name.Value, out var json)
                ? json
                : default(JsonElement?);
            Coerce(schema, definition, given, coerced, errors);
            if (errors.Count > MaxErrors)
            {
                var last = errors[MaxErrors];
                errors.RemoveRange(MaxErrors, errors.Count - MaxErrors);
                errors.Add(last with { Message = $"There are more than {MaxErrors} errors in the variables; the others are not shown." });
                break;
            }
        }

        if (errors.Count == 0)
            values = new VariableValues(coerced) { Literal = name => LiteralOf(schema, operation, variables, name) };
        return errors;
    }

    private static void Coerce(
        Schema schema,
        VariableDefinitionNode definition,
        JsonElement? given,
        Dictionary<string, object?> coerced,
        List<GraphQLError> errors)
    {
        var name = definition.Variable.Name.Value;
        if (schema.Resolve(definition.Type) is not { IsInput: true } type)
        {
            Fail($"expected value of type \"{SyntaxPrinter.Print(definition.Type)}\" which cannot be used as an input type.");
        }
        else if (given is { } json)
        {
            var coercer = new JsonCoercer((path, message) =>
            {
                Fail($"has invalid value{path}: {message}");
                return errors.Count <= MaxErrors;
            });
            coerced[name] = coercer.Coerce(json, type);
        }
        else if (definition.DefaultValue is { } literal)
        {
            var coercer = new LiteralCoercer(VariableValues.None);
            try
            {
                coerced[name] = coercer.Coerce(literal, type);
            }
            catch (CoercionException failure)
            {
                Fail($"has invalid default value{InputText.At(coercer.Path)}: {failure.Message}");
            }
        }
        else if (type is NonNullType)
        {
            Fail($"has invalid value: Expected a value of non-null type \"{type}\" to be provided.");
        }

        void Fail(string message) => errors.Add(new GraphQLError($"Variable \"${name}\" {message}", ErrorCodes.VariableInvalid, [definition.Location]));
    }

    private static ValueNode? LiteralOf(Schema schema, OperationDefinitionNode operation, JsonElement? variables, string name)
    {
        if (operation.VariableDefinitions.FirstOrDefault(d => d.Variable.Name.Value == name) is not { } definition)
            return null;
        return variables is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty(name, out var json)
            ? JsonLiteral.From(json, schema.Resolve(definition.Type))
            : definition.DefaultValue;
    }

    /// <summary>
    /// Coerces one JSON value and reports the path and message of all that does not fit, until the caller stops it.
    /// What it returns after a report means nothing.
    /// </summary>
    private sealed class JsonCoercer(Func<string, string, bool> report)
    {
        private readonly List<object> _path = [];
        private bool _stopped;

        public object? Coerce(JsonElement json, GraphQLType type)
        {
            if (_stopped)
                return null;
            if (json.ValueKind == JsonValueKind.Null)
                return type is NonNullType nonNull ? Fail(InputFaults.IsNull(nonNull)) : null;
            return type.Nullable switch
            {
                ListType list => CoerceList(json, list),
                InputObjectType inputObject => CoerceObject(json, inputObject),
                var leaf => CoerceLeaf(json, (NamedType)leaf),
            };
        }

        private object?[] CoerceList(JsonElement json, ListType type)
        {
            if (json.ValueKind != JsonValueKind.Array)
                return [Coerce(json, type.OfType)];
            var items = new object?[json.GetArrayLength()];
            var index = 0;
            foreach (var item in json.EnumerateArray())
            {
                items[index] = CoerceInside(index, item, type.OfType);
                index++;
            }

            return items;
        }

        private object? CoerceObject(JsonElement json, InputObjectType type)
        {
            if (json.ValueKind != JsonValueKind.Object)
                return Fail(InputFaults.NoObject(type, InputText.Of(json)));

            var given = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
            foreach (var property in json.EnumerateObject())
                given[InputText.Name(property)] = property.Value;

            var fields = new List<KeyValuePair<string, object?>>(type.Fields.Count);
            foreach (var definition in type.Fields)
            {
                if (given.TryGetValue(definition.Name, out var value))
                    fields.Add(new(definition.Name, CoerceInside(definition.Name, value, definition.Type)));
                else if (LiteralCoercion.TryGetDefault(definition, out var defaultValue))
                    fields.Add(new(definition.Name, defaultValue));
                else if (definition.IsRequired)
                    Fail(InputFaults.MissingField(type, definition.Name, InputText.Of(json)));
            }

            foreach (var name in given.Keys)
            {
                if (!_stopped && !type.TryGetField(name, out _))
                    Fail(InputFaults.UnknownField(type, name, InputText.Of(json)));
            }

            if (type.IsOneOf)
                CheckOneOf(given, type);
            return new InputObject(fields);
        }

        private void CheckOneOf(OrderedDictionary<string, JsonElement> given, InputObjectType type)
        {
            var known = given.Where(field => type.TryGetField(field.Key, out _)).ToList();
            if (known.Count != 1)
                Fail(InputFaults.NotOneField(type));
            if (known.Count > 0 && known[0].Value.ValueKind == JsonValueKind.Null)
            {
                _path.Add(known[0].Key);
                Fail(InputFaults.NotOneField(type));
                _path.RemoveAt(_path.Count - 1);
            }
        }

        private object? CoerceLeaf(JsonElement json, NamedType type)
        {
            try
            {
                return type is ScalarType scalar ? scalar.ParseValue(json) : CoerceEnum(json, (EnumType)type);
            }
            catch (CoercionException failure)
            {
                return Fail(failure.Message);
            }
        }

        private static object CoerceEnum(JsonElement json, EnumType type)
        {
            if (json.ValueKind != JsonValueKind.String)
            {
                var text = InputText.Of(json);
                throw new CoercionException($"Enum \"{type}\" cannot represent non-string value: {text}.{InputFaults.EnumHint(type, text)}");
            }

            var name = InputText.Text(json);
            return type.TryGetValue(name, out var value) ? value.Value : throw new CoercionException(InputFaults.UnknownEnumValue(type, name));
        }

        private object? CoerceInside(object key, JsonElement json, GraphQLType type)
        {
            _path.Add(key);
            var value = Coerce(json, type);
            _path.RemoveAt(_path.Count - 1);
            return value;
        }

        private object? Fail(string message)
        {
            if (!_stopped)
                _stopped = !report(InputText.At(_path), message);
            return null;
        }
    }
}
