using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace KnowledgeApi.Tests.Contract;

/// <summary>What clients and their tools load to know the whole contract.</summary>
public sealed partial class SizeTests(KnowledgeFixture knowledge, ITestOutputHelper output) : IClassFixture<KnowledgeFixture>
{
    private const int MostBytes = 300_000;
    private const int MostDefinitions = 260;
    private const int MostIntrospection = 800_000;

    /// <summary>What tools ask for, as graphql-js has it.</summary>
    private const string Introspection = """
        query IntrospectionQuery {
          __schema { queryType { name } mutationType { name } subscriptionType { name } types { ...FullType } directives { name description locations args { ...InputValue } } }
        }
        fragment FullType on __Type {
          kind name description
          fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
        fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }
        """;

    private static string Contract => File.ReadAllText(Path.Combine(Repository.Root, "schema.graphql"));

    [Fact]
    public void The_contract_stays_small()
    {
        var bytes = System.Text.Encoding.UTF8.GetByteCount(Contract);
        var definitions = Definition().Count(Contract);
        output.WriteLine($"schema.graphql: {bytes} bytes, {Description().Replace(Contract, "").Length} of them without descriptions; {definitions} definitions");

        bytes.ShouldBeLessThanOrEqualTo(MostBytes);
        definitions.ShouldBeLessThanOrEqualTo(MostDefinitions);
    }

    [Fact]
    public async Task Introspection_is_small_enough_for_tools()
    {
        using var response = await knowledge.Client.PostAsJsonAsync("/graphql", new { query = Introspection });
        var answer = await response.Content.ReadAsByteArrayAsync();
        output.WriteLine($"introspection: {answer.Length} bytes");

        using var json = JsonDocument.Parse(answer);
        json.RootElement.TryGetProperty("errors", out _).ShouldBeFalse();
        answer.Length.ShouldBeLessThanOrEqualTo(MostIntrospection);
    }

    [GeneratedRegex("^(type|interface|union|enum|input|scalar|directive) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Definition();

    [GeneratedRegex("""^ *\"{3}[\s\S]*?\"{3}\n""", RegexOptions.Multiline)]
    private static partial Regex Description();
}
