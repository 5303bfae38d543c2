using System.Collections.Concurrent;

namespace KnowledgeApi.Faults;

/// <summary>Something that can go wrong around the program, and what must hold nevertheless.</summary>
internal abstract class Fault
{
    /// <summary>Its name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>Has it happen a number of times.</summary>
    public abstract Task RunAsync(Run run);
}

/// <summary>A run of a fault, and what came of it.</summary>
/// <param name="isLong">Whether it happens as often as the long form says.</param>
/// <param name="answers">What is right.</param>
internal sealed class Run(bool isLong, Answers answers)
{
    private readonly ConcurrentQueue<string> _failures = [];

    /// <summary>What is right.</summary>
    public Answers Answers => answers;

    /// <summary>How often it has happened.</summary>
    public int Times { get; set; }

    /// <summary>What did not hold.</summary>
    public IReadOnlyCollection<string> Failures => _failures;

    /// <summary>Figures to print.</summary>
    public string Note { get; set; } = "";

    /// <summary>One of two numbers.</summary>
    public int Choose(int inShort, int inLong) => isLong ? inLong : inShort;

    /// <summary>Has it happen a number of times; one that fails does not keep the others from being tried.</summary>
    public async Task RepeatAsync(int times, Func<int, Task> attempt)
    {
        for (var i = 0; i < times; i++)
        {
            await TryAsync(_ => attempt(i));
            Times++;
        }
    }

    /// <summary>Notes what does not hold.</summary>
    public async Task TryAsync(Func<Run, Task> attempt)
    {
        try
        {
            await attempt(this);
        }
        catch (Exception exception)
        {
            _failures.Enqueue(exception is FaultException ? exception.Message : exception.ToString());
        }
    }
}

/// <summary>Something did not hold.</summary>
internal sealed class FaultException(string message) : Exception(message)
{
    public static void ThrowUnless(bool holds, string message)
    {
        if (!holds)
            throw new FaultException(message);
    }
}
