using KnowledgeApi.Knowledge.Reasoning.Ownership;

namespace KnowledgeApi.Knowledge.Tests.Reasoning.Ownership;

/// <summary>Effective shares by the textbook: the equations written down and solved by Gauss, without rounding.</summary>
internal static class LinearSystem
{
    /// <summary>What comes to the owner of each entity, its own share in itself being the whole.</summary>
    /// <param name="count">How many entities there are.</param>
    /// <param name="shares">Percent by owner and company.</param>
    /// <param name="owner">The owner.</param>
    public static Fraction[] Solve(int count, IReadOnlyDictionary<(int Owner, int Company), Fraction> shares, int owner)
    {
        // Only what leads to the owner: the rest is nothing, though its equations may not say so.
        var leads = new HashSet<int> { owner };
        for (var before = 0; before < leads.Count;)
        {
            before = leads.Count;
            leads.UnionWith(shares.Where(share => !share.Value.IsZero && leads.Contains(share.Key.Owner)).Select(share => share.Key.Company).ToList());
        }

        int[] unknown = [.. leads.Where(node => node != owner)];
        var rows = unknown.Select(company => Enumerable.Range(0, unknown.Length + 1).Select(column =>
        {
            var share = shares.GetValueOrDefault((column < unknown.Length ? unknown[column] : owner, company), Fraction.Zero);
            return column == unknown.Length ? share : (unknown[column] == company ? Fraction.One : Fraction.Zero) - share;
        }).ToArray()).ToArray();
        for (var i = 0; i < rows.Length; i++)
        {
            var pivot = Enumerable.Range(i, rows.Length - i).First(row => !rows[row][i].IsZero);
            (rows[i], rows[pivot]) = (rows[pivot], rows[i]);
            var first = rows[i][i];
            rows[i] = [.. rows[i].Select(cell => cell / first)];
            for (var other = 0; other < rows.Length; other++)
            {
                var factor = rows[other][i];
                if (other != i && !factor.IsZero)
                    rows[other] = [.. rows[other].Zip(rows[i], (cell, minus) => cell - factor * minus)];
            }
        }

        var values = Enumerable.Repeat(Fraction.Zero, count).ToArray();
        values[owner] = Fraction.One;
        for (var i = 0; i < unknown.Length; i++)
            values[unknown[i]] = rows[i][^1];
        return values;
    }

    /// <summary>The shares of a web whose stakes have one number each.</summary>
    public static Dictionary<(int Owner, int Company), Fraction> SharesOf(Web web) =>
        web.Claims.ToDictionary(claim => ((int)claim.Owner, (int)claim.Company), claim => Fraction.Percent(claim.Stated!.Value.Lower!.Value));
}
