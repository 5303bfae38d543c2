using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Kinds;

namespace KnowledgeApi.Tests.Examples;

public sealed class ExampleTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>
{
    private static readonly Schema Schema = KnowledgeSchema.Create(KnowledgeKinds.Standard);

    public static TheoryData<string> Names => [.. Example.All.Select(example => example.Name)];

    public static TheoryData<string> NamesWithClaims => [.. Example.All.Where(ShowsClaims).Select(example => example.Name)];

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
    public void Each_asks_for_nothing_deprecated(string name) => FieldUses.Deprecated(Schema, Example.Named(name).Document).ShouldBeEmpty();

    /// <summary>Where a claim stands, who says so and how to check it.</summary>
    [Theory]
    [MemberData(nameof(NamesWithClaims))]
    public void Each_that_shows_claims_asks_for_their_sources(string name)
    {
        var asked = FieldUses.Of(Schema, Example.Named(name).Document).Where(use => use.Parent.Name == "Citation").Select(use => use.Field.Name);

        new[] { "document", "paragraph", "start", "end", "wording", "attribution", "alignment", "sha256" }.ShouldBeSubsetOf(asked);
    }

    [Theory]
    [MemberData(nameof(PagedNames))]
    public async Task Larger_pages_take_no_more_statements(string name)
    {
        var text = Example.Named(name).Text;

        var few = await knowledge.WatchAsync(text, new { first = 20 });
        var many = await knowledge.WatchAsync(text, new { first = 40 });
        var most = await knowledge.WatchAsync(text, new { first = 500 });

        (many.Statements.Count, most.Statements.Count).ShouldBe((few.Statements.Count, few.Statements.Count));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_takes_at_most_one_statement_a_field_that_reads_objects(string name)
    {
        var example = Example.Named(name);

        var (_, statements) = await knowledge.WatchAsync(example.Text);

        statements.Count.ShouldBeLessThanOrEqualTo(Size(example.Document, example.Operation.SelectionSet));
    }

    /// <summary>The fields with a selection of their own, fragments counted wherever they are spread.</summary>
    private static int Size(DocumentNode document, SelectionSetNode selections) => selections.Selections.Sum(selection => selection switch
    {
        FieldNode { SelectionSet: { } inner } => 1 + Size(document, inner),
        InlineFragmentNode inline => Size(document, inline.SelectionSet),
        FragmentSpreadNode spread => Size(document, document.Definitions.OfType<FragmentDefinitionNode>().Single(f => f.Name.Value == spread.Name.Value).SelectionSet),
        _ => 0,
    });

    private static bool ShowsClaims(Example example) =>
        FieldUses.Of(Schema, example.Document).Any(use => use.Parent.Name == "Claim" || use.Parent is ObjectType type && type.Interfaces.Any(i => i.Name == "Claim"));
}
