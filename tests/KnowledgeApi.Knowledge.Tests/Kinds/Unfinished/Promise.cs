using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Tests.Kinds.Unfinished;

/// <summary>A kind of claim whose descriptor leaves out or takes from others all that the compiler lets it.</summary>
internal sealed class Promise : Claim
{
    public string? Deed { get; init; }

    public string Hope => $"{Deed}!";

    public override string ToLabel() => Hope;
}
