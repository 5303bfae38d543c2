using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Agreements;

namespace KnowledgeApi.Knowledge.Reasoning;

/// <summary>
/// What rules and coverages have to know of all claims at once. It is counted entity by entity, document by document and claim by claim, so that these need not be
/// in memory together.
/// </summary>
public sealed class Tallies
{
    private readonly Dictionary<long, EntityTally> _entities = [];
    private readonly Dictionary<long, DocumentTally> _documents = [];
    private readonly List<MisprintTally> _misprints = [];
    private readonly List<FundingTally> _fundings = [];
    private readonly HashSet<(long Owner, long Company)> _holdings = [];

    /// <summary>All entities, by their numbers.</summary>
    public IEnumerable<EntityTally> Entities => _entities.Values.OrderBy(entity => entity.Key);

    /// <summary>All documents, by their numbers.</summary>
    public IEnumerable<DocumentTally> Documents => _documents.Values.OrderBy(document => document.Key);

    /// <summary>The names that are misprints, in the order of the seeds.</summary>
    public IEnumerable<MisprintTally> Misprints => _misprints;

    /// <summary>The money stated as promised or paid, by the numbers of its claims.</summary>
    public IEnumerable<FundingTally> Fundings => _fundings.OrderBy(funding => funding.Key);

    /// <summary>The claims of the whole base.</summary>
    public ClaimCounts All { get; } = new();

    /// <summary>The tallies of a base in memory.</summary>
    public static Tallies Of(KnowledgeBase knowledge)
    {
        var tallies = new Tallies();
        foreach (var document in knowledge.Documents)
            tallies.Add(document);
        foreach (var entity in knowledge.Entities)
            tallies.Add(entity);
        foreach (var claim in knowledge.Claims)
            tallies.Add(claim);
        return tallies;
    }

    /// <summary>What is known of a document.</summary>
    public DocumentTally Of(Document document) => _documents.TryGetValue(document.Key, out var tally) ? tally : Add(document);

    /// <summary>Whether one is stated as a fact to hold a stake in another.</summary>
    public bool Holds(long owner, long company) => _holdings.Contains((owner, company));

    /// <summary>Counts a document, with those who signed and published it.</summary>
    public DocumentTally Add(Document document)
    {
        if (_documents.TryGetValue(document.Key, out var known))
            return known;
        var tally = new DocumentTally(document);
        _documents.Add(document.Key, tally);
        if (document.PublisherKey is { } publisher)
            Of(publisher).IsMentioned = true;
        foreach (var author in document.Authorships)
            Of(author.PersonKey).IsMentioned = true;
        return tally;
    }

    /// <summary>Counts an entity, with its names and where they are printed.</summary>
    public void Add(Entity entity)
    {
        Of(entity.Key).Slug = entity.Slug;
        foreach (var name in entity.Names)
        {
            Of(entity.Key).IsMentioned |= name.Citations.Count > 0;
            foreach (var citation in name.Citations)
                Add(citation);
            if (name.Kind == NameKind.Misprint)
                _misprints.Add(new(entity.Key, entity.Slug, entity.Name, name.Text, name.Folded, [.. name.Citations.Select(citation => citation.Key)]));
        }
    }

    /// <summary>Counts a claim, with those who take part and its citations.</summary>
    public void Add(Claim claim)
    {
        All.Add(claim);
        foreach (var participation in claim.Participants)
        {
            Of(participation.EntityKey).Claims.Add(claim);
            Of(participation.EntityKey).IsMentioned = true;
        }

        foreach (var citation in claim.Citations)
            Add(citation).Add(claim, citation);
        if (claim is Funding funding && FundingTally.Counts(funding))
            _fundings.Add(new(funding));
        if (claim is Shareholding { Status: ClaimStatus.Actual } stake)
            _holdings.Add((stake.OwnerKey, stake.CompanyKey));
    }

    /// <summary>Counts the claims of a group that cannot be true together.</summary>
    public void AddConflict(ClaimGroup group)
    {
        All.Conflicting += group.Claims.Count;
        foreach (var participation in group.Claims.SelectMany(claim => claim.Participants))
            Of(participation.EntityKey).Claims.Conflicting++;
    }

