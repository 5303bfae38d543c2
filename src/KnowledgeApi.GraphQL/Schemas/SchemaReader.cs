using KnowledgeApi.GraphQL.Coercion;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Schemas;

/// <summary>A schema in the type system language cannot be read; the message starts with <c>line:column</c>.</summary>
internal sealed class SchemaReadException(string message, SourceLocation location) : Exception($"{location}: {message}")
{
    public SourceLocation Location { get; } = location;
}

/// <summary>
/// Builds a schema from the type system language: one that documents can be validated against, but not executed, for its
/// fields have no resolvers. Extensions become part of what they extend; scalars that are not built in take any value.
/// </summary>
internal sealed class SchemaReader
{
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Directive> _directives = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, List<TypeDefinitionNode>> _definitions = new(StringComparer.Ordinal);
    private readonly List<SchemaDefinitionNode> _schemas = [];
    private readonly List<DirectiveDefinitionNode> _directiveDefinitions = [];

    private SchemaReader(DocumentNode document)
    {
        foreach (var definition in document.Definitions)
            Sort(definition);
    }

    /// <summary>
    /// Reads a schema. Names are looked up and kinds are checked; whether the schema is valid beyond that is for
    /// <see cref="SchemaValidator"/> to say. Throws <see cref="SchemaReadException"/>.
    /// </summary>
    public static Schema Read(string sdl)
    {
        try
        {
            return new SchemaReader(Parser.ParseDocument(sdl, new ParserLimits { MaxTokens = int.MaxValue })).Read();
        }
        catch (SyntaxException failure)
        {
            throw new SchemaReadException(failure.Message, failure.Location);
        }
        catch (SyntaxLimitException failure)
        {
            throw new SchemaReadException(failure.Message, failure.Location);
        }
    }

    private void Sort(DefinitionNode definition)
    {
        switch (definition)
        {
            case SchemaDefinitionNode schema:
                if (!schema.IsExtension && _schemas.Exists(each => !each.IsExtension))
                    throw Fail("There is more than one schema definition.", schema);
                _schemas.Add(schema);
                break;
            case DirectiveDefinitionNode directive:
                _directiveDefinitions.Add(directive);
                break;
            case TypeDefinitionNode type:
                if (!_definitions.TryGetValue(type.Name.Value, out var same))
                    _definitions.Add(type.Name.Value, same = []);
                if (!type.IsExtension && same.Exists(each => !each.IsExtension))
                    throw Fail($"There is more than one type named {type.Name}.", type.Name);
                same.Add(type);
                break;
            default:
                throw Fail("A schema holds no operations and fragments.", definition);
        }
    }

    private Schema Read()
    {
        foreach (var scalar in BuiltIns.Scalars)
            _types.Add(scalar.Name, scalar);
        foreach (var type in Introspection.AllTypes)
            _types.Add(type.Name, type);
        foreach (var directive in BuiltIns.Directives)
            _directives.Add(directive.Name, directive);

        var named = new List<NamedType>();
        foreach (var definitions in _definitions.Values)
        {
            var type = Create(definitions);
            if (!_types.TryAdd(type.Name, type))
                throw Fail($"The type {type.Name} is built in.", definitions[0].Name);
            named.Add(type);
        }

        var declared = _directiveDefinitions.Where(each => !each.IsExtension).Select(Create).ToList();
        foreach (var definitions in _definitions.Values)
            Complete(_types[definitions[0].Name.Value], definitions);
        foreach (var directive in _directiveDefinitions)
            CheckInputs(directive.Arguments, DirectiveLocation.ArgumentDefinition);
        foreach (var schema in _schemas)
            Check(schema.Directives, DirectiveLocation.Schema);

        return new Schema(
            Root(OperationType.Query) ?? throw new SchemaReadException("There is no query type.", new SourceLocation(1, 1)),
            [.. named, .. BuiltIns.Scalars, .. Introspection.AllTypes],
            [.. declared, .. BuiltIns.Directives.Where(each => _directives[each.Name] == each)],
            Root(OperationType.Mutation),
            Root(OperationType.Subscription),
            _schemas.Find(each => !each.IsExtension)?.Description?.Value);
    }

