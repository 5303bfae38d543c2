using System.Collections.Concurrent;

namespace KnowledgeApi.GraphQL.Execution;

/// <summary>Tokens that end with a request or when its time is up. Their timers are used again.</summary>
internal sealed class DeadlinePool(TimeSpan time)
{
    private const int MaxIdle = 64;

    private readonly ConcurrentBag<CancellationTokenSource> _idle = [];

    public Deadline Start(CancellationToken request)
    {
        var source = _idle.TryTake(out var used) ? used : new CancellationTokenSource();
        source.CancelAfter(time);
        return new Deadline(this, source, request.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source));
    }

    private void Return(CancellationTokenSource source)
    {
        if (_idle.Count < MaxIdle && source.TryReset())
            _idle.Add(source);
        else
            source.Dispose();
    }

    /// <summary>The time one request has.</summary>
    public readonly struct Deadline(DeadlinePool pool, CancellationTokenSource source, CancellationTokenRegistration registration) : IDisposable
    {
        public CancellationToken Token { get; } = source.Token;

        public void Dispose()
        {
            // Waits for a cancellation that is under way, so that it does not end the next request.
            registration.Dispose();
            pool.Return(source);
        }
    }
}
