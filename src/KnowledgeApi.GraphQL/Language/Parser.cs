using System.Runtime.CompilerServices;

namespace KnowledgeApi.GraphQL.Language;

/// <summary>
/// Reads GraphQL of the September 2025 specification, executable and type system definitions alike, and three extensions of its working
/// draft: empty selection sets, directives on directive definitions, and <c>extend directive</c>.
/// </summary>
internal sealed class Parser
{
    /// <summary>How much of a name or string an error message repeats, in UTF-16 code units.</summary>
    private const int QuotedLength = 40;

    private static readonly HashSet<string> DirectiveLocations =
    [
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION",
        "FRAGMENT_VARIABLE_DEFINITION", "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM",
        "ENUM_VALUE", "INPUT_OBJECT", "INPUT_FIELD_DEFINITION", "DIRECTIVE_DEFINITION",
    ];

    private readonly ParserLimits _limits;
    private Lexer _lexer;
    private Token _token;
    private int _tokens;
    private int _depth;

    private Parser(string text, ParserLimits? limits)
    {
        ArgumentNullException.ThrowIfNull(text);
        _limits = limits ?? new ParserLimits();
        _lexer = new Lexer(text);
        Advance();
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="SyntaxException">The text is not a GraphQL document.</exception>
    /// <exception cref="SyntaxLimitException">The text goes beyond a limit.</exception>
    public static DocumentNode ParseDocument(string text, ParserLimits? limits = null) => new Parser(text, limits).ParseDocument();

    /// <summary>Reads a value, which may be or hold variables.</summary>
    /// <exception cref="SyntaxException">The text is not one GraphQL value.</exception>
    /// <exception cref="SyntaxLimitException">The text goes beyond a limit.</exception>
    public static ValueNode ParseValue(string text, ParserLimits? limits = null)
    {
        var parser = new Parser(text, limits);
        var value = parser.ParseValue(isConstant: false);
        parser.Expect(TokenKind.EndOfDocument);
        return value;
    }

    /// <summary>Reads a reference to a type, such as <c>[String!]!</c>.</summary>
    /// <exception cref="SyntaxException">The text is not one reference to a type.</exception>
    /// <exception cref="SyntaxLimitException">The text goes beyond a limit.</exception>
    public static TypeNode ParseType(string text, ParserLimits? limits = null)
    {
        var parser = new Parser(text, limits);
        var type = parser.ParseType();
        parser.Expect(TokenKind.EndOfDocument);
        return type;
    }

    private DocumentNode ParseDocument()
    {
        var definitions = new List<DefinitionNode>();
        do
        {
            definitions.Add(ParseDefinition());
        }
        while (_token.Kind != TokenKind.EndOfDocument);
        return new DocumentNode { Definitions = definitions, Location = new SourceLocation(1, 1) };
    }

    private DefinitionNode ParseDefinition()
    {
        var start = _token.Location;
        if (Peek(TokenKind.LeftBrace))
            return new OperationDefinitionNode { Operation = OperationType.Query, SelectionSet = ParseSelectionSet(), Location = start };

        var description = _token.Kind is TokenKind.String or TokenKind.BlockString ? _token : (Token?)null;
        var keyword = description is null ? _token : PeekNext();
        if (keyword.Kind == TokenKind.LeftBrace)
            throw new SyntaxException("Expected no description, a query without a keyword has none.", start);
        var kind = keyword.Kind == TokenKind.Name ? KindOf(_lexer.Span(keyword)) : DefinitionKind.None;
        if (description is not null && kind is DefinitionKind.Extension or DefinitionKind.None && keyword.Kind == TokenKind.Name)
            throw new SyntaxException("Expected no description, only definitions have one.", start);
        if (kind == DefinitionKind.None)
            throw Unexpected(keyword);
        if (kind == DefinitionKind.Extension)
        {
            keyword = PeekNext();
            kind = keyword.Kind == TokenKind.Name ? KindOf(_lexer.Span(keyword)) : DefinitionKind.None;
            if (kind is DefinitionKind.None or DefinitionKind.Extension or DefinitionKind.Operation or DefinitionKind.Fragment)
                throw Unexpected(keyword);
            Advance();
            Advance();
            return ParseTypeSystem(kind, null, true, start);
        }

        var text = ParseDescription();
        if (kind == DefinitionKind.Operation)
            return ParseOperation(text, start);
        Advance();
        return kind == DefinitionKind.Fragment ? ParseFragmentDefinition(text, start) : ParseTypeSystem(kind, text, false, start);
    }

    private static DefinitionKind KindOf(ReadOnlySpan<char> keyword) => keyword switch
    {
        "query" or "mutation" or "subscription" => DefinitionKind.Operation,
        "fragment" => DefinitionKind.Fragment,
        "schema" => DefinitionKind.Schema,
        "scalar" => DefinitionKind.Scalar,
        "type" => DefinitionKind.Object,
        "interface" => DefinitionKind.Interface,
        "union" => DefinitionKind.Union,
        "enum" => DefinitionKind.Enum,
        "input" => DefinitionKind.InputObject,
        "directive" => DefinitionKind.Directive,
        "extend" => DefinitionKind.Extension,
        _ => DefinitionKind.None,
    };

    // ---- Executable definitions ----

    private OperationDefinitionNode ParseOperation(StringValueNode? description, SourceLocation start) => new()
    {
        Location = start,
        Description = description,
        Operation = ParseOperationType(),
        Name = Peek(TokenKind.Name) ? ParseName() : null,
        VariableDefinitions = OptionalMany(TokenKind.LeftParenthesis, static p => p.ParseVariableDefinition(), TokenKind.RightParenthesis),
        Directives = ParseDirectives(isConstant: false),
        SelectionSet = ParseSelectionSet(),
    };

    private OperationType ParseOperationType()
    {
        var token = Expect(TokenKind.Name);
        return _lexer.Span(token) switch
        {
            "query" => OperationType.Query,
            "mutation" => OperationType.Mutation,
            "subscription" => OperationType.Subscription,
            _ => throw Unexpected(token),
        };
    }

    private VariableDefinitionNode ParseVariableDefinition() => new()
    {
        Location = _token.Location,
        Description = ParseDescription(),
        Variable = ParseVariable(),
        Type = ParseTypeAfterColon(),
        DefaultValue = Skip(TokenKind.EqualsSign) ? ParseValue(isConstant: true) : null,
        Directives = ParseDirectives(isConstant: true),
    };

    private FragmentDefinitionNode ParseFragmentDefinition(StringValueNode? description, SourceLocation start) => new()
    {
        Location = start,
        Description = description,
        Name = ParseFragmentName(),
        TypeCondition = ParseTypeCondition(),
        Directives = ParseDirectives(isConstant: false),
        SelectionSet = ParseSelectionSet(),
    };

    private NameNode ParseFragmentName() => PeekKeyword("on") ? throw Unexpected(_token) : ParseName();

    private NamedTypeNode ParseTypeCondition()
    {
        ExpectKeyword("on");
        return ParseNamedType();
    }

    private SelectionSetNode ParseSelectionSet()
    {
        var start = _token.Location;
        var selections = Any(TokenKind.LeftBrace, static p => p.ParseSelection(), TokenKind.RightBrace);
        return new SelectionSetNode { Selections = selections, Location = start };
    }

    private SelectionNode ParseSelection() => Peek(TokenKind.Spread) ? ParseFragment() : ParseField();

    private FieldNode ParseField()
    {
        var name = ParseName();
        var alias = Skip(TokenKind.Colon) ? name : null;
        return new FieldNode
        {
            Location = name.Location,
            Alias = alias,
            Name = alias is null ? name : ParseName(),
            Arguments = ParseArguments(isConstant: false),
            Directives = ParseDirectives(isConstant: false),
            SelectionSet = Peek(TokenKind.LeftBrace) ? ParseSelectionSet() : null,
        };
    }

    private SelectionNode ParseFragment()
    {
        var start = Expect(TokenKind.Spread).Location;
        var hasTypeCondition = PeekKeyword("on");
        if (!hasTypeCondition && Peek(TokenKind.Name))
            return new FragmentSpreadNode { Location = start, Name = ParseName(), Directives = ParseDirectives(isConstant: false) };
        return new InlineFragmentNode
        {
            Location = start,
            TypeCondition = hasTypeCondition ? ParseTypeCondition() : null,
            Directives = ParseDirectives(isConstant: false),
            SelectionSet = ParseSelectionSet(),
        };
    }

    private ArgumentNode[] ParseArguments(bool isConstant) => OptionalMany<ArgumentNode>(
        TokenKind.LeftParenthesis,
        isConstant ? static p => p.ParseArgument(isConstant: true) : static p => p.ParseArgument(isConstant: false),
        TokenKind.RightParenthesis);

    private ArgumentNode ParseArgument(bool isConstant)
    {
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ArgumentNode { Location = name.Location, Name = name, Value = ParseValue(isConstant) };
    }

    private DirectiveNode[] ParseDirectives(bool isConstant)
    {
        if (!Peek(TokenKind.At))
            return [];
        var directives = new List<DirectiveNode>();
        while (Peek(TokenKind.At))
        {
            var start = Expect(TokenKind.At).Location;
            directives.Add(new DirectiveNode { Location = start, Name = ParseName(), Arguments = ParseArguments(isConstant) });
        }

        return [.. directives];
    }

    // ---- Values and types ----

    private ValueNode ParseValue(bool isConstant)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.LeftBracket:
                return new ListValueNode
                {
                    Location = token.Location,
                    Values = Any<ValueNode>(
                        TokenKind.LeftBracket,
                        isConstant ? static p => p.ParseValue(isConstant: true) : static p => p.ParseValue(isConstant: false),
                        TokenKind.RightBracket),
                };
            case TokenKind.LeftBrace:
                return new ObjectValueNode
                {
                    Location = token.Location,
                    Fields = Any<ObjectFieldNode>(
                        TokenKind.LeftBrace,
                        isConstant ? static p => p.ParseObjectField(isConstant: true) : static p => p.ParseObjectField(isConstant: false),
                        TokenKind.RightBrace),
                };
            case TokenKind.Int:
                Advance();
                return new IntValueNode { Location = token.Location, Value = _lexer.ValueOf(token) };
            case TokenKind.Float:
                Advance();
                return new FloatValueNode { Location = token.Location, Value = _lexer.ValueOf(token) };
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Name:
                Advance();
                return _lexer.Span(token) switch
                {
                    "true" => new BooleanValueNode { Location = token.Location, Value = true },
                    "false" => new BooleanValueNode { Location = token.Location, Value = false },
                    "null" => new NullValueNode { Location = token.Location },
                    _ => new EnumValueNode { Location = token.Location, Value = _lexer.ValueOf(token) },
                };
            case TokenKind.Dollar when isConstant:
                Advance();
                throw Peek(TokenKind.Name)
                    ? new SyntaxException($"Expected a constant value, found variable \"${Shorten(_lexer.ValueOf(_token))}\".", token.Location)
                    : Unexpected(token);
            case TokenKind.Dollar:
                return ParseVariable();
            default:
                throw Expected("value");
        }
    }

    private VariableNode ParseVariable() => new() { Location = Expect(TokenKind.Dollar).Location, Name = ParseName() };

    private ObjectFieldNode ParseObjectField(bool isConstant)
    {
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ObjectFieldNode { Location = name.Location, Name = name, Value = ParseValue(isConstant) };
    }

    private StringValueNode ParseString()
    {
        var token = _token;
        Advance();
        return new StringValueNode { Location = token.Location, Value = _lexer.ValueOf(token), Block = token.Kind == TokenKind.BlockString };
    }

    private StringValueNode? ParseDescription() => _token.Kind is TokenKind.String or TokenKind.BlockString ? ParseString() : null;

    private TypeNode ParseTypeAfterColon()
    {
        Expect(TokenKind.Colon);
        return ParseType();
    }

    private TypeNode ParseType()
    {
        var start = _token.Location;
        TypeNode type;
        if (Peek(TokenKind.LeftBracket))
        {
            Enter();
            Advance();
            var element = ParseType();
            Expect(TokenKind.RightBracket);
            Leave();
            type = new ListTypeNode { Location = start, Type = element };
        }
        else
            type = ParseNamedType();

        return Skip(TokenKind.Bang) ? new NonNullTypeNode { Location = start, Type = type } : type;
    }

    private NamedTypeNode ParseNamedType() => new() { Location = _token.Location, Name = ParseName() };

    private NameNode ParseName()
    {
        var token = Expect(TokenKind.Name);
        return new NameNode { Location = token.Location, Value = _lexer.ValueOf(token) };
    }

    // ---- Type system definitions; the keyword is read already ----

    private TypeSystemDefinitionNode ParseTypeSystem(DefinitionKind kind, StringValueNode? description, bool isExtension, SourceLocation start)
    {
        var (definition, isEmpty) = kind switch
        {
            DefinitionKind.Schema => ParseSchema(description, isExtension, start),
            DefinitionKind.Directive => ParseDirectiveDefinition(description, isExtension, start),
            _ => ParseTypeDefinition(kind, description, isExtension, start),
        };

        // An extension has to add something.
        return isExtension && isEmpty && definition.Directives.Count == 0 ? throw Unexpected(_token) : definition;
    }

    private (TypeSystemDefinitionNode Definition, bool IsEmpty) ParseSchema(StringValueNode? description, bool isExtension, SourceLocation start)
    {
        var directives = ParseDirectives(isConstant: true);
        var types = isExtension && !Peek(TokenKind.LeftBrace)
            ? []
            : Many(TokenKind.LeftBrace, static p => p.ParseOperationTypeDefinition(), TokenKind.RightBrace);
        var schema = new SchemaDefinitionNode
        {
            Location = start,
            Description = description,
            IsExtension = isExtension,
            Directives = directives,
            OperationTypes = types,
        };
        return (schema, types.Length == 0);
    }

    private OperationTypeDefinitionNode ParseOperationTypeDefinition()
    {
        var start = _token.Location;
        var operation = ParseOperationType();
        Expect(TokenKind.Colon);
        return new OperationTypeDefinitionNode { Location = start, Operation = operation, Type = ParseNamedType() };
    }

    private (TypeSystemDefinitionNode Definition, bool IsEmpty) ParseDirectiveDefinition(
        StringValueNode? description, bool isExtension, SourceLocation start)
    {
        Expect(TokenKind.At);
        var definition = new DirectiveDefinitionNode
        {
            Location = start,
            Description = description,
            IsExtension = isExtension,
            Name = ParseName(),
            Arguments = isExtension ? [] : ParseArgumentDefinitions(),
            Directives = ParseDirectives(isConstant: true),
            Repeatable = !isExtension && SkipKeyword("repeatable"),
            Locations = isExtension ? [] : ParseDirectiveLocations(),
        };
        return (definition, true);
    }

    private NameNode[] ParseDirectiveLocations()
    {
        ExpectKeyword("on");
        return Delimited(TokenKind.Pipe, static p => p.ParseDirectiveLocation());
    }

    private NameNode ParseDirectiveLocation()
    {
        var token = _token;
        var name = ParseName();
        return DirectiveLocations.Contains(name.Value) ? name : throw Unexpected(token);
    }

    private (TypeSystemDefinitionNode Definition, bool IsEmpty) ParseTypeDefinition(
        DefinitionKind kind, StringValueNode? description, bool isExtension, SourceLocation start)
    {
        var name = ParseName();
        var interfaces = kind is DefinitionKind.Object or DefinitionKind.Interface && SkipKeyword("implements")
            ? Delimited(TokenKind.Ampersand, static p => p.ParseNamedType())
            : [];
        var directives = ParseDirectives(isConstant: true);
        switch (kind)
        {
            case DefinitionKind.Object:
                var fields = ParseFieldDefinitions();
                return (new ObjectTypeDefinitionNode
                {
                    Location = start,
                    Description = description,
                    IsExtension = isExtension,
                    Name = name,
                    Interfaces = interfaces,
                    Directives = directives,
                    Fields = fields,
                }, fields.Length + interfaces.Length == 0);
            case DefinitionKind.Interface:
                fields = ParseFieldDefinitions();
                return (new InterfaceTypeDefinitionNode
                {
                    Location = start,
                    Description = description,
                    IsExtension = isExtension,
                    Name = name,
                    Interfaces = interfaces,
                    Directives = directives,
                    Fields = fields,
                }, fields.Length + interfaces.Length == 0);
            case DefinitionKind.Union:
                var types = Skip(TokenKind.EqualsSign) ? Delimited(TokenKind.Pipe, static p => p.ParseNamedType()) : [];
                return (new UnionTypeDefinitionNode
                {
                    Location = start,
                    Description = description,
                    IsExtension = isExtension,
                    Name = name,
                    Directives = directives,
                    Types = types,
                }, types.Length == 0);
            case DefinitionKind.Enum:
                var values = OptionalMany(TokenKind.LeftBrace, static p => p.ParseEnumValueDefinition(), TokenKind.RightBrace);
                return (new EnumTypeDefinitionNode
                {
                    Location = start,
                    Description = description,
                    IsExtension = isExtension,
                    Name = name,
                    Directives = directives,
                    Values = values,
                }, values.Length == 0);
            case DefinitionKind.InputObject:
                var inputs = OptionalMany(TokenKind.LeftBrace, static p => p.ParseInputValueDefinition(), TokenKind.RightBrace);
                return (new InputObjectTypeDefinitionNode
                {
                    Location = start,
                    Description = description,
                    IsExtension = isExtension,
                    Name = name,
                    Directives = directives,
                    Fields = inputs,
                }, inputs.Length == 0);
            default:
                return (new ScalarTypeDefinitionNode
                {
                    Location = start,
                    Description = description,
                    IsExtension = isExtension,
                    Name = name,
                    Directives = directives,
                }, true);
        }
    }

    private FieldDefinitionNode[] ParseFieldDefinitions() =>
        OptionalMany(TokenKind.LeftBrace, static p => p.ParseFieldDefinition(), TokenKind.RightBrace);

    private FieldDefinitionNode ParseFieldDefinition() => new()
    {
        Location = _token.Location,
        Description = ParseDescription(),
        Name = ParseName(),
        Arguments = ParseArgumentDefinitions(),
        Type = ParseTypeAfterColon(),
        Directives = ParseDirectives(isConstant: true),
    };

    private InputValueDefinitionNode[] ParseArgumentDefinitions() =>
        OptionalMany(TokenKind.LeftParenthesis, static p => p.ParseInputValueDefinition(), TokenKind.RightParenthesis);

    private InputValueDefinitionNode ParseInputValueDefinition() => new()
    {
        Location = _token.Location,
        Description = ParseDescription(),
        Name = ParseName(),
        Type = ParseTypeAfterColon(),
        DefaultValue = Skip(TokenKind.EqualsSign) ? ParseValue(isConstant: true) : null,
        Directives = ParseDirectives(isConstant: true),
    };

    private EnumValueDefinitionNode ParseEnumValueDefinition() => new()
    {
        Location = _token.Location,
        Description = ParseDescription(),
        Name = PeekKeyword("true") || PeekKeyword("false") || PeekKeyword("null") ? throw Expected("name of an enum value") : ParseName(),
        Directives = ParseDirectives(isConstant: true),
    };

    // ---- Lists of things ----

    private T[] Any<T>(TokenKind open, Func<Parser, T> item, TokenKind close)
    {
        if (Peek(open))
            Enter();
        Expect(open);
        var items = new List<T>();
        while (!Skip(close))
            items.Add(item(this));
        Leave();
        return [.. items];
    }

    private T[] Many<T>(TokenKind open, Func<Parser, T> item, TokenKind close)
    {
        Expect(open);
        var items = new List<T>();
        do
        {
            items.Add(item(this));
        }
        while (!Skip(close));
        return [.. items];
    }

    private T[] OptionalMany<T>(TokenKind open, Func<Parser, T> item, TokenKind close) => Peek(open) ? Many(open, item, close) : [];

    private T[] Delimited<T>(TokenKind delimiter, Func<Parser, T> item)
    {
        Skip(delimiter);
        var items = new List<T>();
        do
        {
            items.Add(item(this));
        }
        while (Skip(delimiter));
        return [.. items];
    }

    // ---- Tokens ----

    private void Advance()
    {
        _token = _lexer.Next();
        if (_token.Kind != TokenKind.EndOfDocument && ++_tokens > _limits.MaxTokens)
            throw new SyntaxLimitException($"The document has more than {_limits.MaxTokens} tokens.", _token.Location);
    }

    /// <summary>The token after the current one. The lexer is a struct, so that a copy of it looks ahead.</summary>
    private Token PeekNext()
    {
        var ahead = _lexer;
        return ahead.Next();
    }

    private bool Peek(TokenKind kind) => _token.Kind == kind;

    private bool PeekKeyword(string keyword) => _token.Kind == TokenKind.Name && _lexer.Span(_token).SequenceEqual(keyword);

    private bool Skip(TokenKind kind)
    {
        if (_token.Kind != kind)
            return false;
        Advance();
        return true;
    }

    private bool SkipKeyword(string keyword)
    {
        if (!PeekKeyword(keyword))
            return false;
        Advance();
        return true;
    }

    private Token Expect(TokenKind kind)
    {
        var token = _token;
        if (token.Kind != kind)
            throw Expected(Describe(kind));
        if (kind != TokenKind.EndOfDocument)
            Advance();
        return token;
    }

    private void ExpectKeyword(string keyword)
    {
        if (!SkipKeyword(keyword))
            throw Expected($"\"{keyword}\"");
    }

    /// <summary>Goes one level deeper, or refuses to while the stack is still sound. The current token opens the level.</summary>
    private void Enter()
    {
        if (++_depth > _limits.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new SyntaxLimitException($"The document is nested more than {Math.Min(_depth - 1, _limits.MaxDepth)} levels deep.", _token.Location);
    }

    private void Leave() => _depth--;

    private SyntaxException Expected(string what) => new($"Expected {what}, found {Describe(_token)}.", _token.Location);

    private SyntaxException Unexpected(Token token) => new($"Unexpected {Describe(token)}.", token.Location);

    private string Describe(Token token) => token.Kind switch
    {
        TokenKind.Name or TokenKind.Int or TokenKind.Float or TokenKind.String or TokenKind.BlockString =>
            $"{Describe(token.Kind)} \"{Shorten(_lexer.ValueOf(token))}\"",
        _ => Describe(token.Kind),
    };

    private static string Describe(TokenKind kind) => kind switch
    {
        TokenKind.EndOfDocument => "end of document",
        TokenKind.Bang => "\"!\"",
        TokenKind.Dollar => "\"$\"",
        TokenKind.Ampersand => "\"&\"",
        TokenKind.LeftParenthesis => "\"(\"",
        TokenKind.RightParenthesis => "\")\"",
        TokenKind.Spread => "\"...\"",
        TokenKind.Colon => "\":\"",
        TokenKind.EqualsSign => "\"=\"",
        TokenKind.At => "\"@\"",
        TokenKind.LeftBracket => "\"[\"",
        TokenKind.RightBracket => "\"]\"",
        TokenKind.LeftBrace => "\"{\"",
        TokenKind.Pipe => "\"|\"",
        TokenKind.RightBrace => "\"}\"",
        TokenKind.Name => "name",
        TokenKind.Int => "integer",
        TokenKind.Float => "number",
        _ => "string",
    };

    private static string Shorten(string text)
    {
        if (text.Length <= QuotedLength)
            return text;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[QuotedLength - 1]) ? QuotedLength - 1 : QuotedLength), "…");
    }

    private enum DefinitionKind
    {
        None,
        Operation,
        Fragment,
        Schema,
        Scalar,
        Object,
        Interface,
        Union,
        Enum,
        InputObject,
        Directive,
        Extension,
    }
}
