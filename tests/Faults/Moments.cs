namespace KnowledgeApi.Faults;

/// <summary>Moments to disturb a process at.</summary>
internal static class Moments
{
    // About as long as the write of such a base takes.
    private static readonly TimeSpan Write = TimeSpan.FromMilliseconds(700);

    /// <summary>Waits for a random part of a time.</summary>
    public static Task WaitAsync(TimeSpan most) => Task.Delay(most * Random.Shared.NextDouble());

    /// <summary>Waits until a server has begun to write a base, and then some of the time that takes.</summary>
    public static async Task WaitForBuildAsync(Place place, Server server)
    {
        while (!Directory.Exists(place.Building) && !server.HasExited)
            await Task.Delay(1);
        await WaitAsync(Write);
    }
}
