using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using KnowledgeApi.Testing;

namespace KnowledgeApi.Benchmarks;

/// <summary>What bases of generated companies cost: time, CPU and memory of the build, the size of the file, and the time from the start of a server on it, verification included, to its first answer.</summary>
internal static partial class Growth
{
    private static readonly string Program = Path.Combine(Repository.Root, "src", "KnowledgeApi", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "KnowledgeApi.dll");

    public static async Task<int> RunAsync(IEnumerable<int> sizes)
    {
        Console.WriteLine("| companies | build | CPU | peak memory | base | first answer on it | memory then |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var size in sizes)
        {
            var folder = Directory.CreateTempSubdirectory("knowledge-growth-").FullName;
            try
            {
                await MeasureAsync(size, Path.Combine(folder, "seeds"), Path.Combine(folder, "data"));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return 0;
    }

    private static async Task MeasureAsync(int size, string seeds, string data)
    {
        await EndAsync(Start("generate", "--companies", size.ToString(CultureInfo.InvariantCulture), "--output", seeds));
        var clock = Stopwatch.StartNew();
        var build = Start("build", "--seeds", seeds, "--database", data);
        var (peak, cpu) = (0L, TimeSpan.Zero);
        while (!build.WaitForExit(50))
        {
            try
            {
                build.Refresh();
                (peak, cpu) = (Math.Max(peak, StatusOf(build, "VmHWM")), build.TotalProcessorTime);
            }
            catch (InvalidOperationException)
            {
                // It has just ended.
            }
        }

        var wall = clock.Elapsed;
        await EndAsync(build);
        var bytes = new FileInfo(Directory.GetFiles(Path.Combine(data, "snapshots"))[0]).Length;
        var (answered, memory) = await ServeAsync(seeds, data);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {size:#,0} | {wall.TotalSeconds:0.0} s | {cpu.TotalSeconds:0.0} s | {peak / 1024:0} MB | {bytes / 1e6:0} MB | {answered.TotalSeconds:0.00} s | {memory / 1024:0} MB |"));
    }

    private static async Task<(TimeSpan Answered, long Memory)> ServeAsync(string seeds, string data)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var clock = Stopwatch.StartNew();
        using var server = Start("serve", "--seeds", seeds, "--database", data, "--urls", address);
        try
        {
            while (!await AnswersAsync(client))
                await Task.Delay(5);
            return (clock.Elapsed, StatusOf(server, "VmRSS"));
        }
        finally
        {
            server.Kill();
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("graphql?query=%7Bcompanies(first:1)%7Bnodes%7Bslug%7D%7D%7D", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task EndAsync(Process process)
    {
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{process.StartInfo.ArgumentList[1]} ended with {process.ExitCode}.");
    }

    // In kilobytes, where the system says.
    private static long StatusOf(Process process, string what)
    {
        try
        {
            return File.ReadLines($"/proc/{process.Id}/status").Select(line => Line().Match(line)).Where(line => line.Groups[1].Value == what).Select(line => long.Parse(line.Groups[2].Value, CultureInfo.InvariantCulture)).FirstOrDefault();
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"^(\w+):\s+(\d+) kB$")]
    private static partial Regex Line();
}
