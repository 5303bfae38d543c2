using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeApi.Benchmarks;

/// <summary>What an operation of 100 lines costs before it can run, part by part. The objects it asks for are few.</summary>
[MemoryDiagnoser]
public class PrepareBenchmarks
{
    internal static readonly string Text = Write();

    private static readonly IServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    private readonly string _text = Text;
    private readonly RequestExecutor _forgetful = Orchard.CreateExecutor(new ExecutionOptions { MaxCachedDocumentLength = 0 });
    private DocumentNode _document = null!;

    [GlobalSetup]
    public void Setup() => _document = Parser.ParseDocument(_text);

    [Benchmark(Baseline = true)]
    public object Parse() => Parser.ParseDocument(_text);

    [Benchmark]
    public int Validate() => DocumentValidator.Validate(Orchard.Schema, _document).Count;

    /// <summary>All of it, with the run of what is skipped.</summary>
    [Benchmark]
    public async Task<int> ParseValidateAndPlan()
    {
        using var result = await _forgetful.ExecuteAsync(new GraphQLRequest { Query = _text }, NoServices, CancellationToken.None);
        return result.Body.Length;
    }

    /// <summary>Nothing is asked of the 1,000 trees: the operation is planned whole and its root left out.</summary>
    private static string Write()
    {
        var text = new StringBuilder("query ($none: Boolean! = false) {\n  __typename\n");
        for (var i = 0; i < 8; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $$"""
                    part{{i}}: trees @include(if: $none) {
                      ...Leaves
                      near: neighbour(steps: {{i}}) {
                        number
                        name
                        ... on OrchardTree {
                          height
                          planted
                        }
                      }
                    }

                  """);
        }

        text.Append("}\n\nfragment Leaves on OrchardTree {\n  number\n  name\n  nickname\n  height\n  bears\n  fruit\n  price\n  planted\n}\n");
        return text.ToString();
    }
}
