using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Http;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Schemas;
using KnowledgeApi.GraphQL.Validation;
using KnowledgeApi.OddServer;
using KnowledgeApi.OddServer.Cabinet;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

if (args is ["--print"])
{
    Console.WriteLine(SchemaPrinter.Print(OddSchema.Schema));
    return;
}

var builder = WebApplication.CreateSlimBuilder(args);

// Drawn errors are no news.
builder.Logging.AddFilter("KnowledgeApi", LogLevel.None).SetMinimumLevel(LogLevel.Warning);
builder.Services.AddScoped<Ledger>();
builder.Services.AddSingleton<IRequestExecutor>(services => new RequestExecutor(
    OddSchema.Schema,
    new ExecutionOptions(),
    new ParserLimits(),
    new ValidationLimits(),
    "1",
    services.GetRequiredService<ILogger<RequestExecutor>>()));
var app = builder.Build();
app.MapGraphQL();
await app.RunAsync();
