using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning;
using KnowledgeApi.Knowledge.Reasoning.Agreements;
using KnowledgeApi.Knowledge.Reasoning.Rules;
using KnowledgeApi.Knowledge.Search;
using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Seeds;
using KnowledgeApi.Knowledge.Streams;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>
/// Draws all conclusions from checked seeds and writes them with what they were drawn from, piece by piece. What has to be in one order of the whole base is sorted outside memory.
/// </summary>
internal sealed class BaseBuilder : IDisposable
{
    private readonly KnowledgeKinds _kinds;
    private readonly SeedGraph _graph;
    private readonly SeedDiagnostics _diagnostics;
    private readonly SnapshotWriter? _writer;
    private readonly BuildWatch _watch;
    private readonly StoreCounts _counts = new();
    private readonly Sorter<ObservationPlace, PlacedObservation> _observations;
    private readonly Sorter<SearchPlace, SearchObject> _searched;
    private readonly TimelineRows? _timeline;
    private long _citations;
    private long _comments;

    /// <param name="kinds">The kinds of entities and claims.</param>
    /// <param name="graph">The seeds, checked.</param>
    /// <param name="diagnostics">Where problems go.</param>
    /// <param name="writer">Writes the rows; null if the conclusions are all that is wanted.</param>
    /// <param name="scratch">Where is put by what does not fit into memory.</param>
    /// <param name="watch">Told how far it is.</param>
    public BaseBuilder(KnowledgeKinds kinds, SeedGraph graph, SeedDiagnostics diagnostics, SnapshotWriter? writer, Scratch scratch, BuildWatch watch)
    {
        (_kinds, _graph, _diagnostics, _writer, _watch) = (kinds, graph, diagnostics, writer, watch);
        _observations = new(scratch, one => one.Place, PlacedObservation.Write, PlacedObservation.Read);
        _searched = new(scratch, one => one.Place, SearchObjectCodec.Write, SearchObjectCodec.Read);
        _timeline = writer is null ? null : new(writer, scratch);
    }

    /// <summary>Concludes and writes all.</summary>
    /// <param name="record">Makes the record of the build, of what there is of what.</param>
    /// <exception cref="InvalidDataException">What was written does not hold together.</exception>
    public void Write(Func<StoreCounts, BuildRecord> record)
    {
        var counts = Conclude(null);
        // Nothing is used of what has an error.
        if (_writer is null || _diagnostics.Failures > 0)
            return;
        _writer.Write(Coverages.Of(_graph.Tallies));
        _writer.Write([record(counts)]);
        _timeline!.Write();
        _writer.Flush(_watch);
        _writer.Index(Indexed());
        _watch.Report(BuildStage.Verifying);
        Verify(_writer.Context);
    }

    /// <summary>Concludes all, and counts what there is of what.</summary>
    /// <param name="onFinding">Told what the rules find.</param>
    /// <param name="onGroup">Told the groups of claims.</param>
    public StoreCounts Conclude(Action<Finding>? onFinding, Action<ClaimGroup>? onGroup = null)
    {
        AddDocuments();
        AddEntities();
        foreach (var piece in _graph.ReadPieces())
            ConcludePiece(piece, onGroup);
        Observe(rule => rule.CheckWhole?.Invoke(_graph.Tallies));
        WriteFindings(onFinding);
        return _counts;
    }

    public void Dispose()
    {
        _observations.Dispose();
        _searched.Dispose();
        _timeline?.Dispose();
    }

    private void AddDocuments()
    {
        foreach (var document in _graph.ReadDocuments())
        {
            _counts.Add(document);
            _writer?.Write([document]);
            _writer?.Write(new[] { document.Text }.OfType<DocumentText>());
            _writer?.Write(document.Authorships);
            _writer?.Write(document.Comments);
            _comments += document.Comments.Count;
            _writer?.Write(document.Dates);
            AddSearched(SearchObject.Of(document));
        }
    }

    private void AddEntities()
    {
        foreach (var entity in _graph.ReadEntities())
        {
            _counts.Add(entity);
            _writer?.Write([entity]);
            _writer?.Write(entity.Names);
            _writer?.Write(entity.Identifiers);
            AddCitations(entity.Names.SelectMany(name => name.Citations));
            AddSearched(SearchObject.Of(entity));
        }
    }

    private void ConcludePiece(KnowledgeBase piece, Action<ClaimGroup>? onGroup)
    {
        var groups = AgreementFinder.Find(piece.Claims, _watch.Cancellation);
        foreach (var group in groups)
        {
            onGroup?.Invoke(group);
            Add(group);
        }

        Observe(rule => rule.CheckSubjects?.Invoke(new(piece, groups, _graph.Tallies)));
    }

