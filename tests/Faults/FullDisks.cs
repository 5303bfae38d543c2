using System.Diagnostics;
using System.Globalization;

namespace KnowledgeApi.Faults;

/// <summary>The disk is too small for the new base: the old one stays, it is said, and nothing is left behind.</summary>
internal sealed class FullDisks : Fault
{
    public override string Name => "full-disks";

    public override async Task RunAsync(Run run)
    {
        using var place = new Place();
        await Server.BuildAsync(place);
        var size = new FileInfo(place.Snapshot).Length;
        await run.RepeatAsync(run.Choose(1, 5), async i =>
        {
            Directory.Delete(place.Database, recursive: true);
            Directory.CreateDirectory(place.Database);
            // It is full at any point of the second base.
            if (await MountAsync(place.Database, (long)(size * (1.05 + 0.9 * Random.Shared.NextDouble()))) is { } reason)
            {
                run.Note = $"skipped: {reason}";
                return;
            }

            try
            {
                place.Save(0);
                using (var server = Server.Start(place, "--watch"))
                {
                    await server.ReadyAsync();
                    place.Save(1);
                    await server.PrintsAsync("the previous one stays in service");
                    await ExpectOldAsync(run, place, server);
                }

                using var next = Server.Start(place);
                await next.ReadyAsync();
                await ExpectOldAsync(run, place, next);
            }
            finally
            {
                await CommandAsync("umount", place.Database);
            }
        });
    }

    private static async Task ExpectOldAsync(Run run, Place place, Server server)
    {
        FaultException.ThrowUnless(server.Printed.Split("The base cannot be written: ").Length == 2, $"It is not said once: {server.Printed}");
        await run.Answers.ExpectAsync(server, 0);
        place.ExpectClean();
    }

    /// <summary>Mounts a disk of a size; why not if that is not possible.</summary>
    private static async Task<string?> MountAsync(string path, long bytes) =>
        OperatingSystem.IsLinux()
            ? await CommandAsync("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={bytes}"), "tmpfs", path)
            : "a small disk is mounted on Linux only";

    private static async Task<string?> CommandAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? null : errors.Trim();
    }
}
