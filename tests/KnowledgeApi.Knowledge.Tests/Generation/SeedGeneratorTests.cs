using KnowledgeApi.Knowledge.Generation;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Seeds;
using KnowledgeApi.Knowledge.Tests.Reasoning;

namespace KnowledgeApi.Knowledge.Tests.Generation;

/// <summary>Generated seeds are sound, always the same, and have what makes real ones hard.</summary>
public sealed class SeedGeneratorTests : IDisposable
{
    private static readonly Lazy<SeedResult> FourHundred = new(() =>
    {
        using var folder = new TempFolder();
        SeedGenerator.Write(400, 7, folder.Seeds);
        return folder.Read();
    });

    private readonly TempFolder _folder = new();
    private readonly TempFolder _other = new();

    public void Dispose()
    {
        _folder.Dispose();
        _other.Dispose();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(11, 3)]
    [InlineData(50, 1)]
    [InlineData(50, 2)]
    [InlineData(101, 4)]
    public void They_have_no_problem_and_no_finding_of_severity_error(int companies, ulong seed)
    {
        SeedGenerator.Write(companies, seed, _folder.Seeds);

        var result = _folder.Read();

        result.Problems.ShouldBeEmpty(string.Join('\n', result.Problems));
        Reasoner.Conclude(result.Base!).Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Message).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_numbers_make_the_same_bytes()
    {
        SeedGenerator.Write(50, 1, _folder.Seeds);
        SeedGenerator.Write(50, 1, _other.Seeds);

        HashOf(_folder).ShouldBe(HashOf(_other));
    }

    /// <summary>On every machine and in every version of .NET. Whoever means to change what is generated writes the new one.</summary>
    [Fact]
    public void The_bytes_are_those_they_have_always_been()
    {
        SeedGenerator.Write(50, 1, _folder.Seeds);

        HashOf(_folder).ShouldBe("e97fe81af7522001c3ecc4b54607835ac6b7dcc134545d9cc422d84783e6d338");
    }

    [Fact]
    public void Another_seed_makes_another_world()
    {
        SeedGenerator.Write(50, 1, _folder.Seeds);
        SeedGenerator.Write(50, 2, _other.Seeds);

        // The State and the papers are the same in every world.
        var files = Directory.GetFiles(_folder.Seeds, "*.jsonl").Where(file => Path.GetFileName(file) is not ("public-bodies.jsonl" or "publications.jsonl")).ToList();
        files.Count.ShouldBe(10);
        foreach (var file in files)
            File.ReadAllBytes(file).ShouldNotBe(File.ReadAllBytes(Path.Combine(_other.Seeds, Path.GetFileName(file))), file);
    }

    [Fact]
    public void Yaml_says_the_same()
    {
        SeedGenerator.Write(50, 1, _folder.Seeds);
        SeedGenerator.Write(50, 1, _other.Seeds, SeedFileFormat.Yaml);

        var (lines, yaml) = (_folder.Read(), _other.Read());

        yaml.Problems.ShouldBeEmpty();
        Facts(yaml).ShouldBe(Facts(lines));

        static IEnumerable<string> Facts(SeedResult seeds) => seeds.Base!.Claims.Select(claim => $"{claim.Slug} {claim.Status} {claim.Validity} {claim.Wording} {claim.FirstReported} {claim.Citations.Count}");
    }

    /// <summary>A text of .NET has at most 2^30 characters, and YAML is read as one text.</summary>
    [Fact]
    public void The_most_that_is_written_can_be_read()
    {
        SeedGenerator.Write(1_000, 1, _folder.Seeds, SeedFileFormat.Yaml);

        var longest = Directory.EnumerateFiles(_folder.Seeds).Max(file => new FileInfo(file).Length);

        // Ids are longer where there are more companies: not by a twentieth.
        (longest / 1_000 * 1.05 * SeedGenerator.MostCompanies).ShouldBeLessThan(1 << 30);
    }

    [Fact]
    public void The_counts_are_those_of_the_items()
    {
        var counts = SeedGenerator.Write(50, 1, _folder.Seeds);

        counts.ShouldBe(Directory.EnumerateFiles(_folder.Seeds).ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => File.ReadLines(file).Count()), ignoreOrder: true);
    }

    [Fact]
    public void What_is_ended_leaves_nothing()
    {
        using var ended = new CancellationTokenSource();

        Should.Throw<OperationCanceledException>(() => SeedGenerator.Write(2_000, 1, _folder.Seeds, progress: share => Cancel(share), cancellation: ended.Token));

        Directory.EnumerateFiles(_folder.Seeds).ShouldBeEmpty();

        void Cancel(double share)
        {
            if (share > 0.5)
                ended.Cancel();
        }
    }

    [Fact]
    public void A_company_has_thirteen_claims_and_twenty_citations() => FourHundred.Value.Base!.ShouldSatisfyAllConditions(
        seeds => (seeds.Claims.Count / 400.0).ShouldBe(13, tolerance: 0.7),
        seeds => (seeds.Citations.Count / 400.0).ShouldBe(20, tolerance: 1));

    [Fact]
    public void Ownership_has_layers_and_circles()
    {
        var companies = FourHundred.Value.Base!.Entities.OfType<Company>().ToList();

        companies.ShouldContain(company => company.Shareholders.Any(first => first.Owner.HoldersOf().Any(second => second.HoldersOf().Any(third => third is Company))));
        companies.ShouldContain(company => company.HoldersOf().Any(owner => owner.HoldersOf().Contains(company)));
    }

    [Fact]
    public void Claims_rival_and_agree() =>
        Reasoner.Conclude(FourHundred.Value.Base!).Agreements.Select(agreement => agreement.Verdict).Distinct().ShouldBe(Enum.GetValues<Verdict>(), ignoreOrder: true);

    [Fact]
    public void Dates_are_of_every_precision() =>
        FourHundred.Value.Base!.Claims.SelectMany(claim => new[] { claim.Validity?.At, claim.Validity?.Start, claim.Validity?.End }).OfType<PartialDate>().Select(date => date.Precision).Distinct()
            .ShouldBe(Enum.GetValues<DatePrecision>(), ignoreOrder: true);

    private static string HashOf(TempFolder folder) => SeedFolder.Open(folder.Seeds).Hash;
}

file static class Owners
{
    public static IEnumerable<Entity> HoldersOf(this Entity entity) => entity is Organisation organisation ? organisation.Shareholders.Select(stake => stake.Owner) : [];
}
