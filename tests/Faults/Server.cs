using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using KnowledgeApi.Testing;

namespace KnowledgeApi.Faults;

/// <summary>A process of the program that serves, or is about to; it is killed with this object.</summary>
internal sealed class Server : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    // Of the configuration this was built in.
    private static readonly string Dll = Path.Combine(Repository.Root, "src", "KnowledgeApi", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "KnowledgeApi.dll");

    private readonly Process _process;
    private readonly HttpClient _client;
    private readonly StringBuilder _printed = new();

    private Server(Process process, int port)
    {
        _process = process;
        _client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = new Uri($"{UrlOf(port)}/"), Timeout = Patience };
        process.OutputDataReceived += Note;
        process.ErrorDataReceived += Note;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it has printed.</summary>
    public string Printed
    {
        get
        {
            lock (_printed)
                return _printed.ToString();
        }
    }

    public bool HasExited => _process.HasExited;

    /// <summary>Starts the program at a free port.</summary>
    public static Server Start(Place place, params string[] more) => Start(place, FreePort(), more);

    /// <summary>Starts the program at a port.</summary>
    public static Server Start(Place place, int port, params string[] more) =>
        Start(port, ["serve", "--seeds", place.Seeds, "--database", place.Database, "--urls", UrlOf(port), .. more]);

    /// <summary>Starts a program that serves what others build into a database.</summary>
    public static Server Follow(string database, int port) => Start(port, ["serve", "--follow", "--database", database, "--urls", UrlOf(port)]);

    /// <summary>Builds a base into a database, without serving it.</summary>
    public static async Task BuildAsync(Place place, string database)
    {
        using var builder = Start(port: 0, ["build", "--seeds", place.Seeds, "--database", database]);
        var code = await builder.EndAsync(Patience);
        FaultException.ThrowUnless(code == 0, $"The base was not built: {builder.Printed}");
    }

    private static Server Start(int port, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Dll, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        // It answers a few requests and ends: what makes later ones faster is not worth its while.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var variable in start.Environment.Keys.Where(name => name.StartsWith("KNOWLEDGE_", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(variable);
        return new Server(Process.Start(start)!, port);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts the program, has it say that it serves, and stops it.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> BuildAsync(Place place, params string[] more)
    {
        using var server = Start(place, more);
        await server.ReadyAsync();
        return server.Printed;
    }

    /// <summary>Waits until it serves.</summary>
    public Task ReadyAsync() => PrintsAsync("Press Ctrl+C");

    /// <summary>Waits until it has printed something.</summary>
    public Task PrintsAsync(string text) => UntilAsync(() => Printed.Contains(text, StringComparison.Ordinal), $"\"{text}\" was not printed");

    /// <summary>Waits for something that will be the case unless the process ends before.</summary>
    public async Task UntilAsync(Func<bool> isSo, string otherwise)
    {
        for (var start = Stopwatch.StartNew(); !isSo(); await Task.Delay(BetweenLooks))
            FaultException.ThrowUnless(start.Elapsed < Patience && !(HasExited && await EndedWithoutAsync(isSo)), $"{otherwise}; the program printed\n{Printed}");
    }

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync(TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            throw new FaultException($"The program did not end; it printed\n{Printed}");
        }

        return _process.ExitCode;
    }

    public void Kill() => _process.Kill();

    public void Interrupt() => Signals.Send(_process.Id, Signals.Interrupt);

    /// <summary>Asks by GET.</summary>
    /// <param name="query">The query.</param>
    /// <param name="known">The tag of the answer that is known; null if there is none.</param>
    public async Task<Answer> GetAsync(string query, string? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"graphql?query={Uri.EscapeDataString(query)}");
        if (known is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return await SendAsync(request);
    }

    /// <summary>Asks by POST.</summary>
    public async Task<Answer> PostAsync(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql");
        request.Content = new StringContent($"{{\"query\":{System.Text.Json.JsonSerializer.Serialize(query)}}}", Encoding.UTF8, "application/json");
        return await SendAsync(request);
    }

    public void Dispose()
    {
        _client.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string UrlOf(int port) => $"http://127.0.0.1:{port}";

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await _client.SendAsync(request);
        return new Answer((int)response.StatusCode, response.Headers.ETag?.ToString(), await response.Content.ReadAsStringAsync());
    }

    // What it printed last may still be under way.
    private async Task<bool> EndedWithoutAsync(Func<bool> isSo)
    {
        await _process.WaitForExitAsync();
        return !isSo();
    }

    private void Note(object sender, DataReceivedEventArgs line)
    {
        lock (_printed)
            _printed.AppendLine(CultureInfo.InvariantCulture, $"{line.Data}");
    }
}

/// <summary>An answer over HTTP.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Tag">Its entity tag, which names the base and the query.</param>
/// <param name="Body">Its body.</param>
internal sealed record Answer(int Status, string? Tag, string Body);
