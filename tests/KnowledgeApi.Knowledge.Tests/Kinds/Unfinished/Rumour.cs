using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Tests.Kinds.Unfinished;

/// <summary>A kind of claim without a descriptor.</summary>
internal sealed class Rumour : Claim
{
    public override string ToLabel() => "They say";
}
