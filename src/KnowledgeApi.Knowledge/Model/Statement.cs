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

    /// <summary>Whether the speaker asserts it, thinks, asks, expects or wishes it. Only what is asserted is a fact.</summary>
    public StatementModality Modality { get; init; }

    /// <summary>The medium in which it was said, as far as the document tells. Null if it does not.</summary>
    public Medium? Medium { get; init; }

    /// <summary>When it was said. Null if not stated.</summary>
    public PartialDate? Date { get; init; }

    /// <inheritdoc/>
    public override string ToLabel() => Summary;
}

/// <summary>How a speaker means what is said.</summary>
public enum StatementModality
{
    /// <summary>Asserted: it is so or not.</summary>
    Assertion,

    /// <summary>Judged or valued: others may see it otherwise.</summary>
    Opinion,

    /// <summary>Asked.</summary>
    Question,

    /// <summary>Expected or feared of the time to come.</summary>
    Expectation,

    /// <summary>Wished, demanded or advised.</summary>
    Wish,
}

/// <summary>Where something was said before the document repeated it, or in the document itself.</summary>
public enum Medium
{
    /// <summary>A press release or another announcement of the speaker's own.</summary>
    PressRelease,

    /// <summary>An answer to a journalist.</summary>
    Interview,

    /// <summary>An article, of this document or of another paper.</summary>
    Article,

    /// <summary>Accounts or another paper filed with an authority.</summary>
    Filing,

    /// <summary>Radio, television or a recorded talk.</summary>
    Broadcast,

    /// <summary>A reader's comment.</summary>
    Comment,

    /// <summary>Another medium.</summary>
    Other,
}
