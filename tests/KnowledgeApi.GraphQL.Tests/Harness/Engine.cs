using System.Text;
using System.Text.Json;
using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.GraphQL.Validation;
using Microsoft.Extensions.Logging;

namespace KnowledgeApi.GraphQL.Tests.Harness;

/// <summary>An executor over a schema, and what it logged.</summary>
internal sealed class Engine : IServiceProvider
{
    private readonly object[] _services;

    public Engine(Schema schema, ExecutionOptions? options = null, params object[] services)
    {
        _services = services;
        var logger = new LoggerFactory([Log]).CreateLogger<RequestExecutor>();
        Executor = new RequestExecutor(schema, options ?? new ExecutionOptions(), new ParserLimits(), new ValidationLimits(), "1", logger);
    }

    public RequestExecutor Executor { get; }

    public LogList Log { get; } = new();

    public object? GetService(Type serviceType) => _services.FirstOrDefault(serviceType.IsInstanceOfType);

    /// <summary>The whole response as text.</summary>
    public async Task<string> AskAsync(string query, string? variables = null, CancellationToken cancellation = default) =>
        (await RunAsync(new GraphQLRequest { Query = query, Variables = variables is null ? null : JsonDocument.Parse(variables).RootElement }, cancellation: cancellation)).Text;

    /// <summary>The data as text; there must be no errors.</summary>
    public async Task<string> DataAsync(string query, string? variables = null)
    {
        var text = await AskAsync(query, variables);
        var root = JsonDocument.Parse(text).RootElement;
        root.EnumerateObject().Select(p => p.Name).ShouldBe(["data"], text);
        return root.GetProperty("data").GetRawText();
    }

    /// <summary>The data, and each error as <c>path at line:column ... CODE</c>, parted by blanks.</summary>
    public async Task<string> OutcomeAsync(string query, string? variables = null)
    {
        var root = JsonDocument.Parse(await AskAsync(query, variables)).RootElement;
        var data = root.TryGetProperty("data", out var found) ? found.GetRawText() : "no data";
        return string.Join(" | ", [data, .. root.TryGetProperty("errors", out var errors) ? errors.EnumerateArray().Select(Describe) : []]);
    }

    public async Task<(ExecutionOutcome Outcome, string Text)> RunAsync(
        GraphQLRequest request, IServiceProvider? services = null, CancellationToken cancellation = default)
    {
        using var result = await Executor.ExecuteAsync(request, services ?? this, cancellation);
        return (result.Outcome, Encoding.UTF8.GetString(result.Body.Span));
    }

    private static string Describe(JsonElement error)
    {
        var path = error.TryGetProperty("path", out var segments) ? string.Join(".", segments.EnumerateArray()) : "-";
        var places = error.TryGetProperty("locations", out var locations)
            ? string.Join(" ", locations.EnumerateArray().Select(l => $"{l.GetProperty("line")}:{l.GetProperty("column")}"))
            : "-";
        return $"{path} at {places} {error.GetProperty("extensions").GetProperty("code")}";
    }
}
