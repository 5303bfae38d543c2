using System.Globalization;
using KnowledgeApi.Faults;

// dotnet run -c Release --project tests/Faults -- [short|long] [FAULT...]
Fault[] all = [new Replicas(), new Kills(), new Interrupts(), new Damages(), new EditedSeeds(), new SharedFolders(), new Switches(), new FullDisks()];
var isLong = args is ["long", ..];
var names = args is ["short" or "long", .. var rest] ? rest : args;
if (names.Except(all.Select(fault => fault.Name)).ToList() is { Count: > 0 } strangers)
{
    Console.Error.WriteLine($"There is no fault {string.Join(", ", strangers)}. There are {string.Join(", ", all.Select(fault => fault.Name))}.");
    return 1;
}

Signals.Reset();
var answers = new Answers();
var failed = false;
// Two at a time, since a start keeps hardly more than one core busy.
await Parallel.ForEachAsync(all.Where(fault => names.Length == 0 || names.Contains(fault.Name)), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (fault, _) =>
{
    var run = new Run(isLong, answers);
    var start = DateTime.UtcNow;
    await run.TryAsync(fault.RunAsync);
    var seconds = (DateTime.UtcNow - start).TotalSeconds;
    Console.WriteLine(string.Join("\n    ", run.Failures.Take(5).Prepend(
        string.Create(CultureInfo.InvariantCulture, $"{fault.Name,-15} {run.Times,6} times {run.Failures.Count,4} failed {seconds,6:F0} s  {run.Note}"))));
    failed |= run.Failures.Count > 0;
});

return failed ? 1 : 0;
