using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>
/// The knowledge base as EF Core sees it. Entities are one table and claims are one table; value objects are columns;
/// a decimal is a 64-bit integer of ten-thousandths; an enum value is its name in SCREAMING_SNAKE_CASE.
/// </summary>
public sealed class KnowledgeContext(DbContextOptions<KnowledgeContext> options) : DbContext(options)
{
    /// <summary>The column of the tables of entities and claims that holds the class of a row, by its C# name.</summary>
    public const string TypeColumn = "Type";

    /// <summary>The kinds of entities and claims that are mapped.</summary>
    internal KnowledgeKinds Kinds { get; } = KindsOption.Of(options);

    public DbSet<Entity> Entities => Set<Entity>();

    public DbSet<EntityName> Names => Set<EntityName>();

    public DbSet<Identifier> Identifiers => Set<Identifier>();

    public DbSet<Claim> Claims => Set<Claim>();

    public DbSet<Participation> Participations => Set<Participation>();

    public DbSet<Citation> Citations => Set<Citation>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<DocumentText> Texts => Set<DocumentText>();

    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();

    public DbSet<Agreement> Agreements => Set<Agreement>();

    public DbSet<Coverage> Coverages => Set<Coverage>();

    public DbSet<Rule> Rules => Set<Rule>();

    public DbSet<Finding> Findings => Set<Finding>();

