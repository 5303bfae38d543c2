using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using KnowledgeApi.Benchmarks;
using KnowledgeApi.Benchmarks.Comparison;
using Perfolizer.Horology;

switch (args)
{
    // dotnet run -c Release --project tests/Benchmarks -- agreement [SEED [COUNT]]
    case ["agreement", .. var rest]:
        return await Agreement.RunAsync(Number(rest.ElementAtOrDefault(0)) ?? 1, Number(rest.ElementAtOrDefault(1)) ?? 2_000);

    // dotnet run -c Release --project tests/Benchmarks -- growth [COMPANIES ...]
    case ["growth", .. var sizes]:
        return await Growth.RunAsync(sizes.Length == 0 ? [1_000, 10_000, 100_000] : sizes.Select(size => Number(size)!.Value));

    case [FragmentChain.Command, var name]:
        await FragmentChain.JudgeAsync(name);
        return 0;
}

// dotnet run -c Release --project tests/Benchmarks
// In one process: what counts are the ratios, best those of the shortest times where the machine has other things to do.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(25).WithIterationTime(TimeInterval.FromMilliseconds(100));
BenchmarkSwitcher.FromAssembly(typeof(Orchard).Assembly)
    .Run(args is [] ? ["--filter", "*"] : args, DefaultConfig.Instance.AddJob(job).AddColumn(StatisticColumn.Min, StatisticColumn.Median));
return 0;

static int? Number(string? text) => text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);
