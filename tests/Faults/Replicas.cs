using System.Diagnostics;
using System.Globalization;
using KnowledgeApi.Testing;

namespace KnowledgeApi.Faults;

/// <summary>
/// Two processes follow a PostgreSQL primary and read from it and from its replica. One of each is killed and comes back, the replica lags, and the base is replaced, while many clients ask:
/// each answer is that of the base its tag names, to the byte, and none fails.
/// </summary>
internal sealed class Replicas : Fault
{
    private const int States = 3;

    // Longer than it takes a process to look again, at servers and at what is current.
    private static readonly TimeSpan Absence = TimeSpan.FromSeconds(1.5);

    // So that the servers have some time for what happens to them.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly List<Phase> _phases = [];
    private volatile Phase _phase = new("nothing");

    public override string Name => "replicas";

    public override async Task RunAsync(Run run)
    {
        if (PostgreSqlPrograms.Missing is { } reason)
        {
            run.Note = $"skipped: {reason}";
            return;
        }

        var right = new Answer[States][];
        for (var state = 0; state < States; state++)
            right[state] = await run.Answers.OfAsync(state);
        using var place = new Place();
        using var primary = await DatabaseServer.StartPrimaryAsync();
        using var replica = await DatabaseServer.StartReplicaAsync(primary);
        var address = DatabaseServer.AddressOf(primary, replica);
        await Server.BuildAsync(place, address);
        var ports = new[] { Server.FreePort(), Server.FreePort() };
        var servers = new Balancer([.. ports.Select(port => Server.Follow(address, port))]);
        using var enough = new CancellationTokenSource();
        var (clock, count) = (Stopwatch.StartNew(), run.Choose(16, 64));
        try
        {
            for (var i = 0; i < servers.Count; i++)
                await servers[i].ReadyAsync();
            Enter("nothing");
            var clients = Enumerable.Range(0, count).Select(i => Task.Run(() => AskAsync(servers, right, i, enough.Token))).ToList();
            await Task.Delay(Absence);
            await run.RepeatAsync(run.Choose(1, 5), async i =>
            {
                Enter("a process killed");
                var killed = i % servers.Count;
                servers[killed].Dispose();
                await Task.Delay(Absence);
                servers[killed] = Server.Follow(address, ports[killed]);
                await servers[killed].ReadyAsync();
                foreach (var (name, server) in new[] { ("the replica killed", replica), ("the primary killed", primary) })
                {
                    Enter(name);
                    await server.KillAsync();
                    await Task.Delay(Absence);
                    await server.StartAsync();
                    await Task.Delay(Absence);
                }

                Enter("a new base, the replica lags");
                await replica.ReadAsync("SELECT pg_wal_replay_pause()");
                await SwitchAsync(place, address, servers, (2 * i + 1) % States);
                await replica.ReadAsync("SELECT pg_wal_replay_resume()");
                await CatchUpAsync(primary, replica);
                Enter("a new base");
                await SwitchAsync(place, address, servers, (2 * i + 2) % States);
            });
            await enough.CancelAsync();
            await Task.WhenAll(clients);
        }
        finally
        {
            await enough.CancelAsync();
            for (var i = 0; i < servers.Count; i++)
                servers[i].Dispose();
        }

        run.Note = string.Create(CultureInfo.InvariantCulture, $"in {clock.Elapsed.TotalSeconds:F0} s, {count} clients, while\n    {string.Join("\n    ", _phases)}");
        await run.TryAsync(_ =>
        {
            FaultException.ThrowUnless(_phases.TrueForAll(phase => phase.IsSound), "Not each answer was right.");
            return Task.CompletedTask;
        });
    }

    private void Enter(string name)
    {
        if (_phases.Find(phase => phase.Name == name) is not { } entered)
            _phases.Add(entered = new Phase(name));
        _phase = entered;
    }

    /// <summary>Builds another base, and waits until all processes serve it.</summary>
    private static async Task SwitchAsync(Place place, string address, Balancer servers, int state)
    {
        place.Save(state);
        var before = Enumerable.Range(0, servers.Count).Select(i => SwitchesOf(servers[i])).ToArray();
        await Server.BuildAsync(place, address);
        for (var i = 0; i < servers.Count; i++)
            await servers[i].UntilAsync(() => SwitchesOf(servers[i]) > before[i], "The new base was not served");
        await Task.Delay(Absence);
        for (var i = 0; i < servers.Count; i++)
            FaultException.ThrowUnless(SwitchesOf(servers[i]) == before[i] + 1, $"A process went back to the base before: {servers[i].Printed}");
    }

    private static int SwitchesOf(Server server) => server.Printed.Split("Serving another base").Length - 1;

    private static async Task CatchUpAsync(DatabaseServer primary, DatabaseServer replica)
    {
        var end = await primary.ReadAsync("SELECT pg_current_wal_lsn()");
        for (var start = Stopwatch.StartNew(); await replica.ReadAsync($"SELECT pg_last_wal_replay_lsn() >= '{end}'") != "t"; await Task.Delay(Pause))
            FaultException.ThrowUnless(start.Elapsed < Patience, "The replica did not catch up.");
    }

    /// <summary>Asks as one client does, and remembers what it is answered.</summary>
    private async Task AskAsync(Balancer servers, Answer[][] right, int client, CancellationToken cancellation)
    {
        var tags = new string?[Answers.Queries.Length];
        for (var i = client; !cancellation.IsCancellationRequested; i++)
        {
            var query = i % tags.Length;
            var (isGet, known) = (Random.Shared.Next(2) == 0, tags[query]);
            var (phase, start) = (_phase, Stopwatch.GetTimestamp());
            try
            {
                var answer = await servers.AskAsync(server => isGet ? server.GetAsync(Answers.Queries[query], known) : server.PostAsync(Answers.Queries[query]));
                var kind = KindOf(answer, [.. right.Select(state => state[query])], known);
                phase.Count(start, kind, kind == AnswerKind.Failed ? $"{answer.Status} {answer.Body[..Math.Min(200, answer.Body.Length)]}" : "");
                if (kind == AnswerKind.Right && isGet)
                    tags[query] = answer.Tag;
            }
            catch (Exception exception)
            {
                phase.Count(start, AnswerKind.Failed, exception.Message);
            }

            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    /// <summary>What an answer is like, beside those that are right in some state of the seeds. An answer to POST has no tag.</summary>
    private static AnswerKind KindOf(Answer answer, Answer[] right, string? known) => answer switch
    {
        { Status: 304 } => answer.Tag == known && right.Any(state => state.Tag == known) ? AnswerKind.Right : AnswerKind.Wrong,
        { Status: not 200 } => AnswerKind.Failed,
        _ when right.Any(state => answer.Body == state.Body && (answer.Tag is null || answer.Tag == state.Tag)) => AnswerKind.Right,
        _ when answer.Body.Contains("\"errors\"", StringComparison.Ordinal) => AnswerKind.Failed,
        _ => right.Any(state => answer.Body == state.Body) ? AnswerKind.Wrong : AnswerKind.Mixed,
    };
}
