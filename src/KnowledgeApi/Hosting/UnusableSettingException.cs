namespace KnowledgeApi.Hosting;

/// <summary>A setting that cannot be used. The message says why in one sentence, fit to print.</summary>
/// <param name="what">What is wrong, in one sentence.</param>
/// <param name="next">What to do about it.</param>
/// <param name="inner">What showed it; null if we saw it ourselves.</param>
public sealed class UnusableSettingException(string what, string next, Exception? inner = null) : Exception(what, inner)
{
    /// <summary>What to do about it, in one sentence.</summary>
    public string Next { get; } = next;
}
