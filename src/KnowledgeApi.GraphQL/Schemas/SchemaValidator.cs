using KnowledgeApi.GraphQL.Coercion;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Schemas;

/// <summary>Finds what makes a schema invalid by the specification, type by type in the schema's order.</summary>
internal static class SchemaValidator
{
    /// <summary>Every fault, naming the type and member and what would be right; empty for a valid schema.</summary>
    public static IReadOnlyList<string> Validate(Schema schema)
    {
        var check = new Check(schema);
        check.Roots();
        foreach (var directive in schema.Directives)
            check.Directive(directive);
        foreach (var type in schema.Types.Where(t => !Introspection.IsIntrospectionType(t)))
            check.Type(type);
        check.DefaultCycles();
        check.Defaults();
        check.InfiniteInputs();
        return check.Faults;
    }

    private sealed class Check(Schema schema)
    {
        private readonly List<(string Where, InputValue Input)> _withDefaults = [];

        public List<string> Faults { get; } = [];

        public void Roots()
        {
            ObjectType?[] roots = [schema.QueryType, schema.MutationType, schema.SubscriptionType];
            foreach (var twice in roots.OfType<ObjectType>().GroupBy(t => t).Where(g => g.Count() > 1))
                Faults.Add($"{twice.Key} is the root of more than one kind of operation: give each its own type.");
            foreach (var root in roots.OfType<ObjectType>())
                Known($"The root type {root}", root);
        }

        public void Directive(Directive directive)
        {
            var where = $"@{directive.Name}";
            Name(where, directive.Name);
            if (directive.Locations is [])
                Faults.Add($"{where} may stand nowhere: give it at least one location.");
            Inputs(directive.Arguments, "argument", argument => $"{where}({argument}:)");
        }

        public void Type(NamedType type)
        {
            Name($"Type {type}", type.Name);
            switch (type)
            {
                case FieldsType fields:
                    Fields(fields);
                    Interfaces(fields);
                    break;
                case UnionType union:
                    Union(union);
                    break;
                case EnumType @enum:
                    Enum(@enum);
                    break;
                case InputObjectType input:
                    InputObject(input);
                    break;
            }
        }

        /// <summary>Only after the cycles are known: a default that needs itself can never be coerced.</summary>
        public void Defaults()
        {
            foreach (var (where, input) in _withDefaults)
            {
                try
                {
                    LiteralCoercion.Coerce(input.DefaultValue!, input.Type, VariableValues.None);
                }
                catch (CoercionException failure)
                {
                    Faults.Add($"The default of {where} does not fit its type {input.Type}: {failure.Message}");
                }
            }
        }

        public void DefaultCycles()
        {
            var cyclic = new HashSet<InputObjectType>();
            foreach (var input in schema.Types.OfType<InputObjectType>().Where(i => NeedsItself(i, new ObjectValueNode { Fields = [] }, [])))
            {
                cyclic.Add(input);
                Faults.Add($"The defaults of {input} contain each other without end: remove one of them.");
            }

            if (cyclic.Count > 0)
                _withDefaults.RemoveAll(d => Reaches(d.Input.Type.Named, cyclic, []));
        }

        public void InfiniteInputs()
        {
            var finite = new HashSet<InputObjectType>();
            var inputs = schema.Types.OfType<InputObjectType>().ToList();
            bool IsFinite(GraphQLType type) => type is not InputObjectType input || finite.Contains(input);
            bool CanEnd(InputObjectType input) => input.IsOneOf && input.Fields.Count > 0
                ? input.Fields.Any(f => IsFinite(f.Type.Nullable))
                : input.Fields.All(f => f.Type is not NonNullType required || IsFinite(required.OfType));

            while (inputs.Where(i => !finite.Contains(i) && CanEnd(i)).ToList() is { Count: > 0 } more)
                finite.UnionWith(more);
            foreach (var input in inputs.Where(i => !finite.Contains(i)))
                Faults.Add($"{input} can never be given: its required fields lead back to it without end. Make one of them nullable or a list.");
        }

        private void Fields(FieldsType type)
        {
            if (type.Fields is [])
                Faults.Add($"{type} has no fields: give it at least one.");
            Unique(type.Fields.Select(f => f.Name), $"{type}", "field");
            foreach (var field in type.Fields)
            {
                var where = $"{type}.{field.Name}";
                Name(where, field.Name);
                Known(where, field.Type);
                if (!field.Type.IsOutput)
                    Faults.Add($"{where} has the type {field.Type}, which is for input only.");
                Inputs(field.Arguments, "argument", argument => $"{where}({argument}:)");
            }
        }

        private void Interfaces(FieldsType type)
        {
            Unique(type.Interfaces.Select(i => i.Name), $"{type}", "interface");
            foreach (var @interface in type.Interfaces.Distinct())
            {
                Known($"{type}", @interface);
                if (@interface == type)
                {
                    Faults.Add($"{type} implements itself.");
                    continue;
                }

                foreach (var missing in @interface.Interfaces.Where(i => i != type && !type.Interfaces.Contains(i)))
                    Faults.Add($"{type} implements {@interface} and so must implement {missing} too.");
                if (@interface.Interfaces.Contains(type))
                    Faults.Add($"{type} and {@interface} implement each other.");
                foreach (var expected in @interface.Fields)
                    Implements(type, @interface, expected);
            }
        }

