using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Npgsql;

namespace KnowledgeApi.Knowledge.Store.PostgreSql;

/// <summary>
/// Where a PostgreSQL database is, as an address (<c>postgresql://user:password@host:5432/database</c>, several hosts with commas between them) or in the form of Npgsql
/// (<c>Host=...;Database=...</c>).
/// </summary>
public sealed partial class PostgreSqlAddress
{
    private static readonly string[] Schemes = ["postgresql://", "postgres://"];

    // The names that addresses have for what Npgsql calls otherwise, or reads otherwise.
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dbname"] = "Database",
        ["user"] = "Username",
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["connect_timeout"] = "Timeout",
        ["application_name"] = "Application Name",
        ["target_session_attrs"] = "Target Session Attributes",
        ["load_balance_hosts"] = "Load Balance Hosts",
    };

    private readonly NpgsqlConnectionStringBuilder _connection;

    private PostgreSqlAddress(NpgsqlConnectionStringBuilder connection)
    {
        // One base is read by many who never wait for another, and texts have to be what was written, wherever the program runs.
        connection.ClientEncoding = "UTF8";
        connection.ApplicationName ??= "KnowledgeApi";
        connection.IncludeErrorDetail = false;
        // A server that was away is asked again soon: it may be the only one that is there by now.
        connection.HostRecheckSeconds = 1;
        _connection = connection;
    }

    /// <summary>
    /// Whether a setting is such an address at all, be it a good one or not. Whatever looks like one is: taken for a folder it would put a password into names of files and messages.
    /// </summary>
    public static bool IsAddress(string setting) => AnyAddress.IsMatch(setting);

    /// <summary>The address that a setting is.</summary>
    /// <exception cref="StoreException">It cannot be read; the message does not repeat it, since there is a password in it.</exception>
    public static PostgreSqlAddress Parse(string setting)
    {
        setting = setting.Trim();
        try
        {
            var connection = Schemes.FirstOrDefault(scheme => setting.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) is { } scheme
                ? OfUri(setting[scheme.Length..])
                : new NpgsqlConnectionStringBuilder(setting);
            if (string.IsNullOrEmpty(connection.Host))
                throw new StoreException("The address of the database names no host.");
            var address = new PostgreSqlAddress(connection);
            // What is printed must be what it is taken for: parts of a password get here if signs in it are not escaped, or if the settings are written in another form.
            return address.Hosts.All(IsHost) && !Password.IsMatch($"{connection.Username} {connection.Database}") ? address : throw Unreadable();
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException or OverflowException or NotSupportedException or KeyNotFoundException)
        {
            throw Unreadable();
        }
    }

    private static StoreException Unreadable() =>
        new("The address of the database cannot be read: it is to be like postgresql://user:password@host:5432/database, where a password has %2F for /, %3F for ? and %40 for @.");

    /// <summary>Whether something is a host and its port, or the folder of a socket.</summary>
    private static bool IsHost(string text) => HostForm.IsMatch(text) || IPAddress.TryParse(text, out _);

    /// <summary>Host, port and database, for messages: no more than that.</summary>
    public string Location => $"{string.Join(',', Hosts)}/{Database}";

    private string Database => _connection.Database is { Length: > 0 } database ? database : _connection.Username ?? "";

    private IEnumerable<string> Hosts => (_connection.Host ?? "").Split(',', StringSplitOptions.TrimEntries)
        .Select(host => host.LastIndexOf(':') > host.LastIndexOf(']') || host.StartsWith('/') ? host : string.Create(CultureInfo.InvariantCulture, $"{host}:{_connection.Port}"));

    private bool HasManyHosts => _connection.Host!.Contains(',', StringComparison.Ordinal);

    /// <summary>How the server that can be written to is reached, of several the one primary.</summary>
    internal string Writing => With(connection =>
    {
        if (HasManyHosts)
            connection.TargetSessionAttributes = "primary";
        connection.LoadBalanceHosts = false;
    });

    /// <summary>
    /// How the primary is reached or, while it is away, any other server, to look which snapshot is current: by connections that are kept, since that is looked at every second.
    /// </summary>
    internal string Looking => With(connection =>
    {
        if (HasManyHosts)
            connection.TargetSessionAttributes = "prefer-primary";
        (connection.Pooling, connection.MinPoolSize, connection.MaxPoolSize) = (true, 0, 4);
    });

    /// <summary>How one snapshot is read: connections that cannot write and see nothing else. They are kept by who has asked for them.</summary>
    internal string Reading(string schema) => With(connection =>
    {
        connection.SearchPath = schema;
        // Statements are short: to compile them would take longer than to run them.
        connection.Options = $"{connection.Options} -c default_transaction_read_only=on -c statement_timeout={Belt} -c jit=off".Trim();
        connection.MaxAutoPrepare = Prepared;
        connection.AutoPrepareMinUsages = 1;
    });

    // Requests have deadlines of their own, which are shorter: this ends what has lost the one who asked.
    private const string Belt = "120s";

    // As many as a connection of the engine keeps commands for, and some of the store's own.
    private const int Prepared = 250;

    private string With(Action<NpgsqlConnectionStringBuilder> change)
    {
        var connection = new NpgsqlConnectionStringBuilder(_connection.ConnectionString) { Pooling = false };
        change(connection);
        return connection.ConnectionString;
    }

    [SuppressMessage("Globalization", "CA1308", Justification = "Npgsql's words are in lower case.")]
    private static NpgsqlConnectionStringBuilder OfUri(string address)
    {
        var connection = new NpgsqlConnectionStringBuilder();
        var authority = address.Split('/', '?')[0];
        // It has been cut in a password.
        if (address.LastIndexOf('@') > authority.Length)
            throw Unreadable();
        var (place, query) = Cut(address, '?');
        var (_, database) = Cut(place, '/');
        var at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            var (user, password) = Cut(authority[..at], ':');
            connection.Username = Uri.UnescapeDataString(user);
            if (password.Length > 0)
                connection.Password = Uri.UnescapeDataString(password);
        }

        connection.Host = Uri.UnescapeDataString(authority[(at + 1)..]);
        // One host's port is a setting of its own, several have theirs with them.
        if (!connection.Host.Contains(',', StringComparison.Ordinal) && connection.Host.LastIndexOf(':') is var colon && colon > connection.Host.LastIndexOf(']'))
        {
            connection.Port = int.Parse(connection.Host[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture);
            connection.Host = connection.Host[..colon];
        }

        if (database.Length > 0)
            connection.Database = Uri.UnescapeDataString(database);
        foreach (var setting in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = Cut(setting, '=');
            name = Uri.UnescapeDataString(name);
            value = Uri.UnescapeDataString(value);
            connection[Renamed.GetValueOrDefault(name, name)] = name.ToLowerInvariant() switch
            {
                "sslmode" or "target_session_attrs" => value.Replace("verify-", "Verify", StringComparison.Ordinal),
                "load_balance_hosts" => value is "random" or "true",
                _ => value,
            };
        }

        return connection;
    }

    private static (string Before, string After) Cut(string text, char at) => text.IndexOf(at, StringComparison.Ordinal) is var place and >= 0 ? (text[..place], text[(place + 1)..]) : (text, "");

    // A scheme, any; what addresses of PostgreSQL begin with elsewhere; a user and a password before a host, but no drive; a password; what other settings connections have.
    [GeneratedRegex(@"://|^\s*(\w+:)*postgres(ql)?(\+\w+)?:|(?<!^[a-z]):.*@|^[a-z]:[^\\/].*@|(pass(w(or)?d)?|pwd)\s*=|(^|[;\s])(host|hostaddr|server|port|user|user\s?name|user\s?id|uid|psw|database|dbname|db)\s*=", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex AnyAddress { get; }

    [GeneratedRegex(@"(pass(w(or)?d)?|pwd)\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex Password { get; }

    [GeneratedRegex(@"^(/[^=@;]*|[^\s/:=@;\[\]]+:[0-9]+|\[[0-9a-f:.%]+\]:[0-9]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex HostForm { get; }
}
