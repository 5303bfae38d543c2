using System.Diagnostics;
using System.Globalization;
using KnowledgeApi.Testing;

namespace KnowledgeApi.Faults;

/// <summary>A PostgreSQL server in a temporary folder, at a free port of this machine, that can be killed and started again. It ends with this object or with the process, however that ends.</summary>
internal sealed class DatabaseServer : IDisposable
{
    private const string User = "knowledge";

    // It does what the lines of its input say, and its input ends with whoever started it, even one that is killed. Who is the superuser has to be somebody else for PostgreSQL.
    // A server whose first process was killed leaves others, which end by themselves, but not at once: until then none can be started in its place.
    private const string Script =
        """
        bin=$1 port=$2 primary=$3
        trap '' TERM INT HUP
        as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
        cd /
        dir=$(as mktemp -d /tmp/knowledge-postgresql-XXXXXX) || exit 1
        start() {
          for try in 1 2 3 4 5 6 7 8 9 10; do
            as "$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -w -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$dir -c fsync=off -c max_connections=300 -c wal_keep_size=1GB" start >/dev/null 2>&1 && return
            sleep 0.3
          done
          tail -20 "$dir/log" >&2
        }
        if [ -z "$primary" ]; then
          as "$bin/initdb" -D "$dir/data" -U knowledge -A trust -E UTF8 --locale=C --no-sync >/dev/null
        else
          as "$bin/pg_basebackup" -D "$dir/data" -h 127.0.0.1 -p "$primary" -U knowledge -R -X stream -c fast --no-sync
        fi
        start && echo done
        while read -r what; do
          case $what in
            start) start ;;
            kill) kill -KILL "$(head -n 1 "$dir/data/postmaster.pid")" ;;
          esac && echo done
        done
        as "$bin/pg_ctl" -D "$dir/data" -m immediate stop >/dev/null 2>&1
        rm -rf "$dir"
        """;

    private readonly Process _shell;

    private DatabaseServer(DatabaseServer? primary)
    {
        string[] arguments = ["-c", Script, "sh", PostgreSqlPrograms.Folder!, Text(Port), primary is null ? "" : Text(primary.Port)];
        _shell = Process.Start(new ProcessStartInfo("sh", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    /// <summary>Its port.</summary>
    public int Port { get; } = Server.FreePort();

    /// <summary>Starts a server with an empty database.</summary>
    public static Task<DatabaseServer> StartPrimaryAsync() => StartAsync(primary: null);

    /// <summary>Starts a server that has what another has, and follows it.</summary>
    public static Task<DatabaseServer> StartReplicaAsync(DatabaseServer primary) => StartAsync(primary);

    /// <summary>The address of a database of several servers, read by turns.</summary>
    public static string AddressOf(params DatabaseServer[] servers) =>
        $"postgresql://{User}@{string.Join(',', servers.Select(server => $"127.0.0.1:{Text(server.Port)}"))}/postgres?load_balance_hosts=true";

    /// <summary>Kills it as nothing can prepare for.</summary>
    public Task KillAsync() => DoAsync("kill");

    /// <summary>Starts it again, and waits until it takes connections.</summary>
    public Task StartAsync() => DoAsync("start");

    /// <summary>The first value that a statement gives.</summary>
    public async Task<string> ReadAsync(string statement)
    {
        string[] arguments = ["-h", "127.0.0.1", "-p", Text(Port), "-U", User, "-d", "postgres", "-Atqc", statement];
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(PostgreSqlPrograms.Folder!, "psql"), arguments) { RedirectStandardOutput = true })!;
        var value = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        FaultException.ThrowUnless(process.ExitCode == 0, $"psql ended with {process.ExitCode}.");
        return value.Trim();
    }

    public void Dispose()
    {
        _shell.StandardInput.Close();
        _shell.WaitForExit();
        _shell.Dispose();
    }

    private static async Task<DatabaseServer> StartAsync(DatabaseServer? primary)
    {
        var server = new DatabaseServer(primary);
        try
        {
            await server.DoneAsync("start");
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    private async Task DoAsync(string what)
    {
        await _shell.StandardInput.WriteLineAsync(what);
        await _shell.StandardInput.FlushAsync();
        await DoneAsync(what);
    }

    private async Task DoneAsync(string what) => FaultException.ThrowUnless(await _shell.StandardOutput.ReadLineAsync() == "done", $"PostgreSQL did not {what}.");

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
