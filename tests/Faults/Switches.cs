using System.Diagnostics;

namespace KnowledgeApi.Faults;

/// <summary>Seeds are saved about every second while many clients ask: each answer is that of the base its tag names, to the byte, and none fails.</summary>
internal sealed class Switches : Fault
{
    private const int Clients = 64;
    private const int States = 3;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    // So that the server has some time to build.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public override string Name => "switches";

    public override async Task RunAsync(Run run)
    {
        var right = new Answer[States][];
        for (var state = 0; state < States; state++)
            right[state] = await run.Answers.OfAsync(state);
        using var place = new Place();
        using var server = Server.Start(place, "--watch");
        await server.ReadyAsync();
        var clock = Stopwatch.StartNew();
        using var enough = new CancellationTokenSource();
        var clients = Enumerable.Range(0, Clients).Select(i => Task.Run(() => AskAsync(run, server, right, i, enough.Token))).ToList();
        await run.RepeatAsync(run.Choose(5, 60), async i =>
        {
            place.Save((i + 1) % States);
            await Task.Delay(Between);
            await server.UntilAsync(() => server.Printed.Split("Serving another base").Length == i + 2, "The saved seeds were not served");
        });
        await enough.CancelAsync();
        var answers = (await Task.WhenAll(clients)).Sum();
        run.Note = $"in {clock.Elapsed.TotalSeconds:F0} s, {Clients} clients, {answers} answers";
    }

    /// <summary>Asks as one client does, and remembers what it is answered.</summary>
    /// <returns>How many answers it had.</returns>
    private static async Task<int> AskAsync(Run run, Server server, Answer[][] right, int client, CancellationToken cancellation)
    {
        var tags = new string?[Answers.Queries.Length];
        var answers = 0;
        for (; !cancellation.IsCancellationRequested; answers++)
        {
            var query = (client + answers) % tags.Length;
            await run.TryAsync(async _ =>
            {
                var (isGet, known) = (Random.Shared.Next(2) == 0, tags[query]);
                var answer = isGet ? await server.GetAsync(Answers.Queries[query], known) : await server.PostAsync(Answers.Queries[query]);
                var isRight = answer switch
                {
                    { Status: 304 } => isGet && answer.Tag == known && right.Any(state => state[query].Tag == known),
                    { Status: 200 } when isGet => right.Any(state => state[query] == answer),
                    { Status: 200 } => right.Any(state => state[query].Body == answer.Body),
                    _ => false,
                };
                tags[query] = isGet ? answer.Tag : known;
                FaultException.ThrowUnless(isRight, $"{(isGet ? "GET" : "POST")} {query}: {answer}");
            });
            await Task.Delay(Pause, CancellationToken.None);
        }

        return answers;
    }
}
