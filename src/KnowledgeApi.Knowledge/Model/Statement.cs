namespace KnowledgeApi.Knowledge.Model;

/// <summary>The claim that someone said something about someone. What was said is told in our own words.</summary>
public sealed class Statement : Claim
{
    /// <summary>Internal number of the speaker.</summary>
    public long? SpeakerKey { get; init; }

    /// <summary>The one who speaks. Null if unnamed.</summary>
    public Entity? Speaker { get; init; }

    /// <summary>Who speaks, in our own words, if unnamed.</summary>
    public string? SpeakerDescribed { get; init; }

    /// <summary>What is said, in one or two sentences of our own.</summary>
    public required string Summary { get; init; }

    /// <summary>When it was said. Null if not told.</summary>
    public PartialDate? Date { get; init; }

    /// <inheritdoc/>
    public override string ToLabel() => Summary;
}
