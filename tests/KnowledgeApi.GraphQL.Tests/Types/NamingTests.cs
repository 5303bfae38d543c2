using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Types;

public sealed class NamingTests
{
    [Theory]
    [InlineData("Name", "name")]
    [InlineData("HttpStatusCode", "httpStatusCode")]
    [InlineData("ID", "id")]
    [InlineData("URLPath", "urlPath")]
    [InlineData("X1", "x1")]
    [InlineData("AMinor", "aMinor")]
    [InlineData("already", "already")]
    public void Properties_become_camel_case(string name, string expected) => Naming.FieldName(name, isMethod: false).ShouldBe(expected);

    [Theory]
    [InlineData("GetCompaniesAsync", "companies")]
    [InlineData("Get", "get")]
    [InlineData("Getaway", "getaway")]
    [InlineData("Async", "async")]
    [InlineData("GetAsync", "async")]
    public void Methods_lose_get_and_async(string name, string expected) => Naming.FieldName(name, isMethod: true).ShouldBe(expected);

    [Theory]
    [InlineData("AtLeast", "AT_LEAST")]
    [InlineData("HTTPError", "HTTP_ERROR")]
    [InlineData("Top10", "TOP10")]
    [InlineData("A", "A")]
    [InlineData("AlreadyA", "ALREADY_A")]
    [InlineData("NOT_FOUND", "NOT_FOUND")]
    public void Enum_values_become_screaming_snake_case(string name, string expected) => Naming.ScreamingSnakeCase(name).ShouldBe(expected);

    [Theory]
    [InlineData("_a1", true)]
    [InlineData("1a", false)]
    [InlineData("é", false)]
    [InlineData("a-b", false)]
    [InlineData("", false)]
    public void Names_are_of_ASCII_letters_digits_and_underscores(string name, bool isName) => Naming.IsName(name).ShouldBe(isName);

    [Fact]
    public void Type_names_lose_the_I_of_interfaces() => Naming.TypeName(typeof(IDisposable), t => t.Name).ShouldBe("Disposable");

    [Fact]
    public void Generic_types_are_named_by_what_they_are_of() =>
        Naming.TypeName(typeof(Dictionary<string, Uri>), t => t.Name).ShouldBe("DictionaryOfStringAndUri");
}
