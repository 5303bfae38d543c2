using System.Runtime.InteropServices;

namespace KnowledgeApi.Faults;

/// <summary>Signals of Unix.</summary>
internal static class Signals
{
    /// <summary>What Ctrl+C sends.</summary>
    public const int Interrupt = 2;

    /// <summary>Has processes that are started from here heed Ctrl+C, which shells have those in the background ignore.</summary>
    public static void Reset()
    {
        if (!OperatingSystem.IsWindows())
            _ = signal(Interrupt, 0);
    }

    public static void Send(int process, int signal) => FaultException.ThrowUnless(kill(process, signal) == 0, $"Process {process} cannot be sent signal {signal}.");

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int process, int signal);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint signal(int signal, nint handler);
}
