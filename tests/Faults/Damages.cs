using System.Diagnostics;

namespace KnowledgeApi.Faults;

/// <summary>A file of the folder is damaged, replaced or deleted: what fails verification is built again and said, and what is foreign stays.</summary>
internal sealed class Damages : Fault
{
    private static readonly (string Name, Action<string> Do)[] Kinds =
    [
        ("flipped", Flip),
        ("truncated", path => Change(path, file => file.SetLength(Random.Shared.NextInt64(1, file.Length)))),
        ("emptied", path => Change(path, file => file.SetLength(0))),
        ("foreign", path => Replace(path, () => File.WriteAllText(path, "Dear diary, " + new string('x', 100_000)))),
        ("a pipe", path => Replace(path, () => Process.Start("mkfifo", path).WaitForExit())),
        ("deleted", File.Delete),
    ];

    public override string Name => "damages";

    public override async Task RunAsync(Run run)
    {
        using var place = new Place();
        await Server.BuildAsync(place);
        var rebuilt = 0;
        foreach (var (i, (kind, damage)) in Kinds.Where(kind => kind.Name != "a pipe" || !OperatingSystem.IsWindows()).Index())
        {
            // The short form takes turns between the two files.
            await run.RepeatAsync(run.Choose(1 - i % 2, kind == "flipped" ? 20 : 3), async _ =>
            {
                var path = place.Snapshot;
                damage(path);
                var damaged = Bytes(path);
                await RebuildsAsync(run, place, kind, path);
                FaultException.ThrowUnless(damaged is null || damaged.SequenceEqual(Bytes($"{path}.damaged")!), $"The snapshot that was {kind} is not kept.");
                File.Delete($"{path}.damaged");
                place.ExpectClean();
                rebuilt++;
            });
            await run.RepeatAsync(run.Choose(i % 2, kind == "flipped" ? 20 : 3), async _ =>
            {
                damage(place.Current);
                await RebuildsAsync(run, place, kind, kind == "deleted" ? "built now" : $"{place.Current} is not as it was written");
                place.ExpectClean();
                rebuilt++;
            });
        }

        run.Note = $"{rebuilt} built again";
    }

    private static async Task RebuildsAsync(Run run, Place place, string kind, string said)
    {
        using var server = Server.Start(place);
        await server.ReadyAsync();
        await run.Answers.ExpectAsync(server, 0);
        FaultException.ThrowUnless(server.Printed.Contains(said, StringComparison.Ordinal) && server.Printed.Contains("built now", StringComparison.Ordinal), $"What was {kind} was not said: {server.Printed}");
    }

    private static void Flip(string path) => Change(path, file =>
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        for (var i = 0; i < 64; i++)
            bytes[Random.Shared.Next(bytes.Length)] ^= (byte)Random.Shared.Next(1, 256);
        file.Position = 0;
        file.Write(bytes);
    });

    private static void Change(string path, Action<FileStream> change)
    {
        File.SetAttributes(path, FileAttributes.Normal);
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        change(file);
    }

    private static void Replace(string path, Action write)
    {
        File.Delete(path);
        write();
    }

    // A pipe looks empty, and would never end.
    private static byte[]? Bytes(string path) => new FileInfo(path) is { Exists: true } file ? file.Length == 0 ? [] : File.ReadAllBytes(path) : null;
}