    private DocumentTally Add(Citation citation)
    {
        if (citation.ByKey is { } by)
            Of(by).IsMentioned = true;
        var document = Of(citation.Document);
        document.Citations++;
        return document;
    }

    private EntityTally Of(long key)
    {
        if (!_entities.TryGetValue(key, out var tally))
            _entities.Add(key, tally = new(key));
        return tally;
    }
}

/// <summary>How many claims there are of what sort, as <see cref="Coverage"/> has it.</summary>
public sealed class ClaimCounts
{
    internal int Conflicting { get; set; }

    private int Total { get; set; }

    private int Cited { get; set; }

    private int Verified { get; set; }

    private int SingleSource { get; set; }

    private int CommentsOnly { get; set; }

    private int Undated { get; set; }

    private int Unreported { get; set; }

    internal void Add(Claim claim)
    {
        var support = claim.Citations.FindAll(citation => citation.Stance == Stance.Supports);
        Total++;
        Cited += Count(claim.Citations.Count > 0);
        Verified += Count(claim.Citations.Exists(citation => citation.Alignment is Alignment.Exact or Alignment.Normalized));
        SingleSource += Count(claim.IndependentSources == 1);
        CommentsOnly += Count(support.Count > 0 && support.TrueForAll(citation => citation.Section == Section.Comment));
        Undated += Count(claim.Validity is null);
        Unreported += Count(claim.FirstReported is null);
    }

    /// <summary>The counts as they are stored.</summary>
    /// <param name="entity">The key of the entity whose claims they are; null for the whole base.</param>
    public Coverage ToCoverage(long? entity) => new()
    {
        Key = entity ?? Coverage.WholeBase,
        EntityKey = entity,
        Claims = Total,
        Cited = Cited,
        Verified = Verified,
        Conflicting = Conflicting,
        SingleSource = SingleSource,
        CommentsOnly = CommentsOnly,
        Undated = Undated,
        Unreported = Unreported,
    };

    private static int Count(bool holds) => holds ? 1 : 0;
}

/// <summary>What is counted of an entity.</summary>
/// <param name="key">Its number.</param>
public sealed class EntityTally(long key)
{
    /// <summary>Its number.</summary>
    public long Key => key;

    /// <summary>Its slug.</summary>
    public string Slug { get; internal set; } = "";

    /// <summary>Whether anything speaks of it: a claim, a citation in which it speaks or that prints its name, a document it signed or published.</summary>
    public bool IsMentioned { get; internal set; }

    /// <summary>The claims it takes part in.</summary>
    public ClaimCounts Claims { get; } = new();
}

/// <summary>What is counted of a document.</summary>
public sealed class DocumentTally
{
    private readonly List<DatedClaim> _later = [];
    private readonly SortedSet<long> _unreported = [];
    private DateOnly? _lastContent;

    internal DocumentTally(Document document) =>
        (Key, Slug, Published, Updated, PublicBy, HasText) = (document.Key, document.Slug, document.Published, document.Updated, document.PublicBy, document.HasText);

    /// <summary>Its number.</summary>
    public long Key { get; }

    /// <summary>Its slug.</summary>
    public string Slug { get; }

    /// <inheritdoc cref="Document.Published"/>
    public PrintedDate? Published { get; }

    /// <inheritdoc cref="Document.Updated"/>
    public PrintedDate? Updated { get; }

    /// <inheritdoc cref="Document.PublicBy"/>
    public DateOnly? PublicBy { get; }

    /// <inheritdoc cref="Document.HasText"/>
    public bool HasText { get; }

    /// <summary>How many places of it are cited.</summary>
    public int Citations { get; internal set; }

    /// <summary>The date it prints last: that of its update, else that of its publication; null if it prints none.</summary>
    public PrintedDate? LastPrinted => Updated ?? Published;

    /// <summary>What it states outside comments as having happened after the date it prints last, in the order of citations.</summary>
    public IEnumerable<DatedClaim> Later => _later.OrderBy(claim => claim.Citation);

    /// <summary>The numbers of the claims it states of which nothing says when they were public, in their order.</summary>
    public IReadOnlyCollection<long> Unreported => _unreported;

