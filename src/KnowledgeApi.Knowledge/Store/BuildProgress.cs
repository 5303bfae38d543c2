using System.Globalization;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>What a build is at.</summary>
public enum BuildStage
{
    /// <summary>Another process builds in the same place, and has to end first.</summary>
    Waiting,

    /// <summary>The seeds are read.</summary>
    Reading,

    /// <summary>What they state is checked, and every citation as far as its text is there.</summary>
    Checking,

    /// <summary>Claims are compared with each other, and the rules are run.</summary>
    Concluding,

    /// <summary>The rows are written.</summary>
    Writing,

    /// <summary>What can be searched for is indexed.</summary>
    Indexing,

    /// <summary>What was written is checked and hashed.</summary>
    Verifying,
}

/// <summary>How far a build is.</summary>
/// <param name="Stage">What it is at.</param>
/// <param name="Share">How much of that is done, from 0 to 1; null if it cannot be told.</param>
public sealed record BuildProgress(BuildStage Stage, double? Share = null)
{
    /// <summary>What it is at, in words.</summary>
    public string What => Stage switch
    {
        BuildStage.Waiting => "Waiting for another process that builds in the same place",
        BuildStage.Reading => "Reading the seeds",
        BuildStage.Checking => "Checking claims and citations",
        BuildStage.Concluding => "Comparing claims and running the rules",
        BuildStage.Writing => "Writing the base",
        BuildStage.Indexing => "Indexing what can be searched for",
        _ => "Verifying what was written",
    };

    /// <summary>The same in words, such as "Writing the base: 40 %".</summary>
    public override string ToString() => Share is { } share ? string.Create(CultureInfo.InvariantCulture, $"{What}: {Math.Floor(share * 100):0} %") : What;
}

/// <summary>Passes on how far a build is, and lets it be stopped: as often as something is done, but told at most a hundred times a stage.</summary>
internal sealed class BuildWatch(Action<BuildProgress>? progress, CancellationToken cancellation)
{
    private BuildProgress? _last;

    /// <summary>Stops the build.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>Something was done.</summary>
    /// <param name="stage">Of what.</param>
    /// <param name="share">How much of that is done; null if it cannot be told.</param>
    /// <exception cref="OperationCanceledException">The build is to stop.</exception>
    public void Report(BuildStage stage, double? share = null)
    {
        cancellation.ThrowIfCancellationRequested();
        var now = new BuildProgress(stage, share is { } done ? Math.Floor(Math.Min(1, done) * 100) / 100 : null);
        if (now == _last)
            return;
        _last = now;
        progress?.Invoke(now);
    }
}
