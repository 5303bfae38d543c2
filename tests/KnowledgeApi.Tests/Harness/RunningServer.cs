using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace KnowledgeApi.Tests.Harness;

/// <summary>The program as a process of its own, serving.</summary>
internal sealed class RunningServer : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _printed = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningServer(string seeds, string database, string[] options)
    {
        _process = ProgramRun.Start(["--seeds", seeds, "--database", database, "--urls", "http://127.0.0.1:0", .. options]);
        _process.OutputDataReceived += (_, e) => Read(e.Data);
        _process.ErrorDataReceived += (_, e) => Read(e.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Printed
    {
        get
        {
            lock (_printed)
                return _printed.ToString();
        }
    }

    public Uri Address => _address.Task.Result;

    public static Task<RunningServer> StartAsync(SeedFolder folder, params string[] options) => StartAsync(folder.Seeds, TestStores.SettingOf(folder.Database), options);

    public static async Task<RunningServer> StartAsync(string seeds, string database, params string[] options)
    {
        var server = new RunningServer(seeds, database, options);
        await server._address.Task.WaitAsync(TimeSpan.FromMinutes(3));
        return server;
    }

    /// <summary>Waits until it has printed something.</summary>
    public async Task PrintsAsync(string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!Printed.Contains(text, StringComparison.Ordinal))
            await Task.Delay(50, patience.Token);
    }

    public async Task<IReadOnlyList<string?>> QuotesAsync() =>
        [.. (await AskAsync("{ citations { nodes { quote } } }")).GetProperty("citations").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("quote").GetString())];

    public async Task<IReadOnlyList<string>> NamesAsync() =>
        [.. (await AskAsync("{ companies(order: { name: ASC }) { nodes { name } } }")).GetProperty("companies").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("name").GetString()!)];

    private async Task<JsonElement> AskAsync(string query)
    {
        using var client = new HttpClient();
        using var response = await client.PostAsJsonAsync(await _address.Task, new { query });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.GetProperty("data");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        lock (_printed)
            _printed.AppendLine(line);
        if (line.Split(' ').FirstOrDefault(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)) is { } address)
            _address.TrySetResult(new Uri(address));
    }
}