        private void Implements(FieldsType type, InterfaceType @interface, Field expected)
        {
            if (!type.TryGetField(expected.Name, out var field))
            {
                Faults.Add($"{type} lacks the field {expected.Name}: {expected.Type} of {@interface}.");
                return;
            }

            var where = $"{type}.{field.Name}";
            if (!IsCovariant(field.Type, expected.Type))
                Faults.Add($"{where} has the type {field.Type}, but {@interface} promises {expected.Type}.");
            if (field.DeprecationReason is not null && expected.DeprecationReason is null)
                Faults.Add($"{where} is deprecated, but the same field of {@interface} is not.");
            foreach (var argument in expected.Arguments)
            {
                var given = field.FindArgument(argument.Name);
                if (given is null)
                    Faults.Add($"{where} lacks the argument {argument.Name}: {argument.Type} of {@interface}.");
                else if (given.Type.ToString() != argument.Type.ToString())
                    Faults.Add($"{where}({argument.Name}:) has the type {given.Type}, but {@interface} has {argument.Type}.");
            }

            foreach (var more in field.Arguments.Where(a => a.IsRequired && expected.FindArgument(a.Name) is null))
                Faults.Add($"{where}({more.Name}:) is required, but {@interface} does not have it: give it a default or make it nullable.");
        }

        private bool IsCovariant(GraphQLType type, GraphQLType expected) => (type, expected) switch
        {
            (NonNullType a, NonNullType b) => IsCovariant(a.OfType, b.OfType),
            (NonNullType a, _) => IsCovariant(a.OfType, expected),
            (ListType a, ListType b) => IsCovariant(a.OfType, b.OfType),
            (NamedType a, NamedType b) => a == b || schema.IsSubType(b, a),
            _ => false,
        };

        private void Union(UnionType union)
        {
            if (union.Types is [])
                Faults.Add($"{union} is a union of nothing: give it at least one object type.");
            Unique(union.Types.Select(t => t.Name), $"{union}", "member");
            foreach (var member in union.Types)
                Known($"{union}", member);
        }

        private void Enum(EnumType type)
        {
            if (type.Values is [])
                Faults.Add($"{type} has no values: give it at least one.");
            Unique(type.Values.Select(v => v.Name), $"{type}", "value");
            foreach (var value in type.Values)
            {
                Name($"{type}.{value.Name}", value.Name);
                if (value.Name is "true" or "false" or "null")
                    Faults.Add($"{type}.{value.Name} is a word of the language: rename it.");
            }
        }

        private void InputObject(InputObjectType type)
        {
            if (type.Fields is [])
                Faults.Add($"{type} has no fields: give it at least one.");
            Inputs(type.Fields, "field", field => $"{type}.{field}");
            if (!type.IsOneOf)
                return;
            foreach (var field in type.Fields)
            {
                if (field.Type is NonNullType)
                    Faults.Add($"{type}.{field.Name} must be nullable, because only one field of {type} is given.");
                if (field.DefaultValue is not null)
                    Faults.Add($"{type}.{field.Name} must not have a default, because only one field of {type} is given.");
            }
        }

        private void Inputs(IReadOnlyList<InputValue> inputs, string kind, Func<string, string> where)
        {
            foreach (var twice in inputs.GroupBy(i => i.Name).Where(g => g.Count() > 1))
                Faults.Add($"{where(twice.Key)} is there {twice.Count()} times: {kind}s need different names.");
            foreach (var input in inputs)
            {
                var at = where(input.Name);
                Name(at, input.Name);
                Known(at, input.Type);
                if (!input.Type.IsInput)
                    Faults.Add($"{at} has the type {input.Type}, which is for output only.");
                else if (input.DefaultValue is not null)
                    _withDefaults.Add((at, input));
                if (input is { IsRequired: true, DeprecationReason: not null })
                    Faults.Add($"{at} is required and so cannot be deprecated: make it nullable or give it a default.");
            }
        }

        private void Unique(IEnumerable<string> names, string where, string kind)
        {
            foreach (var twice in names.GroupBy(n => n).Where(g => g.Count() > 1))
                Faults.Add($"{where} has the {kind} {twice.Key} {twice.Count()} times.");
        }

        private void Name(string where, string name)
        {
            if (!Naming.IsName(name))
                Faults.Add($"{where}: \"{name}\" is no name. Names have letters, digits and underscores, and no digit first.");
            else if (name.StartsWith("__", StringComparison.Ordinal))
                Faults.Add($"{where}: names that start with two underscores belong to introspection.");
        }

        private void Known(string where, GraphQLType type)
        {
            if (!schema.TryGetType(type.Named.Name, out var known))
                Faults.Add($"{where} refers to {type.Named}, which is not in the schema.");
            else if (known != type.Named)
                Faults.Add($"{where} refers to another {type.Named} than the one in the schema.");
        }

        private static bool NeedsItself(InputObjectType type, ValueNode value, HashSet<InputValue> visited) => value switch
        {
            ListValueNode list => list.Values.Any(item => NeedsItself(type, item, visited)),
            ObjectValueNode given => type.Fields.Any(field => FieldNeedsItself(field, given, visited)),
            _ => false,
        };

        private static bool FieldNeedsItself(InputValue field, ObjectValueNode given, HashSet<InputValue> visited)
        {
            if (field.Type.Named is not InputObjectType type)
                return false;
            if (given.Fields.FirstOrDefault(f => f.Name.Value == field.Name) is { } own)
                return NeedsItself(type, own.Value, visited);
            return field.DefaultValue is { } value && (visited.Contains(field) || NeedsItself(type, value, [.. visited, field]));
        }

        private static bool Reaches(NamedType type, HashSet<InputObjectType> targets, HashSet<InputObjectType> seen) =>
            type is InputObjectType input
            && seen.Add(input)
            && (targets.Contains(input) || input.Fields.Any(f => Reaches(f.Type.Named, targets, seen)));
    }
}
