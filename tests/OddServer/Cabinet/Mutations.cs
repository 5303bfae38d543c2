using System.ComponentModel;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.OddServer.Cabinet;

/// <summary>What a request has counted so far.</summary>
public sealed class Ledger
{
    private const int Wrap = 1_000;

    public int Total { get; private set; }

    public Tally Add(int by)
    {
        Total = (int)(((long)Total + by) % Wrap);
        return new Tally(by);
    }
}

/// <summary>What was counted when a field asked.</summary>
public sealed record Tally(int By);

/// <summary>The mutations change something, so what they give is not drawn.</summary>
[MutationType]
public static class CabinetMutations
{
    /// <summary>Adds a number.</summary>
    public static Tally Add([Service] Ledger ledger, int by = 1) => ledger.Add(by);

    public static async Task<IReadOnlyList<Tally>> AddAllAsync([Service] Ledger ledger, [DefaultValue(new[] { 1, 2 })] IReadOnlyList<int> by)
    {
        await Task.Yield();
        return [.. by.Select(ledger.Add)];
    }

    /// <summary>Adds a number, and fails.</summary>
    public static Tally? Fail([Service] Ledger ledger, int by = 100)
    {
        ledger.Add(by);
        throw new FieldErrorException("It failed.", "FAILED");
    }

    public static Tally FailHard([Service] Ledger ledger) => throw new FieldErrorException("It failed hard.", "FAILED");

    public static int Total([Service] Ledger ledger) => ledger.Total;
}

[ObjectType<Tally>]
public static class TallyFields
{
    /// <summary>The total at the time this is read.</summary>
    public static IReadOnlyList<int> GetTotal([Parent] IReadOnlyList<Tally> tallies, [Service] Ledger ledger) => [.. tallies.Select(_ => ledger.Total)];

    public static IReadOnlyList<Tally> GetAgain([Parent] IReadOnlyList<Tally> tallies) => tallies;
}
