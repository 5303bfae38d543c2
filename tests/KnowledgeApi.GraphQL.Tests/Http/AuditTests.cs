using static KnowledgeApi.GraphQL.Tests.Harness.GraphQLServer;

namespace KnowledgeApi.GraphQL.Tests.Http;

/// <summary>What the public audits of GraphQL over HTTP ask of a server, the MUSTs and SHOULDs and the MAYs we chose.</summary>
public sealed class AuditTests : HttpTests
{
    private const string TypeQuery = "query Type($name: String!) { __type(name: $name) { name } }";

    [Theory]
    [InlineData(GraphQLResponse, GraphQLResponse)]
    [InlineData(Json, Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData(null, Json)]
    public async Task The_media_type_of_the_response_is_one_the_client_accepts(string? accept, string expected)
    {
        var answer = await Server.PostAsync(Query, accept);
        answer.ShouldBeAnswered();
        answer.ContentType!.MediaType.ShouldBe(expected);
        answer.ContentType.CharSet.ShouldBe("utf-8");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    [InlineData("Application/JSON")]
    public async Task A_post_of_utf8_json_is_answered(string contentType) =>
        (await Server.PostAsync("""{"query":"{ __type(name: \"Run🏃Swim🏊\") { name } }"}""", contentType: contentType)).ShouldBeAnswered();

    [Fact]
    public async Task A_get_with_url_encoded_parameters_is_answered() =>
        (await Server.GetAsync("query=%7B+__typename%20%7D")).ShouldBeAnswered();

    [Theory]
    [InlineData(GraphQLResponse)]
    [InlineData(Json)]
    public async Task A_mutation_by_get_is_refused(string accept)
    {
        var answer = await Server.GetAsync("query=mutation%20%7B__typename%7D", accept);
        answer.Status.ShouldBe(405);
        answer.ContentHeaders.Allow.ShouldBe(["POST"]);
    }

    [Fact]
    public async Task A_post_without_content_type_is_refused() => (await Server.PostAsync(Query, contentType: null)).Status.ShouldBe(415);

    [Fact]
    public async Task A_post_without_body_is_refused() => (await Server.PostAsync("")).Status.ShouldBe(400);

    [Theory]
    [InlineData("""{"notquery":"{ __typename }"}""")]
    [InlineData("""{"qeury":"{ __typename }"}""")]
    [InlineData("""{"query":null}""")]
    public async Task A_request_without_query_is_refused(string body) => (await Server.PostAsync(body)).Status.ShouldBe(400);

    [Theory]
    [InlineData("query", "{\"obj\":\"ect\"}")]
    [InlineData("query", "0")]
    [InlineData("query", "false")]
    [InlineData("query", "[\"array\"]")]
    [InlineData("operationName", "{\"obj\":\"ect\"}")]
    [InlineData("operationName", "0")]
    [InlineData("operationName", "false")]
    [InlineData("operationName", "[\"array\"]")]
    [InlineData("variables", "\"string\"")]
    [InlineData("variables", "0")]
    [InlineData("variables", "false")]
    [InlineData("variables", "[\"array\"]")]
    [InlineData("extensions", "\"string\"")]
    [InlineData("extensions", "0")]
    [InlineData("extensions", "false")]
    [InlineData("extensions", "[\"array\"]")]
    [InlineData("documentId", "0")]
    public async Task A_parameter_of_the_wrong_type_is_refused(string name, string value)
    {
        var query = name is "query" or "documentId" ? "" : "\"query\":\"{ __typename }\",";
        (await Server.PostAsync($"{{{query}\"{name}\":{value}}}")).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData(GraphQLResponse, "variables")]
    [InlineData(GraphQLResponse, "operationName")]
    [InlineData(GraphQLResponse, "extensions")]
    [InlineData(Json, "variables")]
    [InlineData(Json, "operationName")]
    [InlineData(Json, "extensions")]
    public async Task A_null_parameter_is_as_good_as_none(string accept, string name) =>
        (await Server.PostAsync($"{{\"query\":\"{{ __typename }}\",\"{name}\":null}}", accept)).ShouldBeAnswered();

    [Theory]
    [InlineData(GraphQLResponse)]
    [InlineData(Json)]
    public async Task An_operation_is_chosen_by_name(string accept) =>
        (await Server.PostAsync("""{"operationName":"Query","query":"query Query { __typename }"}""", accept)).ShouldBeAnswered();

    [Theory]
    [InlineData(GraphQLResponse)]
    [InlineData(Json)]
    public async Task Variables_are_an_object(string accept) =>
        (await Server.PostAsync($$$"""{"query":"{{{TypeQuery}}}","variables":{"name":"sometype"}}""", accept)).ShouldBeAnswered();

    [Theory]
    [InlineData(GraphQLResponse)]
    [InlineData(Json)]
    public async Task Variables_in_a_url_are_json(string accept) =>
        (await Server.GetAsync($"query={Uri.EscapeDataString(TypeQuery)}&variables={Uri.EscapeDataString("""{"name":"sometype"}""")}", accept)).ShouldBeAnswered();

    [Theory]
    [InlineData(GraphQLResponse)]
    [InlineData(Json)]
    public async Task Extensions_are_an_object(string accept) =>
        (await Server.PostAsync("""{"query":"{ __typename }","extensions":{"some":"value"}}""", accept)).ShouldBeAnswered();

    [Theory]
    [InlineData(GraphQLResponse)]
    [InlineData(Json)]
    public async Task Malformed_json_gets_400(string accept) => (await Server.PostAsync("{ \"not a JSON", accept)).Status.ShouldBe(400);

    [Theory]
    [InlineData("""{"query":"{"}""")]
    [InlineData("""{"query":"{ 8f31403dfe404bccbb0e835f2629c6a7 }"}""")]
    [InlineData("""{"query":"{ fieldThatIsNotThere }"}""")]
    [InlineData("""{"query":"query CoerceFailure($id: ID!){ __typename }","variables":{"id":null}}""")]
    [InlineData("""{"query":"query A { __typename }","operationName":"B"}""")]
    [InlineData("""{"query":"{ limit }"}""")]
    public async Task Request_errors_get_200_in_plain_json_and_400_in_the_graphql_media_type(string body)
    {
        var plain = await Server.PostAsync(body, Json);
        plain.Status.ShouldBe(200);
        plain.HasData.ShouldBeFalse();
        var response = await Server.PostAsync(body, GraphQLResponse);
        response.Status.ShouldBe(400);
        response.HasData.ShouldBeFalse();
    }

    [Theory]
    [InlineData(GraphQLResponse)]
    [InlineData(Json)]
    public async Task Field_errors_get_200(string accept)
    {
        var answer = await Server.PostAsync("""{"query":"{ partial }"}""", accept);
        answer.Status.ShouldBe(200);
        answer.HasData.ShouldBeTrue();
    }
}
