using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Execution;

/// <summary>
/// A box that gives one value as every type there is. Its 52 fields are made from the notation of their types, as classes would say the
/// same 52 times. A value is written <c>n</c> for null, <c>e</c> for an error, a digit for an item, <c>( )</c> for a list inside the list,
/// <c>x</c> for something that is no list, <c>b</c> for a list that breaks off.
/// </summary>
internal static class Boxing
{
    private static readonly string[] Wrappings =
        ["#", "#!", "[#]", "[#!]", "[#]!", "[#!]!", "[[#]]", "[[#!]]", "[[#]!]", "[[#!]!]", "[[#]]!", "[[#!]]!", "[[#!]!]!"];

    private static readonly ObjectType Pair = new()
    {
        Name = "Pair",
        ClrType = typeof(Item),
        Fields =
        [
            Read("v", "Int!", item => ((Item)item).Value),
            Read("picky", "Int!", item => ((Item)item).Value is 2 ? throw new FieldErrorException("Not two.", "SAID") : ((Item)item).Value),
            Found("w", "Int!", item => ((Item)item).Value),
        ],
    };

    private static readonly ObjectType Box = new() { Name = "Box", ClrType = typeof(string) };

    static Boxing()
    {
        Pair.Fields = [.. Pair.Fields, Found("next", "Pair", item => item)];
        Box.Fields =
        [
            Read("one", "Int", _ => 1),
            .. Wrappings.SelectMany(wrapping =>
            {
                var (leaf, pair) = (wrapping.Replace("#", "Int", StringComparison.Ordinal), wrapping.Replace("#", "Pair", StringComparison.Ordinal));
                return new[]
                {
                    Read(Name("read", leaf), leaf, box => Told(Value((string)box, leaf, digit => digit))),
                    Found(Name("batch", leaf), leaf, box => Value((string)box, leaf, digit => digit)),
                    Read(Name("plain", leaf), pair, box => Told(Value((string)box, pair, digit => new Item(digit)))),
                    Found(Name("found", leaf), pair, box => Value((string)box, pair, digit => new Item(digit))),
                };
            }),
        ];
        var query = new ObjectType
        {
            Name = "Query",
            Fields =
            [
                Read("one", "Int", _ => 1),
                Read("sure", "Int!", _ => null),
                new Field
                {
                    Name = "box",
                    Type = Box,
                    Arguments = [new InputValue { Name = "value", Type = new NonNullType(BuiltIns.String) }],
                    Resolver = new PureResolver { Resolve = (_, arguments) => arguments["value"] },
                },
            ],
        };
        Schema = new Schema(query, [query, Box, Pair, .. BuiltIns.Scalars, .. Introspection.AllTypes], BuiltIns.Directives);
    }

    public static Schema Schema { get; }

    /// <summary>The field that gives a type in one of four ways: read, batch, plain, found.</summary>
    public static string Name(string kind, string type) =>
        $"{kind}_{type.Replace("Int", "", StringComparison.Ordinal).Replace('[', 'L').Replace(']', 'J').Replace('!', 'R')}";

    private static Field Read(string name, string type, Func<object, object?> get) =>
        new() { Name = name, Type = Type(type), Resolver = new PureResolver { Resolve = (parent, _) => get(parent) } };

    private static Field Found(string name, string type, Func<object, object?> get) =>
        new() { Name = name, Type = Type(type), Resolver = new Batch(get) };

    private static GraphQLType Type(string text) => Wrap(Parser.ParseType(text));

    private static GraphQLType Wrap(TypeNode node) => node switch
    {
        ListTypeNode list => new ListType(Wrap(list.Type)),
        NonNullTypeNode required => new NonNullType(Wrap(required.Type)),
        NamedTypeNode { Name.Value: "Int" } => BuiltIns.Int,
        _ => Pair,
    };

    private static object? Told(object? value) => value is FieldError error ? throw new FieldErrorException(error.Message, error.Code) : value;

    private static object? Value(string text, string type, Func<int, object> make)
    {
        var index = 0;
        return text is [var only] && (!type.StartsWith('[') || only is 'n' or 'e' or 'x' or 'b') ? One(only, make) : Items(text, ref index, make);
    }

    private static List<object?> Items(string text, ref int index, Func<int, object> make)
    {
        var items = new List<object?>();
        for (; index < text.Length && text[index] != ')'; index++)
        {
            if (text[index] == '(')
            {
                index++;
                items.Add(Items(text, ref index, make));
            }
            else
            {
                items.Add(One(text[index], make));
            }
        }

        return items;
    }

    private static object? One(char letter, Func<int, object> make) => letter switch
    {
        'n' => null,
        'e' => new FieldError("It was said.", "SAID"),
        'x' => 7,
        'b' => Enumerable.Range(1, 3).Select(i => i < 3 ? make(i) : throw new InvalidOperationException("It broke off.")),
        _ => make(letter - '0'),
    };

    private sealed record Item(int Value);

    private sealed class Batch(Func<object, object?> get) : BatchResolver
    {
        public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context)
        {
            await Task.Yield();
            return [.. context.Parents.Select(get)];
        }
    }
}
