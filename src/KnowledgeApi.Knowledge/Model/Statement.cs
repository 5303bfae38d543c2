namespace KnowledgeApi.Knowledge.Model;

/// <summary>The claim that someone said something. What was said is summarised, not quoted.</summary>
public sealed class Statement : Claim
{
    /// <summary>Internal number of the speaker.</summary>
    public long? SpeakerKey { get; init; }

    /// <summary>The speaker. Null if unnamed.</summary>
    public Entity? Speaker { get; init; }

    /// <summary>Description of an unnamed speaker.</summary>
    public string? SpeakerDescribed { get; init; }

    /// <summary>What was said, in one or two sentences.</summary>
    public required string Summary { get; init; }

    /// <summary>When it was said. Null if not stated.</summary>
    public PartialDate? Date { get; init; }

    /// <inheritdoc/>
    public override string ToLabel() => Summary;
}
