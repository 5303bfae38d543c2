using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace KnowledgeApi.Testing;

/// <summary>A PostgreSQL server of the tests' own: of the programs that are installed, in a temporary folder, at a free port of this machine. It ends with the process, however that ends.</summary>
internal sealed class PostgreSqlServer
{
    /// <summary>Where to set that all tests of stores use it, instead of SQLite.</summary>
    public const string Variable = "TEST_DATABASE";

    // Its input ends with whoever started it, even one that is killed. Texts are ordered by a dictionary where nothing else is said, as on many a server.
    private const string Script =
        """
        trap '' TERM INT HUP
        set -e
        as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
        cd /
        dir=$(as mktemp -d /tmp/knowledge-postgresql-XXXXXX)
        as "$1/initdb" -D "$dir/data" -U knowledge -A trust -E UTF8 --locale=C --locale-provider=icu --icu-locale=fr --no-sync >/dev/null 2>"$dir/error" \
          || as "$1/initdb" -D "$dir/data" -U knowledge -A trust -E UTF8 --locale=C --no-sync >/dev/null
        as "$1/pg_ctl" -D "$dir/data" -l "$dir/log" -w -o "-p $2 -c listen_addresses=127.0.0.1 -c unix_socket_directories=$dir -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=500 -c autovacuum=off -c max_wal_size=4GB" start >/dev/null
        echo ready
        cat >/dev/null || true
        as "$1/pg_ctl" -D "$dir/data" -m immediate stop >/dev/null || true
        rm -rf "$dir"
        """;

    private static readonly Lazy<PostgreSqlServer> Started = new(() => new(PostgreSqlPrograms.Folder!));
    private static readonly Lock Creating = new();

    private readonly int _port = FreePort();

    private PostgreSqlServer(string programs)
    {
        var process = Process.Start(new ProcessStartInfo("sh", ["-c", Script, "sh", programs, _port.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            process.StandardInput.Close();
            process.WaitForExit(TimeSpan.FromSeconds(10));
        };
        if (process.StandardOutput.ReadLine() != "ready")
            throw new InvalidOperationException("PostgreSQL did not start.");
    }

    /// <summary>Why there is none; null if there is.</summary>
    public static string? Missing => PostgreSqlPrograms.Missing;

    /// <summary>Whether the tests of stores are to use it.</summary>
    public static bool IsChosen { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen
        && (chosen == "postgresql" ? Missing is null ? true : throw new InvalidOperationException(Missing) : throw new InvalidOperationException($"{Variable} can be postgresql."));

    /// <summary>The address of a new database.</summary>
    public static string CreateDatabase()
    {
        var name = $"t{Guid.NewGuid():N}";
        // Each is a copy of the same one, which nobody else may use at the moment.
        lock (Creating)
            Run("createdb", name);
        return string.Create(CultureInfo.InvariantCulture, $"postgresql://knowledge@127.0.0.1:{Started.Value._port}/{name}");
    }

    /// <summary>Drops a database, in use or not.</summary>
    public static void DropDatabase(string address) => Run("dropdb", "--force", address[(address.LastIndexOf('/') + 1)..]);

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(Path.Combine(PostgreSqlPrograms.Folder!, program), ["-h", "127.0.0.1", "-p", Started.Value._port.ToString(CultureInfo.InvariantCulture), "-U", "knowledge", .. arguments]);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A test that needs PostgreSQL.</summary>
internal sealed class PostgreSqlFactAttribute([CallerMemberName] string test = "")
    : ConditionalFactAttribute(PostgreSqlServer.IsChosen ? PostgreSqlServer.Missing : $"Tests on PostgreSQL take another minute: {PostgreSqlServer.Variable}=postgresql runs them.", test);

/// <summary>A test of what SQLite alone does.</summary>
internal sealed class SqliteFactAttribute([CallerMemberName] string test = "")
    : ConditionalFactAttribute(PostgreSqlServer.IsChosen ? "This is about SQLite, and the tests run on PostgreSQL." : null, test);
