using KnowledgeApi.Knowledge.Store;
using Microsoft.AspNetCore.Http.Features;

namespace KnowledgeApi.Hosting;

/// <summary>The base in service, which may be replaced at any time. A request has the one that was there when it came, from start to end.</summary>
/// <param name="program">The services of the program, for settings and logging.</param>
public sealed class BaseHost(IServiceProvider program) : IDisposable
{
    private volatile ServedBase? _current;
    private volatile string _progress = "The knowledge base is not there yet.";

    /// <summary>The name of the base in service; null as long as there is none.</summary>
    public SnapshotName? Name => _current?.Name;

    /// <summary>Whether a base is the one in service.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="builtAt">When what has the name now was built; null if it is gone, which does the one in service no harm.</param>
    public bool Serves(SnapshotName name, DateTime? builtAt) => _current is { } served && served.Name == name && (builtAt is null || builtAt == served.BuiltAt);

    /// <summary>The services of the base in service, for tests.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public IServiceProvider Services => _current?.RequestServices ?? throw new InvalidOperationException("No base is served.");

    /// <summary>How far the first base is, in a sentence, for those who ask too early.</summary>
    public string Progress
    {
        get => _progress;
        set => _progress = value;
    }

    /// <summary>Puts a base into service. The one before is closed when its last request has ended.</summary>
    /// <param name="snapshot">The base; it is closed by this object.</param>
    public void Serve(Snapshot snapshot) => Interlocked.Exchange(ref _current, new ServedBase(snapshot, program))?.Leave();

    /// <summary>Has a request answered from the base in service, or told that there is none yet.</summary>
    internal async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (Enter() is not { } served)
        {
            await Unavailable.WriteAsync(context, Progress);
            return;
        }

        var before = context.Features.Get<IServiceProvidersFeature>();
        try
        {
            context.Features.Set<IServiceProvidersFeature>(served);
            await next(context);
        }
        finally
        {
            context.Features.Set(before);
            served.Leave();
        }
    }

    /// <summary>Closes the base when its last request has ended.</summary>
    public void Dispose() => Interlocked.Exchange(ref _current, null)?.Leave();

    private ServedBase? Enter()
    {
        // One that is closed between the look and the entry has been replaced.
        while (_current is { } served)
        {
            if (served.TryEnter())
                return served;
        }

        return null;
    }
}
