using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace KnowledgeApi.Hosting;

/// <summary>Where the server listens, looked at before anything is started.</summary>
internal static class ListenAddresses
{
    /// <summary>The address the server listens on unless told otherwise: this machine only.</summary>
    public const string Default = "http://127.0.0.1:5080";

    /// <summary>The environment variable that has them.</summary>
    public const string Variable = "ASPNETCORE_URLS";

    /// <summary>The addresses as the command line or else the settings have them.</summary>
    /// <exception cref="UnusableSettingException">The command line has an empty one.</exception>
    public static string Of(string? given, IConfiguration configuration) => given is not null && string.IsNullOrWhiteSpace(given)
        ? throw new UnusableSettingException("--urls is given nothing.", $"Write --urls URLS, or leave it out for {Default}.")
        : new[] { given, configuration["Urls"], configuration[Variable] }.FirstOrDefault(urls => !string.IsNullOrWhiteSpace(urls)) ?? Default;

    /// <summary>Makes sure that one can listen at each of them.</summary>
    /// <param name="urls">Addresses with semicolons between them.</param>
    /// <exception cref="UnusableSettingException">One is no address, or not free.</exception>
    public static void Check(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var address = Parse(url);
            if (!address.IsUnixPipe && !address.IsNamedPipe && address.Port != 0)
                CheckFree(url, address);
        }
    }

    private static BindingAddress Parse(string url)
    {
        BindingAddress? address = null;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
        }

        if (address?.Scheme == "https")
            throw new UnusableSettingException("This server speaks http only.", $"Put a proxy in front that adds TLS, and listen for it: --urls http://{address.Host}:{address.Port}.");
        if (address is not { Scheme: "http" } || address.Host.Length == 0 || address.PathBase.Length > 0)
            throw new UnusableSettingException($"\"{url}\" is no address to listen at.", $"Give one such as --urls {Likely(url)}.");
        // Kestrel takes any other name for every address of the machine.
        if (!IsLocal(address.Host))
            throw new UnusableSettingException($"\"{address.Host}\" is no address of a machine.", $"Give an IP address, localhost, or * for every address of this machine: --urls {Default}.");
        if (address.Port is < 0 or > IPEndPoint.MaxPort)
            throw new UnusableSettingException($"There is no port {address.Port}, as in {url}.", $"Choose one up to {IPEndPoint.MaxPort}, such as --urls {Default}.");
        return address;
    }

    private static bool IsLocal(string host) =>
        host is "*" or "+" || host.StartsWith("unix:/", StringComparison.Ordinal) || host.StartsWith("pipe:/", StringComparison.Ordinal)
        || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host.Trim('[', ']'), out _);

    /// <summary>What was probably meant: a port alone and an address without its beginning are common.</summary>
    private static string Likely(string url)
    {
        if (ushort.TryParse(url.TrimStart(':'), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            return $"http://127.0.0.1:{port}";
        var full = url.Contains("://", StringComparison.Ordinal) ? url : $"http://{url}";
        return Uri.TryCreate(full, UriKind.Absolute, out var uri) && uri.Scheme == "http" && (uri.IsLoopback || url.Contains(':', StringComparison.Ordinal))
            ? $"http://{uri.Host}:{(uri.IsDefaultPort ? new Uri(Default).Port : uri.Port)}"
            : Default;
    }

    private static void CheckFree(string url, BindingAddress address)
    {
        // As Kestrel reads them: localhost is both loopback addresses, any other name is every address of the machine.
        var host = address.Host.Trim('[', ']');
        var local = string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback : IPAddress.TryParse(host, out var parsed) ? parsed : IPAddress.Any;
        try
        {
            Probe(local, address.Port);
        }
        catch (SocketException fault)
        {
            throw fault.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => new UnusableSettingException(
                    $"Another program, perhaps this one, listens at {url} already.", $"Stop it, or choose another port: --urls {address.Scheme}://{address.Host}:{NextFree(local, address.Port)}.", fault),
                SocketError.AccessDenied => new UnusableSettingException(
                    $"You may not listen at port {address.Port}.", $"Choose a port from 1024 on, such as --urls {address.Scheme}://{address.Host}:{NextFree(local, 5079)}.", fault),
                _ => new UnusableSettingException($"The server cannot listen at {url}: {fault.Message}.", $"Choose an address of this machine, such as --urls {Default}.", fault),
            };
        }
    }

    private static int NextFree(IPAddress local, int port)
    {
        for (var next = port + 1; next < Math.Min(port + 100, IPEndPoint.MaxPort); next++)
        {
            try
            {
                Probe(local, next);
                return next;
            }
            catch (SocketException)
            {
            }
        }

        return 0;
    }

    private static void Probe(IPAddress local, int port)
    {
        using var socket = new Socket(local.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(local, port));
        socket.Listen(1);
    }
}
