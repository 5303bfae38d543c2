using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace KnowledgeApi.Knowledge.Store.PostgreSql;

/// <summary>Locks of a database that several processes use. The server takes them back when the connection ends, however it ended.</summary>
internal static class AdvisoryLock
{
    /// <summary>The number of a lock: that of its name.</summary>
    public static long NumberOf(string name) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"KnowledgeApi {name}")));

    /// <summary>Takes a lock that nobody else may have, unless somebody has it.</summary>
    public static bool TryTake(NpgsqlConnection connection, string name) => connection.Read<bool>("SELECT pg_try_advisory_lock($1)", NumberOf(name));

    /// <summary>Gives it back.</summary>
    public static void Free(NpgsqlConnection connection, string name) => connection.Read<bool>("SELECT pg_advisory_unlock($1)", NumberOf(name));

    /// <summary>Takes a lock that others may share. It is had at once or after who clears away has looked.</summary>
    public static void Share(NpgsqlConnection connection, string name) => connection.Read<object>("SELECT pg_advisory_lock_shared($1)", NumberOf(name));
}
