using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Tests.Language;

/// <summary>Grows random syntax trees of every kind of node. The same seed grows the same tree.</summary>
internal sealed class SyntaxTreeGenerator(int seed)
{
    private static readonly string[] Names = ["a", "b1", "_c", "on", "query", "type", "fragment", "extend", "input", "Company", "LONG_" + new string('N', 40)];
    private static readonly string[] Pieces = ["word", " ", "\"", "\\", "\n", "\t", "é", "\U0001F600", "\"\"\"", "  ", "\u0007", "#", "{", "\u2028", "\u0085", "x\\u0041"];
    private static readonly string[] Places = ["FIELD", "QUERY", "OBJECT", "ENUM_VALUE"];

    private readonly Random _random = new(seed);
    private int _budget = 120;

    public DocumentNode Document() => new() { Definitions = Many(1, 4, Definition) };

    private DefinitionNode Definition()
    {
        var isExtension = Chance(4);
        return _random.Next(10) switch
        {
            0 or 1 => new OperationDefinitionNode
            {
                Description = Description(),
                Operation = OperationType.Mutation,
                Name = Maybe(Name),
                VariableDefinitions = Many(0, 3, Variable),
                Directives = Directives(false),
                SelectionSet = Set(),
            },
            2 => new OperationDefinitionNode { Operation = OperationType.Query, SelectionSet = Set() },
            3 => new FragmentDefinitionNode { Description = Description(), Name = new NameNode { Value = "F" }, TypeCondition = Named(), SelectionSet = Set() },
            4 => new SchemaDefinitionNode
            {
                IsExtension = isExtension,
                Description = isExtension ? null : Description(),
                Directives = Directives(true),
                OperationTypes = Many(1, 3, () => new OperationTypeDefinitionNode { Operation = OperationType.Subscription, Type = Named() }),
            },
            5 => new DirectiveDefinitionNode
            {
                Description = Description(),
                Name = Name(),
                Arguments = Many(0, 3, Input),
                Repeatable = Chance(2),
                Locations = Many(1, 3, () => new NameNode { Value = Pick(Places) }),
            },
            6 => new ObjectTypeDefinitionNode
            {
                IsExtension = isExtension,
                Description = isExtension ? null : Description(),
                Name = Name(),
                Interfaces = Many(0, 3, Named),
                Directives = Directives(true),
                Fields = Many(1, 4, FieldDefinition),
            },
            7 => new UnionTypeDefinitionNode { Description = Description(), Name = Name(), Directives = Directives(true), Types = Many(0, 3, Named) },
            8 => new EnumTypeDefinitionNode
            {
                Description = Description(),
                Name = Name(),
                Values = Many(1, 3, () => new EnumValueDefinitionNode { Description = Description(), Name = Name(), Directives = Directives(true) }),
            },
            _ => new InputObjectTypeDefinitionNode { Description = Description(), Name = Name(), Directives = Directives(true), Fields = Many(1, 3, Input) },
        };
    }

    private SelectionSetNode Set() => new() { Selections = Many(0, 4, Selection) };

    private SelectionNode Selection() => _random.Next(6) switch
    {
        0 => new FragmentSpreadNode { Name = new NameNode { Value = "F" }, Directives = Directives(false) },
        1 => new InlineFragmentNode { TypeCondition = Maybe(Named), Directives = Directives(false), SelectionSet = Set() },
        _ => new FieldNode
        {
            Alias = Maybe(Name),
            Name = Name(),
            Arguments = Many(0, 3, () => Argument(false)),
            Directives = Directives(false),
            SelectionSet = Maybe(Set),
        },
    };

    private VariableDefinitionNode Variable() => new()
    {
        Description = Description(),
        Variable = new VariableNode { Name = Name() },
        Type = Type(),
        DefaultValue = Maybe(() => Value(true)),
        Directives = Directives(true),
    };

    private FieldDefinitionNode FieldDefinition() => new()
    {
        Description = Description(),
        Name = Name(),
        Arguments = Many(0, 3, Input),
        Type = Type(),
        Directives = Directives(true),
    };

    private InputValueDefinitionNode Input() => new()
    {
        Description = Description(),
        Name = Name(),
        Type = Type(),
        DefaultValue = Maybe(() => Value(true)),
        Directives = Directives(true),
    };

    private DirectiveNode[] Directives(bool isConstant) =>
        Chance(4) ? Many(1, 2, () => new DirectiveNode { Name = Name(), Arguments = Many(0, 2, () => Argument(isConstant)) }) : [];

    private ArgumentNode Argument(bool isConstant) => new() { Name = Name(), Value = Value(isConstant) };

    private ValueNode Value(bool isConstant) => _random.Next(isConstant ? 9 : 10) switch
    {
        0 => new IntValueNode { Value = _random.Next(-1000, 1000).ToString(System.Globalization.CultureInfo.InvariantCulture) },
        1 => new FloatValueNode { Value = "-1.25e+10" },
        2 => new BooleanValueNode { Value = Chance(2) },
        3 => new NullValueNode(),
        4 => new EnumValueNode { Value = Pick(Names) },
        5 or 6 => Text(),
        7 => new ListValueNode { Values = Many(0, 4, () => Value(isConstant)) },
        8 => new ObjectValueNode { Fields = Many(0, 3, () => new ObjectFieldNode { Name = Name(), Value = Value(isConstant) }) },
        _ => new VariableNode { Name = Name() },
    };

    private StringValueNode Text()
    {
        var text = string.Concat(Many(0, 12, () => Pick(Pieces)));
        return Chance(2) ? new StringValueNode { Value = text } : new StringValueNode { Block = true, Value = BlockStrings.Dedent(text, hasEscapes: false) };
    }

    private StringValueNode? Description() => Chance(3) ? Text() : null;

    private TypeNode Type() => _random.Next(4) switch
    {
        0 => new NonNullTypeNode { Type = Named() },
        1 => new ListTypeNode { Type = Type() },
        _ => Named(),
    };

    private NamedTypeNode Named() => new() { Name = Name() };

    private NameNode Name() => new() { Value = Pick(Names) };

    private T? Maybe<T>(Func<T> make)
        where T : class => Chance(3) ? make() : null;

    private T[] Many<T>(int least, int most, Func<T> make)
    {
        var items = new T[_budget-- > 0 ? _random.Next(least, most + 1) : least];
        for (var i = 0; i < items.Length; i++)
            items[i] = make();
        return items;
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(T[] items) => items[_random.Next(items.Length)];
}
