namespace KnowledgeApi.Faults;

/// <summary>Seeds are saved over and over again while they are read: the base is of one state of them, and has its name.</summary>
internal sealed class EditedSeeds : Fault
{
    private const int States = 2;

    public override string Name => "edited-seeds";

    public override async Task RunAsync(Run run)
    {
        using var place = new Place();
        for (var state = 0; state < States; state++)
            await run.Answers.OfAsync(state);
        using var enough = new CancellationTokenSource();
        var writer = Task.Run(() => Write(place, enough.Token));
        var found = new int[States];
        await run.RepeatAsync(run.Choose(2, 20), async _ =>
        {
            using var server = Server.Start(place, "--rebuild");
            await server.ReadyAsync();
            found[await run.Answers.FindAsync(server, [0, 1])]++;
        });
        await enough.CancelAsync();
        run.Note = $"saved {await writer} times; served {string.Join(" and ", found)} times as of either state";
        place.ExpectClean();
    }

    private static int Write(Place place, CancellationToken cancellation)
    {
        var saved = 0;
        while (!cancellation.IsCancellationRequested)
        {
            // Both kinds of editors, and no quicker than people type.
            if (Random.Shared.Next(2) == 0)
                place.Save(saved++ % States);
            else
                place.SaveInPlace(saved++ % States);
            Thread.Sleep(Random.Shared.Next(50, 250));
        }

        return saved;
    }
}