    private void Add(ClaimGroup group)
    {
        if (group.Verdict == Verdict.Conflicting)
            _graph.Tallies.AddConflict(group);
        _counts.Add(group);
        _writer?.Write([group.ToAgreement()]);
        _writer?.Write(group.ToRivalries());
        // Claims do not know what is concluded from them.
        var places = group.QuotePlaces;
        _writer?.Write(group.Claims, claim =>
        [
            (nameof(Claim.AgreementKey), group.Key),
            (nameof(Claim.QuotePlace), places[claim]),
            (nameof(Claim.QuotedFirstInKey), group.Quote.Claim == claim ? group.Key : null),
        ]);
        foreach (var claim in group.Claims)
        {
            _counts.Add(claim);
            _writer?.Write(claim.Participants);
            _writer?.Write(claim.TimeRows);
            AddCitations(claim.Citations);
            AddSearched(SearchObject.Of(claim));
            foreach (var draft in Timeline.EntriesOf(claim))
                _timeline?.Add(draft);
            _watch.Report(BuildStage.Concluding, (double)_counts.Claims / _graph.Claims);
        }
    }

    private void AddCitations(IEnumerable<Citation> citations)
    {
        foreach (var citation in citations)
        {
            _citations++;
            _counts.Add(citation);
            _writer?.Write([citation]);
        }
    }

    private void AddSearched(SearchObject one)
    {
        if (_writer is not null)
            _searched.Add(one);
    }

    private void Observe(Func<RuleDefinition, IEnumerable<Observation>?> check)
    {
        for (var rule = 0; rule < RuleSet.Rules.Count; rule++)
        {
            _watch.Cancellation.ThrowIfCancellationRequested();
            foreach (var seen in check(RuleSet.Rules[rule]) ?? [])
            {
                _watch.Cancellation.ThrowIfCancellationRequested();
                _observations.Add(new(rule, _observations.Count, seen));
            }
        }
    }

    private void WriteFindings(Action<Finding>? onFinding)
    {
        var rules = RuleSet.Rules.Select((definition, i) => RuleSet.RuleOf(definition, i + 1)).ToList();
        _writer?.Write(rules);
        var numbers = new FindingNumbers(_graph.Acceptances.Select(accepted => accepted.Acceptance));
        foreach (var (rule, _, seen) in _observations.Read())
        {
            var finding = numbers.ToFinding(RuleSet.Rules[rule], rules[rule], seen);
            _counts.Add(finding);
            onFinding?.Invoke(finding);
            _writer?.Write([finding]);
            _writer?.Write(seen.Claims.Distinct().Select(claim => new FindingClaim { FindingKey = finding.Key, ClaimKey = claim }));
            _writer?.Write(seen.Citations.Distinct().Select(citation => new FindingCitation { FindingKey = finding.Key, CitationKey = citation }));
        }

        CheckAccepted(numbers.Slugs);
    }

    private void CheckAccepted(IReadOnlySet<string> known)
    {
        var fickle = RuleSet.Rules.Where(rule => rule.DependsOnTexts).Select(rule => rule.SlugPrefix).ToList();
        foreach (var ((finding, _), location) in _graph.Acceptances)
        {
            if (fickle.Exists(prefix => finding.StartsWith(prefix, StringComparison.Ordinal)))
                _diagnostics.Error(location, $"The finding \"{finding}\" depends on the texts an operator has. Expected a finding that is there with and without them.");
            else if (!known.Contains(finding))
                _diagnostics.Error(location, $"Unknown finding \"{finding}\".{Texts.Nearest.Hint(finding, known)} Expected the slug of a finding, as \"check\" prints it; remove it if the rules no longer find it.");
        }
    }

    private IEnumerable<SearchObject> Indexed()
    {
        var indexed = 0L;
        foreach (var one in _searched.Read())
        {
            yield return one;
            _watch.Report(BuildStage.Indexing, (double)++indexed / _searched.Count);
        }
    }

    private void Verify(KnowledgeContext context)
    {
        Expect("documents", _graph.Documents, context.Documents.Count());
        Expect("entities", _graph.Entities, context.Entities.Count());
        Expect("claims", _graph.Claims, context.Claims.Count());
        Expect("citations", _graph.Citations, context.Citations.Count());
        Expect("citations that were concluded from", _graph.Citations, _citations);
        Expect("comments", _comments, context.Comments.Count());
        Expect("findings", _counts.Findings, context.Findings.Count());
        Expect("agreements", _counts.Agreements, context.Agreements.Count());
        Expect("members of agreements", _graph.Claims, context.Claims.Count(claim => claim.Agreement.Key > 0));
        Expect("coverages", _graph.Entities + 1, context.Coverages.Count());
        Expect("timeline entries", _timeline!.Count, context.Timeline.Count());
    }

    private static void Expect(string what, long expected, long actual) => Soundness.Expect($"the number of {what}", expected, actual);
}
