using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeApi.Knowledge.Kinds;

/// <summary>
/// All that is particular to one kind of claim: how seeds write it, how it is stored, what it is compared by, and what of it
/// is searched. Readers, reasoning, search and store know claims by their descriptors only.
/// </summary>
internal abstract class ClaimDescriptor
{
    /// <summary>The class of the claims.</summary>
    public abstract Type ClaimType { get; }

    /// <summary>The section of a seed file that holds such claims, in the plural, such as "shareholdings".</summary>
    public abstract string Section { get; }

    /// <summary>What such claims state, in a few words for authors and clients, such as "Who owns how much of whom."</summary>
    public abstract string Description { get; }

    /// <summary>The keys of such a claim: its own, then those all claims have.</summary>
    public abstract MappingDefinition Mapping { get; }

    /// <summary>Whether its moment is something that happens; if not, something that holds then.</summary>
    public abstract bool Happens { get; }

    /// <summary>Whether it is a state that goes on: what is stated of a moment then says nothing of before and after.</summary>
    public virtual bool Lasts => false;

    /// <summary>The claim that must be built before, if its seed names one.</summary>
    public abstract Located? PrerequisiteOf(SeedMap map);

    /// <summary>As much of a claim as those need that name it as what must be built before them: the claim itself may be about much else, and is not kept.</summary>
    public abstract Claim ShortOf(Claim claim);

    /// <summary>Builds a claim and enters it with those it is a claim about; null if something is missing or wrong, which is reported.</summary>
    public abstract Claim? Build(ClaimSeed seed);

    /// <summary>Maps the columns and relations that only this kind has.</summary>
    public abstract void Map(ModelBuilder model);

    /// <summary>What the claim states of what, apart from when, how much and in which mood: only claims of one key are compared.</summary>
    public abstract PropertyKey KeyOf(Claim claim);

    /// <summary>The properties that such claims state, at least one: each with its name in SCREAMING_SNAKE_CASE, and its description for clients.</summary>
    public abstract IReadOnlyList<(string Name, string Description)> Properties { get; }

    /// <summary>The property a claim states: one of <see cref="Properties"/>.</summary>
    public abstract ClaimProperty PropertyOf(Claim claim);

    /// <summary>What a group of such claims says of them besides.</summary>
    public abstract AgreementDetails DetailsOf(Claim claim);

    /// <summary>The value that is compared; null if the claim states none.</summary>
    public abstract StatedValue? ValueOf(Claim claim);

    /// <summary>Whether two claims of one key speak of the same, so that their values can be compared.</summary>
    public abstract bool AreComparable(Claim a, Claim b);

    /// <summary>Whether two comparable claims state their values of certainly the same: what one of them leaves open may be what keeps both true.</summary>
    public abstract bool CanConflict(Claim a, Claim b);

    /// <summary>How the claim is stated apart from its value, its time and its status, as far as it says: each with what it is a quality of.</summary>
    public abstract IEnumerable<Quality> QualitiesOf(Claim claim);

    /// <summary>What the claim is called, or what it states in a word or two, to be found by; null if there is no such text. Names are left out: they are found by themselves.</summary>
    public abstract string? HeadingOf(Claim claim);

    /// <summary>What it says in a sentence or two, to be found by; null if it has no such text.</summary>
    public abstract string? SummaryOf(Claim claim);

    /// <summary>What its values are as printed, to be found by.</summary>
    public abstract IEnumerable<string?> WordingsOf(Claim claim);

    /// <summary>Of a claim as it is written: who was founded or dissolved by it and when; null if it is of nothing of the sort.</summary>
    public virtual (string Entity, PartialDate Date, bool IsEnd)? ExistenceOf(SeedMap map) => null;

    /// <summary>Those that must have existed while it held or happened: whoever acts, and what <see cref="PresupposesIn"/> says.</summary>
    public IEnumerable<Entity> ExistingIn(Claim claim) => claim.Status is not (ClaimStatus.Actual or ClaimStatus.Reported) ? []
        : claim.Participants.Where(participation => Acts(participation.Role) || PresupposesIn(claim, participation.Role)).Select(participation => participation.Entity);