    /// <summary>
    /// The last day before which the document, as it stands, was certainly not written: the first day its last printed date can
    /// mean, or the last day it states something as having happened on. The results of a fiscal period are stated
    /// after it. Comments say nothing of the document. Null if nothing says.
    /// </summary>
    public DateOnly? NotWrittenBefore =>
        new[] { Published, Updated }.Where(date => date is { Misprint: false }).Select(date => date!.Earliest).Append(_lastContent).Max();

    internal void Add(Claim claim, Citation citation)
    {
        if (citation.Stance != Stance.Supports)
            return;
        if (PublicBy is null && claim.FirstReported is null)
            _unreported.Add(claim.Key);
        if (citation.Section == Section.Comment || claim.Status is not (ClaimStatus.Actual or ClaimStatus.Reported))
            return;
        var content = ClaimDescriptors.Of(claim).EarliestReportOf(claim);
        _lastContent = _lastContent is { } last && !(content > last) ? last : content;
        if (claim.Status == ClaimStatus.Actual && claim.Validity?.Earliest is { } earliest && earliest > LastPrinted?.Latest)
            _later.Add(new(claim.Key, claim.Slug, earliest, citation.Key));
    }
}

/// <summary>Something stated as having happened, and where.</summary>
/// <param name="Claim">The number of the claim.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Earliest">The first day it speaks of.</param>
/// <param name="Citation">The number of the citation.</param>
public sealed record DatedClaim(long Claim, string Slug, DateOnly Earliest, long Citation);

/// <summary>A name that a document misspells.</summary>
/// <param name="Entity">The number of the entity.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Misprint">What is printed.</param>
/// <param name="Folded">The same without case and accents.</param>
/// <param name="Citations">The numbers of the citations that print it.</param>
public sealed record MisprintTally(long Entity, string Slug, string Name, string Misprint, string Folded, IReadOnlyList<long> Citations);

/// <summary>Money that a claim states as promised or paid.</summary>
public sealed class FundingTally
{
    internal FundingTally(Funding funding)
    {
        (Key, Slug, Subject, IsPaid, Currency) = (funding.Key, funding.Slug, funding.SubjectKey, funding.Stage == FundingStage.Paid, funding.Amount!.Currency);
        (Lower, Upper, Property) = (funding.Amount.Lower, funding.Amount.Upper, Moods.KeyOf(funding).Slug);
        (Funders, Recipients) = (Taking(funding, ParticipantRole.Funder), Taking(funding, ParticipantRole.Recipient));
        Citations = [.. funding.Citations.Select(citation => citation.Key)];
    }

    /// <summary>The number of the claim.</summary>
    public long Key { get; }

    /// <summary>Its slug.</summary>
    public string Slug { get; }

    /// <summary>The number of its subject.</summary>
    public long Subject { get; }

    /// <summary>Whether it is stated as paid; if not, as promised.</summary>
    public bool IsPaid { get; }

    /// <inheritdoc cref="Money.Currency"/>
    public string Currency { get; }

    /// <summary>The least it can be; null if nothing says.</summary>
    public decimal? Lower { get; }

    /// <summary>The most it can be; null if nothing says.</summary>
    public decimal? Upper { get; }

    /// <summary>What is stated: claims with the same are compared with each other.</summary>
    public string Property { get; }

    /// <summary>The numbers of those who give.</summary>
    public IReadOnlyList<long> Funders { get; }

    /// <summary>The numbers of those who are given.</summary>
    public IReadOnlyList<long> Recipients { get; }

    /// <summary>The numbers of its citations.</summary>
    public IReadOnlyList<long> Citations { get; }

    internal static bool Counts(Funding funding) =>
        funding is { Status: ClaimStatus.Actual or ClaimStatus.Reported, Rank: not ClaimRank.Deprecated, Stage: FundingStage.Committed or FundingStage.Paid, Amount: not null };

    private static long[] Taking(Claim claim, ParticipantRole role) =>
        [.. claim.Participants.Where(participation => participation.Role == role).Select(participation => participation.EntityKey)];
}
