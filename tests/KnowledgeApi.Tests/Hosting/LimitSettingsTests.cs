using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.Hosting;
using Microsoft.Extensions.Configuration;

namespace KnowledgeApi.Tests.Hosting;

public sealed class LimitSettingsTests : IDisposable
{
    private readonly SeedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("GraphQL:Parser:MaxTokens", "3", "DOCUMENT_LIMIT_EXCEEDED")]
    [InlineData("GraphQL:Validation:MaxFields", "1", "DOCUMENT_LIMIT_EXCEEDED")]
    [InlineData("GraphQL:Execution:MaxPlanFields", "1", "DOCUMENT_LIMIT_EXCEEDED")]
    [InlineData("GraphQL:Http:MaxQueryLength", "5", "REQUEST_TOO_LARGE")]
    public async Task A_bound_of_the_engine_is_a_setting(string setting, string value, string code)
    {
        await using var server = await Server.StartAsync(_folder, (setting, value));

        (await server.FailAsync("{ companies { totalCount } }")).ShouldBe(code);
    }

    [Theory]
    [InlineData("GraphQL:Parser:MaxTokens", "many", "GraphQL:Parser:MaxTokens cannot be \"many\"", "a whole number, 1 or more")]
    [InlineData("GraphQL:Http:MaxRequestBytes", "-5", "GraphQL:Http:MaxRequestBytes cannot be \"-5\"", "a whole number, 1 or more")]
    [InlineData("GraphQL:Validation:MaxErrors", "3000000000", "GraphQL:Validation:MaxErrors cannot be \"3000000000\"", "a whole number, 1 or more")]
    [InlineData("GraphQL:Execution:Deadline", "10", "GraphQL:Execution:Deadline cannot be \"10\"", "00:00:10")]
    [InlineData("GraphQL:Execution:Deadline", "-00:00:10", "GraphQL:Execution:Deadline cannot be \"-00:00:10\"", "00:00:10")]
    [InlineData("GraphQL:Http:CompressionLevel", "best", "GraphQL:Http:CompressionLevel cannot be \"best\"", "Optimal, Fastest")]
    [InlineData("GraphQL:Http:OnlyTrusted", "ja", "GraphQL:Http:OnlyTrusted cannot be \"ja\"", "true or false")]
    [InlineData("GraphQL:Parser:MaxTokens", "0", "GraphQL:Parser:MaxTokens cannot be \"0\"", "a whole number, 1 or more")]
    [InlineData("GraphQL:Parser:MaxTokenz", "5", "Did you mean \"MaxTokens\"?", "MaxDepth")]
    [InlineData("GraphQL:Parsers:MaxTokens", "5", "Did you mean \"Parser\"?", "Validation")]
    [InlineData("GraphQL:Parser:MaxTokens:Most", "5", "GraphQL:Parser:MaxTokens cannot be a group", "a whole number")]
    [InlineData("Ownership", "5", "Ownership cannot be \"5\"", "Ownership:MaxDepth")]
    public void A_setting_that_bounds_nothing_is_refused_and_says_what_would(string setting, string value, string what, string next)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();

        var fault = Should.Throw<UnusableSettingException>(() => LimitSettings.Check(configuration));

        fault.Message.ShouldContain(what);
        fault.Next.ShouldContain(next);
    }

    [Fact]
    public void Case_makes_no_difference_in_the_environment()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("GRAPHQL:PARSER:MAXTOKENS", "7")]).Build();

        LimitSettings.Read<ParserLimits>(configuration).MaxTokens.ShouldBe(7);
    }
}
