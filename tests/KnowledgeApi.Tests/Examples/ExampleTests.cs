using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Hosting;

namespace KnowledgeApi.Tests.Examples;

public sealed class ExampleTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>
{
    private static readonly Schema Schema = KnowledgeSchema.Create();

    public static TheoryData<string> Names => [.. Example.All.Select(example => example.Name)];

    public static TheoryData<string> PagedNames => [.. Example.Paged.Select(example => example.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_is_answered_as_approved(string name)
    {
        var answer = await knowledge.QueryAsync(Example.Named(name).Text);

        Snapshots.Match(Gist.Of(Answers.Keep(answer, Repository.Documents is not null)), name);
    }

    [Fact]
    public void Each_approved_answer_has_its_example() =>
        Snapshots.Names().ShouldBe(Example.All.Select(example => example.Name), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_is_one_operation_named_as_its_file(string name) => Example.Named(name).Operation.Name!.Value.ShouldBe(name);

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_begins_with_its_question(string name) => Example.Named(name).Text.ShouldMatch(@"\A# .*\?");

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_asks_for_nothing_deprecated(string name)
    {
        var document = Example.Named(name).Document;

        Fields(document).SelectMany(Deprecated).ShouldBeEmpty();
    }

    /// <summary>Where a claim stands, who says so and how to check it.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Each_that_shows_claims_asks_for_their_sources(string name)
    {
        var fields = Fields(Example.Named(name).Document).ToList();
        if (!fields.Exists(field => field.Parent.Name == "Claim" || field.Parent is ObjectType type && type.Interfaces.Any(i => i.Name == "Claim")))
            return;
        var asked = fields.Where(field => field.Parent.Name == "Citation").Select(field => field.Node.Name.Value);

        new[] { "document", "paragraph", "start", "end", "wording", "attribution", "alignment", "sha256" }.ShouldBeSubsetOf(asked);
    }

    [Theory]
    [MemberData(nameof(PagedNames))]
    public async Task Larger_pages_take_no_more_statements(string name)
    {
        var text = Example.Named(name).Text;

        var few = await CountStatements(text, 20);
        var many = await CountStatements(text, 40);
        var most = await CountStatements(text, 500);

        (many, most).ShouldBe((few, few));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_takes_at_most_one_statement_a_field_that_reads_objects(string name)
    {
        var example = Example.Named(name);

        var statements = await CountStatements(example.Text);

        statements.ShouldBeLessThanOrEqualTo(Size(example.Document, example.Operation.SelectionSet));
    }

    private async Task<int> CountStatements(string query, int? first = null) =>
        (await knowledge.WatchAsync(query, first is null ? null : new { first })).Statements.Count;

    /// <summary>The fields with a selection of their own, fragments counted wherever they are spread.</summary>
    private static int Size(DocumentNode document, SelectionSetNode selections) => selections.Selections.Sum(selection => selection switch
    {
        FieldNode { SelectionSet: { } inner } => 1 + Size(document, inner),
        InlineFragmentNode inline => Size(document, inline.SelectionSet),
        FragmentSpreadNode spread => Size(document, document.Definitions.OfType<FragmentDefinitionNode>().Single(f => f.Name.Value == spread.Name.Value).SelectionSet),
        _ => 0,
    });

    private static IEnumerable<string> Deprecated((NamedType Parent, Field Field, FieldNode Node) use)
    {
        if (use.Field.DeprecationReason is not null)
            yield return $"{use.Parent.Name}.{use.Field.Name}";
        foreach (var argument in use.Node.Arguments)
        {
            if (use.Field.FindArgument(argument.Name.Value)?.DeprecationReason is not null)
                yield return $"{use.Parent.Name}.{use.Field.Name}({argument.Name.Value}:)";
        }
    }

    private static IEnumerable<(NamedType Parent, Field Field, FieldNode Node)> Fields(DocumentNode document) =>
        document.Definitions.SelectMany(definition => definition switch
        {
            OperationDefinitionNode operation => Fields(Schema.QueryType, operation.SelectionSet),
            FragmentDefinitionNode fragment => Fields(Named(fragment.TypeCondition), fragment.SelectionSet),
            _ => [],
        });

    private static IEnumerable<(NamedType Parent, Field Field, FieldNode Node)> Fields(NamedType parent, SelectionSetNode selections)
    {
        foreach (var selection in selections.Selections)
        {
            if (selection is FieldNode node && Schema.TryGetField(parent, node.Name.Value, out var field))
            {
                yield return (parent, field, node);
                foreach (var inner in node.SelectionSet is { } set ? Fields(field.Type.Named, set) : [])
                    yield return inner;
            }
            else if (selection is InlineFragmentNode inline)
            {
                foreach (var inner in Fields(inline.TypeCondition is { } type ? Named(type) : parent, inline.SelectionSet))
                    yield return inner;
            }
        }
    }

    private static NamedType Named(NamedTypeNode node) => Schema.TryGetType(node.Name.Value, out var type) ? type : throw new ArgumentException($"No type {node.Name}.");
}
