using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Ownership;

/// <summary>Control over one company, and by which stakes.</summary>
/// <param name="Company">Internal number of the company.</param>
/// <param name="Share">What the controller and the companies it controls hold of it together, in percent.</param>
/// <param name="Stakes">The stakes that first made it more than the threshold.</param>
public sealed record ControlStep(long Company, ShareRange Share, IReadOnlyList<Stake> Stakes);

/// <summary>
/// Control: whoever holds more of a company than a threshold, alone or together with the companies it controls, controls it too. Shares do not
/// shrink along a chain of control: who controls a holder has all of that holder's stake to say.
/// </summary>
public sealed class Control
{
    private readonly Dictionary<long, ControlStep> _steps = [];

    private Control(long controller, Certainty certainty) => (Controller, Certainty) = (controller, certainty);

    /// <summary>Who controls.</summary>
    public long Controller { get; }

    /// <summary>CERTAIN if it is so at the least of all shares, POSSIBLE if only at the greatest.</summary>
    public Certainty Certainty { get; }

    /// <summary>What one entity controls in a graph.</summary>
    /// <param name="graph">The stakes.</param>
    /// <param name="controller">The entity.</param>
    /// <param name="threshold">The share to exceed, in percent, 0 to 100.</param>
    /// <param name="certainty">CERTAIN to go by the least of each share, POSSIBLE by the greatest.</param>
    public static Control Of(OwnershipGraph graph, long controller, decimal threshold, Certainty certainty)
    {
        var control = new Control(controller, certainty);
        var stakes = new Dictionary<long, List<Stake>>();
        var open = new Queue<long>([controller]);
        while (open.TryDequeue(out var holder))
        {
            foreach (var stake in graph.Index.HeldBy(holder).Where(stake => graph.Has(stake.Company)))
            {
                if (stake.Company == controller || stake.Company == holder)
                    continue;
                if (!stakes.TryGetValue(stake.Company, out var held))
                    stakes.Add(stake.Company, held = []);
                held.Add(stake);
                if (control._steps.ContainsKey(stake.Company))
                    continue;
                var share = Sum(graph, stake.Company, held);
                if (!(certainty == Certainty.Certain ? share.IsMoreThan(threshold) : share.MayBeMoreThan(threshold)))
                    continue;
                control._steps.Add(stake.Company, new(stake.Company, share, [.. held]));
                open.Enqueue(stake.Company);
            }
        }

        foreach (var (company, step) in control._steps)
            control._steps[company] = step with { Share = Sum(graph, company, stakes[company]) };
        return control;
    }

    /// <summary>How certain the control over a company is: if it is so at the least of all shares, as certain as the stakes that make it.</summary>
    public Certainty CertaintyOver(long company) => Certainty == Certainty.Possible ? Certainty.Possible
        : ChainTo(company).SelectMany(step => step.Stakes).Where(stake => stake.Share.Lower > 0).Select(stake => stake.Certainty).DefaultIfEmpty(Certainty.Certain).Max();

    /// <summary>Whether it controls the company.</summary>
    public bool Has(long company) => _steps.ContainsKey(company);

    /// <summary>The steps that lead to control over the company, in the order they are taken; the company's own is the last.</summary>
    public IReadOnlyList<ControlStep> ChainTo(long company)
    {
        var needed = new HashSet<long> { company };
        var open = new Stack<long>([company]);
        while (open.TryPop(out var at))
        {
            foreach (var holder in _steps[at].Stakes.Select(stake => stake.Owner).Where(holder => holder != Controller && needed.Add(holder)))
                open.Push(holder);
        }

        return [.. _steps.Values.Where(step => needed.Contains(step.Company))];
    }

    // Together no more than the others leave.
    private static ShareRange Sum(OwnershipGraph graph, long company, List<Stake> held)
    {
        var sum = held.Aggregate(ShareRange.None, (all, stake) => all.Plus(stake.Share));
        var others = graph.Index.HoldersOf(company)!.Stakes.Except(held).Aggregate(ShareRange.None, (all, stake) => all.Plus(stake.Share));
        return sum.To(100 - others.Lower, others.LowerInclusive);
    }
}