    /// <summary>What the base was built from.</summary>
    public DbSet<BuildRecord> Builds => Set<BuildRecord>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HaveConversion<ScaledDecimalConverter>();
        configurationBuilder.Properties<ClaimProperty>().HaveConversion<ClaimPropertyConverter>();
        foreach (var type in Kinds.Enums)
            configurationBuilder.Properties(type).HaveConversion(typeof(EnumNameConverter<>).MakeGenericType(type));
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var (name, function) in TextFunctions.All)
            modelBuilder.HasDbFunction(function.Method).HasName(name).IsBuiltIn();
        MapEntities(modelBuilder);
        MapClaims(modelBuilder);
        MapDocuments(modelBuilder);
        MapTimeline(modelBuilder);
        MapAgreements(modelBuilder);
        MapFindings(modelBuilder);
        modelBuilder.Entity<BuildRecord>(build => Keyed(build, "Builds").Property(b => b.Key).ValueGeneratedNever());
        LeaveOutNulls(modelBuilder);
    }

    // Each kind of claim refers to others in columns of its own, null for all other kinds. With the nulls in, the planner takes
    // such an index for useless, because one value, null, would have most rows.
    private static void LeaveOutNulls(ModelBuilder model)
    {
        foreach (var index in model.Model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredIndexes()))
        {
            if (index is { IsUnique: false, Properties: [var property] } && property.IsForeignKey() && (property.IsNullable || property.DeclaringType is IReadOnlyEntityType { BaseType: not null }))
                index.SetFilter($"\"{property.GetColumnName()}\" IS NOT NULL");
        }
    }

    private void MapEntities(ModelBuilder model)
    {
        model.Entity<Entity>(entity =>
        {
            Keyed(entity, "Entities").Property(e => e.Key).ValueGeneratedNever();
            entity.HasDiscriminator<string>(TypeColumn);
            entity.HasIndex(e => e.Slug).IsUnique();
            entity.HasIndex(e => e.NameFolded);
            entity.HasIndex(e => new { e.NameSortKey, e.Key });
            entity.HasIndex(TypeColumn, nameof(Entity.NameSortKey), nameof(Entity.Key));
            entity.HasIndex(TypeColumn, nameof(Entity.Key));
            entity.HasMany(e => e.Claims).WithMany(c => c.Entities).UsingEntity<Participation>(
                right => right.HasOne(p => p.Claim).WithMany(c => c.Participants).HasForeignKey(p => p.ClaimKey),
                left => left.HasOne(p => p.Entity).WithMany(e => e.Participations).HasForeignKey(p => p.EntityKey),
                join =>
                {
                    join.ToTable("Participations").HasKey(p => new { p.ClaimKey, p.EntityKey });
                    join.HasIndex(p => new { p.EntityKey, p.Role });
                });
        });
        model.Entity<Organisation>();
        foreach (var kind in Kinds.Entities)
            model.Entity(kind.EntityType);
        model.Entity<EntityName>(name =>
        {
            Keyed(name, "Names").Property(n => n.Key).ValueGeneratedNever();
            name.HasOne(n => n.Entity).WithMany(e => e.Names).HasForeignKey(n => n.EntityKey);
            name.HasOne(n => n.RefersTo).WithMany(e => e.NameOf).HasForeignKey(n => n.RefersToKey);
            name.HasIndex(n => n.Folded);
        });
        model.Entity<Identifier>(identifier =>
        {
            Keyed(identifier, "Identifiers").Property(i => i.Key).ValueGeneratedNever();
            identifier.HasOne(i => i.Entity).WithMany(e => e.Identifiers).HasForeignKey(i => i.EntityKey);
            identifier.HasIndex(i => new { i.Scheme, i.Value }).IsUnique();
        });
    }

    private void MapClaims(ModelBuilder model)
    {
        model.Entity<Claim>(claim =>
        {
            Keyed(claim, "Claims").Property(c => c.Key).ValueGeneratedNever();
            claim.HasDiscriminator<string>(TypeColumn);
            claim.HasIndex(c => c.Slug).IsUnique();
            claim.HasIndex(TypeColumn, nameof(Claim.Key));
            claim.HasOne(c => c.Subject).WithMany(e => e.ClaimsAbout).HasForeignKey(c => c.SubjectKey);
            claim.ComplexProperty(c => c.Validity, MapPeriod);
            claim.Property(c => c.Times).HasConversion(times => times.ToString(), text => ClaimTimes.Parse(text));
            claim.HasMany(c => c.TimeRows).WithOne().HasForeignKey(row => row.ClaimKey);
        });
        model.Entity<ClaimTime>(row => row.ToTable("ClaimTimes").HasKey(r => new { r.ClaimKey, r.Ordinal }));
        foreach (var kind in Kinds.Claims)
            kind.Map(model);
        model.Entity<Citation>(citation =>
        {
            Keyed(citation, "Citations").Property(c => c.Key).ValueGeneratedNever();
            citation.HasOne(c => c.Claim).WithMany(c => c.Citations).HasForeignKey(c => c.ClaimKey);
            citation.HasOne(c => c.EntityName).WithMany(n => n.Citations).HasForeignKey(c => c.NameKey);
            citation.HasOne(c => c.Document).WithMany(d => d.Citations).HasForeignKey(c => c.DocumentKey);
            citation.HasOne(c => c.Comment).WithMany(c => c.Citations).HasForeignKey(c => c.CommentKey);
            citation.HasOne(c => c.By).WithMany(e => e.CitationsBy).HasForeignKey(c => c.ByKey);
            citation.HasIndex(c => c.Slug).IsUnique();
            citation.HasIndex(c => new { c.DocumentKey, c.Start, c.Key });
        });
    }

    private static void MapPeriod(ComplexPropertyBuilder<Period> period)
    {
        period.ComplexProperty(p => p.At);
        period.ComplexProperty(p => p.Start);
        period.ComplexProperty(p => p.End);
        period.Ignore(p => p.IsReversed);
    }

    private static void MapDocuments(ModelBuilder model)
    {
        model.Entity<Document>(document =>
        {
            Keyed(document, "Documents").Property(d => d.Key).ValueGeneratedNever();
            document.HasIndex(d => d.Slug).IsUnique();
            document.HasIndex(d => d.Sha256).IsUnique();
            document.HasIndex(d => new { d.TitleSortKey, d.Key });
            document.HasOne(d => d.Publisher).WithMany(p => p.Documents).HasForeignKey(d => d.PublisherKey);
            document.ComplexProperty(d => d.Published);
            document.ComplexProperty(d => d.Updated);
            document.ComplexProperty(d => d.Date);
            document.HasMany(d => d.Authors).WithMany(p => p.Documents).UsingEntity<Authorship>(
                right => right.HasOne(a => a.Person).WithMany().HasForeignKey(a => a.PersonKey),
                left => left.HasOne(a => a.Document).WithMany(d => d.Authorships).HasForeignKey(a => a.DocumentKey),
                join => join.ToTable("Authorships").HasKey(a => new { a.DocumentKey, a.PersonKey }));
        });
        model.Entity<Comment>(comment =>
        {
            Keyed(comment, "Comments").Property(c => c.Key).ValueGeneratedNever();
            comment.HasOne(c => c.Document).WithMany(d => d.Comments).HasForeignKey(c => c.DocumentKey);
            comment.HasOne(c => c.ReplyTo).WithMany().HasForeignKey(c => c.ReplyToKey);
        });
        model.Entity<DocumentDate>(date =>
        {
            date.ToTable("DocumentDates").HasKey(d => new { d.DocumentKey, d.Ordinal });
            date.HasOne(d => d.Document).WithMany(d => d.Dates).HasForeignKey(d => d.DocumentKey);
            date.HasOne(d => d.ShownIn).WithMany().HasForeignKey(d => d.ShownInKey);
        });
        model.Entity<DocumentText>(text =>
        {
            text.ToTable("Texts").HasKey(t => t.DocumentKey);
            text.HasOne(t => t.Document).WithOne(d => d.Text).HasForeignKey<DocumentText>(t => t.DocumentKey);
        });
    }

    private static void MapTimeline(ModelBuilder model) => model.Entity<TimelineEntry>(entry =>
    {
        Keyed(entry, "TimelineEntries").Property(e => e.Key).ValueGeneratedNever();
        entry.HasIndex(e => e.Slug).IsUnique();
        entry.ComplexProperty(e => e.Date);
        entry.HasOne(e => e.DerivedFrom).WithMany().HasForeignKey(e => e.DerivedFromKey);
        entry.HasOne(e => e.Citation).WithMany().HasForeignKey(e => e.CitationKey);
        entry.HasMany(e => e.Entities).WithMany(e => e.Timeline).UsingEntity<TimelineEntryEntity>(
            right => right.HasOne(p => p.Entity).WithMany().HasForeignKey(p => p.EntityKey),
            left => left.HasOne(p => p.Entry).WithMany().HasForeignKey(p => p.EntryKey),
            join => join.ToTable("TimelineEntryEntities").HasKey(p => new { p.EntityKey, p.EntryKey }));
    });

    private static void MapAgreements(ModelBuilder model)
    {
        model.Entity<Agreement>(agreement =>
        {
            Keyed(agreement, "Agreements").Property(a => a.Key).ValueGeneratedNever();
            agreement.HasIndex(a => a.Slug).IsUnique();
            agreement.HasIndex(a => new { a.Verdict, a.Key });
            agreement.HasIndex(a => new { a.IsDisagreement, a.Key });
            agreement.HasOne(a => a.Subject).WithMany(e => e.Agreements).HasForeignKey(a => a.SubjectKey);
            agreement.HasMany(a => a.Members).WithOne(c => c.Agreement).HasForeignKey(c => c.AgreementKey);
            agreement.HasOne(a => a.QuoteFirst).WithOne(c => c.QuotedFirstIn).HasForeignKey<Claim>(c => c.QuotedFirstInKey);
            agreement.Navigation(a => a.QuoteFirst).IsRequired();
            agreement.ComplexProperty(a => a.Intersection);
            agreement.ComplexProperty(a => a.Spread);
            agreement.ComplexProperty(a => a.DateIntersection);
            agreement.ComplexProperty(a => a.DateSpread);
        });
        model.Entity<Claim>().HasMany(c => c.Rivals).WithMany().UsingEntity<Rivalry>(
            right => right.HasOne(r => r.Rival).WithMany().HasForeignKey(r => r.RivalKey),
            left => left.HasOne(r => r.Claim).WithMany().HasForeignKey(r => r.ClaimKey),
            join => join.ToTable("Rivalries").HasKey(r => new { r.ClaimKey, r.RivalKey }));
        model.Entity<Coverage>(coverage =>
        {
            Keyed(coverage, "Coverages").Property(c => c.Key).ValueGeneratedNever();
            coverage.HasOne(c => c.Entity).WithOne(e => e.Coverage).HasForeignKey<Coverage>(c => c.EntityKey);
        });
        model.Entity<Entity>().Navigation(e => e.Coverage).IsRequired();
    }

    private static void MapFindings(ModelBuilder model)
    {
        model.Entity<Rule>(rule =>
        {
            Keyed(rule, "Rules").Property(r => r.Key).ValueGeneratedNever();
            rule.HasIndex(r => r.Name).IsUnique();
        });
        model.Entity<Finding>(finding =>
        {
            Keyed(finding, "Findings").Property(f => f.Key).ValueGeneratedNever();
            finding.HasOne(f => f.Rule).WithMany(r => r.Findings).HasForeignKey(f => f.RuleKey);
            finding.HasOne(f => f.AboutEntity).WithMany(e => e.Findings).HasForeignKey(f => f.AboutEntityKey);
            finding.HasOne(f => f.AboutDocument).WithMany(d => d.Findings).HasForeignKey(f => f.AboutDocumentKey);
            finding.HasIndex(f => f.Slug).IsUnique();
            finding.HasMany(f => f.Claims).WithMany(c => c.Findings).UsingEntity<FindingClaim>(
                right => right.HasOne(l => l.Claim).WithMany().HasForeignKey(l => l.ClaimKey),
                left => left.HasOne(l => l.Finding).WithMany().HasForeignKey(l => l.FindingKey),
                join => join.ToTable("FindingClaims").HasKey(l => new { l.FindingKey, l.ClaimKey }));
            finding.HasMany(f => f.Citations).WithMany(c => c.Findings).UsingEntity<FindingCitation>(
                right => right.HasOne(l => l.Citation).WithMany().HasForeignKey(l => l.CitationKey),
                left => left.HasOne(l => l.Finding).WithMany().HasForeignKey(l => l.FindingKey),
                join => join.ToTable("FindingCitations").HasKey(l => new { l.FindingKey, l.CitationKey }));
        });
    }

    private static EntityTypeBuilder<T> Keyed<T>(EntityTypeBuilder<T> builder, string table)
        where T : class
    {
        builder.ToTable(table).HasKey("Key");
        return builder;
    }
}
