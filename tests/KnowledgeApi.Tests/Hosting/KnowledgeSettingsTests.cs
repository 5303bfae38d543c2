using KnowledgeApi.Hosting;
using Microsoft.Extensions.Configuration;

namespace KnowledgeApi.Tests.Hosting;

/// <summary>A setting whose name is misspelt is refused with the nearest one, wherever it is given.</summary>
public sealed class KnowledgeSettingsTests
{
    [Theory]
    [InlineData("Knowledge:Sedes", "There is no setting Knowledge:Sedes. Did you mean \"Seeds\"?")]
    [InlineData("Knowledge:Colour", "There is no setting Knowledge:Colour.")]
    [InlineData("Knowlege:Seeds", "There is no group of settings Knowlege. Did you mean \"Knowledge\"?")]
    [InlineData("GrapQL:Parser:MaxTokens", "There is no group of settings GrapQL. Did you mean \"GraphQL\"?")]
    [InlineData("KNOWLEDGE_DOCUMENT", "There is no setting KNOWLEDGE_DOCUMENT. Did you mean \"KNOWLEDGE_DOCUMENTS\"?")]
    [InlineData("KNOWLEDGE_COLOUR", "There is no setting KNOWLEDGE_COLOUR.")]
    [InlineData("KNOWLEGDE_SEEDS", "There is no setting KNOWLEGDE_SEEDS. Did you mean \"KNOWLEDGE_SEEDS\"?")]
    [InlineData("ASPNETCORE_URL", "There is no setting ASPNETCORE_URL. Did you mean \"ASPNETCORE_URLS\"?")]
    public void A_name_that_is_none_is_refused(string name, string sentence) =>
        Should.Throw<UnusableSettingException>(() => Read((name, "x"))).Message.ShouldBe(sentence);

    [Theory]
    [InlineData("PATH")]
    [InlineData("ASPNETCORE_ENVIRONMENT")]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("AllowedHosts")]
    [InlineData("Kestrel:Limits:MaxConcurrentConnections")]
    public void What_is_for_others_is_left_alone(string name) => Should.NotThrow(() => Read((name, "x")));

    [Fact]
    public void The_environment_wins_over_the_file_whatever_its_case()
    {
        Read(("Knowledge:Seeds", "file"), ("knowledge_seeds", "environment")).Seeds.ShouldBe("environment");
        Read(("knowledge:seeds", "file")).Seeds.ShouldBe("file");
    }

    private static KnowledgeSettings Read(params (string Name, string Value)[] settings) =>
        KnowledgeSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build());
}