    /// <summary>The type without what refers to other types: these may not exist yet.</summary>
    private static NamedType Create(List<TypeDefinitionNode> definitions)
    {
        var definition = definitions.Find(each => !each.IsExtension)
            ?? throw Fail($"There is no type {definitions[0].Name} to extend.", definitions[0].Name);
        foreach (var extension in definitions)
        {
            if (extension.GetType() != definition.GetType())
                throw Fail($"{definition.Name} is extended as another kind of type than it is defined as.", extension);
        }

        var name = definition.Name.Value;
        var description = definition.Description?.Value;
        var values = definitions.OfType<EnumTypeDefinitionNode>().SelectMany(each => each.Values);
        return definition switch
        {
            ObjectTypeDefinitionNode => new ObjectType { Name = name, Description = description },
            InterfaceTypeDefinitionNode => new InterfaceType { Name = name, Description = description },
            UnionTypeDefinitionNode => new UnionType { Name = name, Description = description },
            EnumTypeDefinitionNode => new EnumType
            {
                Name = name,
                Description = description,
                Values = [.. Unique(values, value => value.Name, $"value of {name}").Select(Create)],
            },
            InputObjectTypeDefinitionNode => new InputObjectType
            {
                Name = name,
                Description = description,
                IsOneOf = definitions.Exists(each => Find(each.Directives, BuiltIns.OneOf) is not null),
            },
            _ => new CustomScalarType(name)
            {
                Description = description,
                SpecifiedBy = definitions.Select(each => Text(each.Directives, BuiltIns.SpecifiedBy, "url")).FirstOrDefault(url => url is not null),
            },
        };
    }

    private static EnumValue Create(EnumValueDefinitionNode node) => new()
    {
        Name = node.Name.Value,
        Description = node.Description?.Value,
        DeprecationReason = DeprecationReason(node.Directives),
        Value = node.Name.Value,
    };

    private Directive Create(DirectiveDefinitionNode node)
    {
        var directive = new Directive
        {
            Name = node.Name.Value,
            Description = node.Description?.Value,
            IsRepeatable = node.Repeatable,
            Locations = [.. node.Locations.Select(Location)],
            Arguments = Inputs(node.Arguments, $"argument of @{node.Name}"),
        };
        if (_directives.TryGetValue(directive.Name, out var known) && !BuiltIns.Directives.Contains(known))
            throw Fail($"There is more than one directive named @{node.Name}.", node.Name);
        return _directives[directive.Name] = directive;
    }

    private void Complete(NamedType type, List<TypeDefinitionNode> definitions)
    {
        switch (type)
        {
            case ObjectType:
                var objects = definitions.Cast<ObjectTypeDefinitionNode>().ToList();
                Complete((ObjectType)type, objects.SelectMany(each => each.Interfaces), objects.SelectMany(each => each.Fields));
                break;
            case InterfaceType:
                var interfaces = definitions.Cast<InterfaceTypeDefinitionNode>().ToList();
                Complete((InterfaceType)type, interfaces.SelectMany(each => each.Interfaces), interfaces.SelectMany(each => each.Fields));
                break;
            case UnionType union:
                var members = definitions.Cast<UnionTypeDefinitionNode>().SelectMany(each => each.Types);
                union.Types = [.. Unique(members, node => node.Name, $"member of {type}").Select(Find<ObjectType>)];
                break;
            case EnumType:
                foreach (var value in definitions.Cast<EnumTypeDefinitionNode>().SelectMany(each => each.Values))
                    Check(value.Directives, DirectiveLocation.EnumValue);
                break;
            case InputObjectType input:
                var inputs = definitions.Cast<InputObjectTypeDefinitionNode>().SelectMany(each => each.Fields).ToList();
                input.Fields = Inputs(inputs, $"field of {type}");
                CheckInputs(inputs, DirectiveLocation.InputFieldDefinition);
                break;
        }

        foreach (var definition in definitions)
        {
            Check(definition.Directives, type switch
            {
                ObjectType => DirectiveLocation.Object,
                InterfaceType => DirectiveLocation.Interface,
                UnionType => DirectiveLocation.Union,
                EnumType => DirectiveLocation.Enum,
                InputObjectType => DirectiveLocation.InputObject,
                _ => DirectiveLocation.Scalar,
            });
        }
    }

    private void Complete(FieldsType type, IEnumerable<NamedTypeNode> interfaces, IEnumerable<FieldDefinitionNode> fields)
    {
        type.Interfaces = [.. Unique(interfaces, node => node.Name, $"interface of {type}").Select(Find<InterfaceType>)];
        var nodes = Unique(fields, node => node.Name, $"field of {type}").ToList();
        type.Fields = [.. nodes.Select(node => new Field
        {
            Name = node.Name.Value,
            Description = node.Description?.Value,
            DeprecationReason = DeprecationReason(node.Directives),
            Type = Resolve(node.Type) is { IsOutput: true } output ? output : throw Fail($"{type}.{node.Name} cannot return an input object.", node.Type),
            Arguments = Inputs(node.Arguments, $"argument of {type}.{node.Name}"),
        })];
        foreach (var node in nodes)
        {
            Check(node.Directives, DirectiveLocation.FieldDefinition);
            CheckInputs(node.Arguments, DirectiveLocation.ArgumentDefinition);
        }
    }

