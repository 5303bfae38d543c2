using KnowledgeApi.GraphQL.Annotations;

namespace KnowledgeApi.GraphQL.Tests.Harness.Zoo;

/// <summary>Fields that take their time, each with its own way to meet a cancellation.</summary>
[QueryType]
public static class SlowQueries
{
    public static async Task<bool?> ObeysAsync(CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        return true;
    }

    /// <summary>Like a store that reports an interruption in its own words.</summary>
    public static async Task<bool?> SaysAsync(CancellationToken cancellation)
    {
        var interrupted = new TaskCompletionSource();
        await using var registration = cancellation.Register(interrupted.SetResult);
        await interrupted.Task;
        throw new InvalidOperationException("interrupted");
    }

    public static async Task<bool?> SwallowsAsync(CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
        return true;
    }

    public static async Task<bool> NapsAsync()
    {
        await Task.Delay(5);
        return true;
    }

    public static Task<bool?> GivesUpAsync() => throw new TaskCanceledException();
}