    /// <summary>Whether a claim could not be if those who have a role in it did not exist.</summary>
    protected abstract bool PresupposesIn(Claim claim, ParticipantRole role);

    private static bool Acts(ParticipantRole role) => role is ParticipantRole.Actor or ParticipantRole.Speaker or ParticipantRole.Buyer or ParticipantRole.Seller;

    /// <summary>Of a fact or hearsay: the first day on which what it states can have been written; null if nothing limits it.</summary>
    public abstract DateOnly? EarliestReportOf(Claim claim);
}

/// <summary>The descriptor of a class of claims. What every kind must answer is abstract; what few have to answer has a usual answer.</summary>
/// <param name="own">The keys that only this kind has.</param>
internal abstract class ClaimDescriptor<T>(MappingDefinition own) : ClaimDescriptor
    where T : Claim
{
    public sealed override Type ClaimType => typeof(T);

    public sealed override MappingDefinition Mapping { get; } = own.With(ClaimKeys.Definition);

    public override Located? PrerequisiteOf(SeedMap map) => null;

    public sealed override Claim ShortOf(Claim claim) => ShortOf((T)claim);

    public sealed override Claim? Build(ClaimSeed seed) => BuildClaim(seed);

    public sealed override void Map(ModelBuilder model) => model.Entity<T>(Map);

    public sealed override PropertyKey KeyOf(Claim claim) => KeyOf((T)claim);

    public sealed override ClaimProperty PropertyOf(Claim claim) => PropertyOf((T)claim);

    public sealed override AgreementDetails DetailsOf(Claim claim) => DetailsOf((T)claim);

    public sealed override StatedValue? ValueOf(Claim claim) => ValueOf((T)claim);

    public sealed override bool AreComparable(Claim a, Claim b) => a is T one && b is T other && AreComparable(one, other);

    public sealed override bool CanConflict(Claim a, Claim b) => CanConflict((T)a, (T)b);

    public sealed override IEnumerable<Quality> QualitiesOf(Claim claim) => QualitiesOf((T)claim);

    public sealed override string? HeadingOf(Claim claim) => HeadingOf((T)claim);

    public sealed override string? SummaryOf(Claim claim) => SummaryOf((T)claim);

    public sealed override IEnumerable<string?> WordingsOf(Claim claim) => WordingsOf((T)claim);

    public sealed override DateOnly? EarliestReportOf(Claim claim) => EarliestReportOf((T)claim);

    protected sealed override bool PresupposesIn(Claim claim, ParticipantRole role) => PresupposesIn((T)claim, role);

    protected virtual T ShortOf(T claim) => claim;

    // Of a state, whoever holds and whatever is held or measured.
    protected virtual bool PresupposesIn(T claim, ParticipantRole role) =>
        !Happens && role is (ParticipantRole.Owner or ParticipantRole.Company or ParticipantRole.Organisation or ParticipantRole.Subject);

    protected abstract T? BuildClaim(ClaimSeed seed);

    protected abstract void Map(EntityTypeBuilder<T> claim);

    protected abstract PropertyKey KeyOf(T claim);

    protected virtual ClaimProperty PropertyOf(T claim) => new(Properties.Single().Name);

    protected virtual AgreementDetails DetailsOf(T claim) => new();

    protected abstract StatedValue? ValueOf(T claim);

    protected abstract bool AreComparable(T a, T b);

    protected virtual bool CanConflict(T a, T b) => true;

    protected virtual IEnumerable<Quality> QualitiesOf(T claim) => [];

    protected abstract string? HeadingOf(T claim);

    protected abstract string? SummaryOf(T claim);

    protected abstract IEnumerable<string?> WordingsOf(T claim);

    // Hearsay may be of what is still to come.
    protected virtual DateOnly? EarliestReportOf(T claim) => claim.Status == ClaimStatus.Actual ? claim.Validity?.Earliest : null;
}

/// <summary>How a claim is stated in one respect.</summary>
/// <param name="Name">The respect, such as "stage".</param>
/// <param name="Value">What is stated.</param>
internal readonly record struct Quality(string Name, string Value)
{
    /// <summary>A quality that is an enumeration's value.</summary>
    public static Quality Of<T>(string name, T value)
        where T : struct, Enum => new(name, EnumNames.Words(value));
}