    private IReadOnlyList<InputValue> Inputs(IEnumerable<InputValueDefinitionNode> nodes, string what) =>
    [
        .. Unique(nodes, node => node.Name, what).Select(node => new InputValue
        {
            Name = node.Name.Value,
            Description = node.Description?.Value,
            DeprecationReason = DeprecationReason(node.Directives),
            Type = Resolve(node.Type) is { IsInput: true } input ? input : throw Fail($"{node.Name} has a type that is for output only.", node.Type),
            DefaultValue = node.DefaultValue,
        }),
    ];

    private void CheckInputs(IEnumerable<InputValueDefinitionNode> nodes, DirectiveLocation location)
    {
        foreach (var node in nodes)
            Check(node.Directives, location);
    }

    /// <summary>Checks that directives are known, may stand here, and have the arguments they need.</summary>
    private void Check(IReadOnlyList<DirectiveNode> nodes, DirectiveLocation location)
    {
        foreach (var node in nodes)
        {
            if (!_directives.TryGetValue(node.Name.Value, out var directive))
                throw Fail($"There is no directive @{node.Name}.", node);
            if (!directive.Locations.Contains(location))
                throw Fail($"@{node.Name} may not stand here.", node);
            if (!directive.IsRepeatable && nodes.Any(other => other != node && other.Name.Value == directive.Name))
                throw Fail($"@{node.Name} may stand here only once.", node);
            if (node.Arguments.FirstOrDefault(given => directive.Arguments.All(each => each.Name != given.Name.Value)) is { } unknown)
                throw Fail($"@{node.Name} has no argument {unknown.Name}.", unknown);
            Arguments(directive, node);
        }
    }

    private ObjectType? Root(OperationType operation)
    {
        var declared = _schemas.SelectMany(each => each.OperationTypes).Where(each => each.Operation == operation).ToList();
        if (declared.Count > 1)
            throw Fail("There is more than one type for this kind of operation.", declared[1]);
        if (declared.Count == 1)
            return Find<ObjectType>(declared[0].Type);

        // Without a schema definition, types of these names are the roots.
        return _schemas.Exists(each => !each.IsExtension) ? null : _types.GetValueOrDefault(operation.ToString()) as ObjectType;
    }

    private GraphQLType Resolve(TypeNode node) => node switch
    {
        ListTypeNode list => new ListType(Resolve(list.Type)),
        NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.Type)),
        _ => Find<NamedType>((NamedTypeNode)node),
    };

    private T Find<T>(NamedTypeNode node)
        where T : NamedType
    {
        if (!_types.TryGetValue(node.Name.Value, out var type))
            throw Fail($"There is no type {node.Name}.", node);
        return type as T ?? throw Fail($"{node.Name} is not an {(typeof(T) == typeof(InterfaceType) ? "interface" : "object type")}.", node);
    }

    private static DirectiveLocation Location(NameNode node) =>
        Enum.TryParse<DirectiveLocation>(node.Value.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var location)
            ? location
            : throw Fail($"Directives cannot stand on {node}.", node);

    private static string? DeprecationReason(IReadOnlyList<DirectiveNode> nodes) => Text(nodes, BuiltIns.Deprecated, "reason");

    private static string? Text(IReadOnlyList<DirectiveNode> nodes, Directive directive, string argument) =>
        Find(nodes, directive) is { } node ? (string?)Arguments(directive, node)[argument] : null;

    private static DirectiveNode? Find(IReadOnlyList<DirectiveNode> nodes, Directive directive) =>
        nodes.FirstOrDefault(node => node.Name.Value == directive.Name);

    private static ArgumentValues Arguments(Directive directive, DirectiveNode node)
    {
        try
        {
            return ArgumentCoercion.Coerce(directive.Arguments, node.Arguments, VariableValues.None);
        }
        catch (ArgumentCoercionException failure)
        {
            throw Fail(failure.Message, failure.Node ?? node);
        }
    }

    private static IEnumerable<TNode> Unique<TNode>(IEnumerable<TNode> nodes, Func<TNode, NameNode> name, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (!seen.Add(name(node).Value))
                throw Fail($"There is more than one {what} named {name(node)}.", name(node));
            yield return node;
        }
    }

    private static SchemaReadException Fail(string message, SyntaxNode node) => new(message, node.Location);
}
