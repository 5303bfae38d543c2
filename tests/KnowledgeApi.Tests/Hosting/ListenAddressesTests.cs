using System.Globalization;
using System.Net;
using System.Net.Sockets;
using KnowledgeApi.Hosting;
using Microsoft.Extensions.Configuration;

namespace KnowledgeApi.Tests.Hosting;

public sealed class ListenAddressesTests
{
    [Theory]
    [InlineData("5616", "http://127.0.0.1:5616")]
    [InlineData(":5616", "http://127.0.0.1:5616")]
    [InlineData("localhost:5616", "http://localhost:5616")]
    [InlineData("localhost", "http://localhost:5080")]
    [InlineData("nonsense", "http://127.0.0.1:5080")]
    [InlineData("ftp://127.0.0.1:5616", "http://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:5616/base", "http://127.0.0.1:5616")]
    [InlineData("http://127.0.0.1:99999", "http://127.0.0.1:5080")]
    [InlineData("http://127.0.0.l:5616", "http://127.0.0.1:5080")]
    [InlineData("http://nohost.invalid:5616", "http://127.0.0.1:5080")]
    [InlineData("https://127.0.0.1:5616", "http://127.0.0.1:5616")]
    public void What_is_no_address_is_told_with_one_that_is(string urls, string advice)
    {
        var fault = Should.Throw<UnusableSettingException>(() => ListenAddresses.Check(urls));

        fault.Next.ShouldContain($"--urls {advice}.");
    }

    [Fact]
    public void A_port_in_use_is_told_with_one_that_is_free()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;

        var fault = Should.Throw<UnusableSettingException>(() => ListenAddresses.Check($"http://127.0.0.1:0;http://127.0.0.1:{taken}"));

        fault.Message.ShouldContain($"http://127.0.0.1:{taken}");
        var free = int.Parse(fault.Next.TrimEnd('.').Split(':')[^1], CultureInfo.InvariantCulture);
        free.ShouldNotBe(taken);
        ListenAddresses.Check($"http://127.0.0.1:{free}");
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://localhost:0")]
    [InlineData("http://[::1]:0;http://*:0")]
    [InlineData("http://unix:/tmp/knowledge.sock")]
    public void What_is_free_is_let_through(string urls) => ListenAddresses.Check(urls);

    [Theory]
    [InlineData("http://a:1", "http://b:2", "http://c:3", "http://a:1")]
    [InlineData(null, "http://b:2", "http://c:3", "http://b:2")]
    [InlineData(null, null, "http://c:3", "http://c:3")]
    [InlineData(null, null, null, "http://127.0.0.1:5080")]
    public void The_command_line_wins_then_the_settings_then_this_machine_only(string? given, string? setting, string? environment, string expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Urls", setting), new("ASPNETCORE_URLS", environment)]).Build();

        ListenAddresses.Of(given, configuration).ShouldBe(expected);
    }
}
