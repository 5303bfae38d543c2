using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Schemas;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.GraphQL.Validation;

namespace KnowledgeApi.GraphQL.Tests.Harness;

/// <summary>
/// The schema of tests that validate documents and coerce values, <c>Harness/harbour.graphql</c>. Nothing in it can be run: what runs is
/// <see cref="Zoo.ZooSchema"/>.
/// </summary>
internal static class Harbour
{
    public static Schema Schema { get; } = SchemaReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Harness", "harbour.graphql")));

    /// <summary>All that is wrong with a document, each as its places and its message.</summary>
    public static IReadOnlyList<string> Errors(string document) => Errors(Schema, document);

    public static IReadOnlyList<string> Errors(Schema schema, string document, ValidationLimits? limits = null) =>
    [
        .. DocumentValidator.Validate(schema, Parse(document), limits)
            .Select(error => $"{string.Join(" ", error.Locations ?? [])} {error.Message}"),
    ];

    public static void ShouldBeValid(string document) => Errors(document).ShouldBeEmpty();

    public static DocumentNode Parse(string document) =>
        Parser.ParseDocument(document, new ParserLimits { MaxTokens = int.MaxValue, MaxDepth = 10_000 });
}
