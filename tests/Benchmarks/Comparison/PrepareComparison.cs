using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;
using KnowledgeApi.GraphQL.Language;
using EngineValidator = KnowledgeApi.GraphQL.Validation.DocumentValidator;

namespace KnowledgeApi.Benchmarks.Comparison;

/// <summary>This engine and GraphQL.NET parse and validate the operation of 100 lines of <see cref="PrepareBenchmarks"/>.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class PrepareComparison
{
    private readonly string _text = PrepareBenchmarks.Text;
    private readonly GraphQLDocumentBuilder _builder = new();
    private readonly DocumentValidator _validator = new();
    private DocumentNode _document = null!;
    private GraphQLDocument _theirs = null!;

    /// <summary>Equal work: both find it valid.</summary>
    [GlobalSetup]
    public async Task CheckAsync()
    {
        (_document, _theirs) = (Parser.ParseDocument(_text), _builder.Build(_text));
        if (Validate() + await ValidateByGraphQLNet() is var errors and > 0)
            throw new InvalidOperationException($"{errors} errors were found.");
    }

    [Benchmark(Baseline = true), BenchmarkCategory("Parse")]
    public object Parse() => Parser.ParseDocument(_text);

    [Benchmark, BenchmarkCategory("Parse")]
    public object ParseByGraphQLNet() => _builder.Build(_text);

    [Benchmark(Baseline = true), BenchmarkCategory("Validate")]
    public int Validate() => EngineValidator.Validate(Orchard.Schema, _document).Count;

    [Benchmark, BenchmarkCategory("Validate")]
    public async Task<int> ValidateByGraphQLNet()
    {
        var operation = (GraphQLOperationDefinition)_theirs.Definitions[0];
        var result = await _validator.ValidateAsync(new ValidationOptions { Schema = GraphQLNetOrchard.Schema, Document = _theirs, Operation = operation, Variables = Inputs.Empty });
        return result.Errors.Count;
    }
}
