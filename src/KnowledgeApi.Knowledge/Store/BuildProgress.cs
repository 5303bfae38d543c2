using System.Globalization;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>What a build is at.</summary>
public enum BuildStage
{
    /// <summary>Another process builds in the same place, and has to end first.</summary>
    Waiting,

    /// <summary>The seeds are read and every citation is checked, as far as its text is there.</summary>
    Reading,

    /// <summary>The rows are written and indexed.</summary>
    Writing,

    /// <summary>What was written is checked and hashed.</summary>
    Verifying,
}

/// <summary>How far a build is.</summary>
/// <param name="Stage">What it is at.</param>
/// <param name="Share">How much of that is done, from 0 to 1; null if it cannot be told.</param>
public sealed record BuildProgress(BuildStage Stage, double? Share = null)
{
    /// <summary>The same in words, such as "Writing the base: 40 %".</summary>
    public override string ToString()
    {
        var what = Stage switch
        {
            BuildStage.Waiting => "Waiting for another process that builds in the same place",
            BuildStage.Reading => "Reading the seeds and checking the citations",
            BuildStage.Writing => "Writing the base",
            _ => "Verifying what was written",
        };
        return Share is { } share ? string.Create(CultureInfo.InvariantCulture, $"{what}: {Math.Floor(share * 100):0} %") : what;
    }
}
