using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Evidence;

namespace KnowledgeApi.Knowledge.Tests.Reasoning.Ownership;

/// <summary>On which days stakes held.</summary>
internal static class StakeTimes
{
    /// <summary>On all of them.</summary>
    public static ClaimTimes Always { get; } = new([new() { Type = ClaimTimeType.Certain, KnownFrom = DateOnly.MinValue }, new() { Type = ClaimTimeType.Stated, From = DateOnly.MinValue, To = DateOnly.MinValue, KnownFrom = DateOnly.MinValue }]);

    /// <summary>On those of a period, stated in a document of one day, or of none.</summary>
    public static ClaimTimes Of(Period? validity, DateOnly? reported, ClaimStatus status = ClaimStatus.Actual) => new(ClaimDays.Of(new()
    {
        Status = status,
        Lasts = true,
        Validity = validity,
        Tellings = [new(reported is { } day ? WrittenOn.Of(day) : default)],
        EndKnown = reported,
    }));
}
