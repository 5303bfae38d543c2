namespace KnowledgeApi.Knowledge.Reasoning.Ownership;

/// <summary>What was read of stakes for one question: for each company it knows all claims of stakes in it.</summary>
/// <param name="question">Which claims count.</param>
public sealed class StakeIndex(OwnershipQuestion question)
{
    private readonly Dictionary<long, Holders> _holders = [];
    private readonly Dictionary<long, List<Stake>> _holdings = [];
    private readonly Dictionary<long, Party> _parties = [];

    /// <summary>Which claims count.</summary>
    public OwnershipQuestion Question => question;

    /// <summary>Whether the stakes in a company are known.</summary>
    public bool Knows(long company) => _holders.ContainsKey(company);

    /// <summary>Who holds a company, if that is known.</summary>
    public Holders? HoldersOf(long company) => _holders.GetValueOrDefault(company);

    /// <summary>What someone holds of the companies that are known, by company.</summary>
    public IReadOnlyList<Stake> HeldBy(long owner) => _holdings.TryGetValue(owner, out var stakes) ? stakes : [];

    /// <summary>What someone is called; the number of one without a name.</summary>
    public Party PartyOf(long key) => _parties.GetValueOrDefault(key) ?? new(key, $"{key}", $"{key}", "");

    /// <summary>Gives someone a name.</summary>
    public void Name(Party party) => _parties.TryAdd(party.Key, party);

    /// <summary>Enters all claims of stakes in some companies, which then are known; what is known already stays.</summary>
    public void Enter(IEnumerable<long> companies, IEnumerable<StakeClaim> claims)
    {
        var byCompany = claims.ToLookup(claim => claim.Company);
        foreach (var company in companies.Concat(byCompany.Select(group => group.Key)).Distinct().Order().ToList())
        {
            if (Knows(company))
                continue;
            var holders = _holders[company] = Holders.Of(company, byCompany[company], question);
            foreach (var stake in holders.Stakes)
            {
                if (!_holdings.TryGetValue(stake.Owner, out var list))
                    _holdings.Add(stake.Owner, list = []);
                list.Add(stake);
            }
        }
    }
}
