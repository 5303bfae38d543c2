using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.SeedFormat;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>The sections of a seed file: documents, one for each kind of entity and of claim, questions, and accepted findings.</summary>
internal sealed class SeedSections
{
    public SeedSections(KnowledgeKinds kinds)
    {
        Kinds = kinds;
        Documents = Section("documents", DocumentKeys.Definition, "The documents the knowledge is read out of.");
        Entities = [.. kinds.Entities.Select(kind => (kind, Section(kind.Section, EntityKeys.Definition, kind.Description)))];
        Claims = [.. kinds.Claims.Select(kind => (kind, Section(kind.Section, kind.Mapping, kind.Description)))];
        Questions = Section("questions", QuestionKeys.Definition, "Questions that claims answer together.");
        Accepted = Section("accepted", AcceptedKeys.Definition, "Findings of the rules that are left at that.");
    }

    /// <summary>A seed file.</summary>
    public MappingDefinition Definition { get; } = new("seed file", "Knowledge as text. A file may hold any of these sections, so that one file can hold one document with all it says.");

    public KnowledgeKinds Kinds { get; }

    public SeedKey<IReadOnlyList<SeedMap>> Documents { get; }

    public IReadOnlyList<(EntityDescriptor Kind, SeedKey<IReadOnlyList<SeedMap>> Section)> Entities { get; }

    public IReadOnlyList<(ClaimDescriptor Kind, SeedKey<IReadOnlyList<SeedMap>> Section)> Claims { get; }

    public SeedKey<IReadOnlyList<SeedMap>> Questions { get; }

    public SeedKey<IReadOnlyList<SeedMap>> Accepted { get; }

    /// <summary>All mappings a file is made of, itself first.</summary>
    public IReadOnlyList<MappingDefinition> Mappings =>
    [
        Definition, DocumentKeys.Definition, PrintedDateKeys.Definition, DocumentDateKeys.Definition, CommentKeys.Definition, EntityKeys.Definition, NameKeys.Definition, IdentifierKeys.Definition, CitationKeys.Definition,
        ParticipantKeys.Definition, DateKeys.Definition, ValidityKeys.Definition, AmountKeys.Definition, ShareKeys.Definition, .. Kinds.Claims.Select(kind => kind.Mapping), QuestionKeys.Definition, AcceptedKeys.Definition,
    ];

    private SeedKey<IReadOnlyList<SeedMap>> Section(string name, MappingDefinition item, string description) =>
        Definition.Optional(name, new ListType<SeedMap>(new MapType(item)), description);
}
