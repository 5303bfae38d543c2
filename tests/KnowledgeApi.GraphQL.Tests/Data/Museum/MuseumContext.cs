using System.Globalization;
using System.Text;
using KnowledgeApi.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KnowledgeApi.GraphQL.Tests.Data.Museum;

/// <summary>The museum's tables, in all the ways EF Core has of storing a member.</summary>
public sealed class MuseumContext(DbContextOptions<MuseumContext> options) : DbContext(options)
{
    public DbSet<Work> Works => Set<Work>();

    public DbSet<Artist> Artists => Set<Artist>();

    public DbSet<Exhibition> Exhibitions => Set<Exhibition>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HaveConversion<Cents>();
        configurationBuilder.Properties<Shape>().HaveConversion<ScreamingText<Shape>>();
        configurationBuilder.Properties<Certainty>().HaveConversion<ScreamingText<Certainty>>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDbFunction(typeof(Folded).GetMethod(nameof(Folded.Fold))!).HasName("fold").IsBuiltIn();
        modelBuilder.HasDbFunction(typeof(Folded).GetMethod(nameof(Folded.FoldCase))!).HasName("fold_case").IsBuiltIn();
        modelBuilder.HasDbFunction(typeof(Folded).GetMethod(nameof(Folded.SortKey))!).HasName("sort_key").IsBuiltIn();
        modelBuilder.Entity<Work>(work =>
        {
            Keyed(work, "Works").HasDiscriminator<string>("Kind");
            work.HasIndex(w => w.Slug).IsUnique();
            work.HasIndex(w => new { w.TitleSortKey, w.Key });
            work.ComplexProperty(w => w.Made, made => made.ComplexProperty(m => m.Remark));
            work.ComplexProperty(w => w.Restored, restored => restored.ComplexProperty(r => r.Remark));
            work.ComplexProperty(w => w.Estimate);
            work.ComplexProperty(w => w.Loan);
            work.HasOne(w => w.Artist).WithMany(a => a.Works).HasForeignKey(w => w.ArtistKey);
            work.HasOne(w => w.Donor).WithMany(a => a.Gifts).HasForeignKey(w => w.DonorKey);
            work.HasOne(w => w.Original).WithMany(w => w.Copies).HasForeignKey(w => w.OriginalKey);
            work.HasMany(w => w.Exhibitions).WithMany(e => e.Works).UsingEntity<Hanging>(
                right => right.HasOne(h => h.Exhibition).WithMany(e => e.Hangings).HasForeignKey(h => h.ExhibitionKey),
                left => left.HasOne(h => h.Work).WithMany(w => w.Hangings).HasForeignKey(h => h.WorkKey),
                join => join.ToTable("Hangings").HasKey(h => new { h.WorkKey, h.ExhibitionKey }));
        });
        modelBuilder.Entity<Painting>().ComplexProperty(p => p.Frame);
        modelBuilder.Entity<Print>().ComplexProperty(p => p.Frame, frame =>
        {
            frame.Property(f => f.Width).HasColumnName("Print_Width");
            frame.Property(f => f.Length).HasColumnName("Print_Length");
        });
        modelBuilder.Entity<Sculpture>();
        modelBuilder.Entity<Sketch>();
        modelBuilder.Entity<Piece>(piece => Keyed(piece, "Pieces").HasOne(p => p.Sculpture).WithMany(s => s.Pieces).HasForeignKey(p => p.SculptureKey));
        modelBuilder.Entity<Artist>(artist =>
        {
            Keyed(artist, "Artists").HasIndex(a => a.Slug).IsUnique();
            artist.HasOne(a => a.Teacher).WithMany(a => a.Pupils).HasForeignKey(a => a.TeacherKey);
        });
        modelBuilder.Entity<Alias>(alias => Keyed(alias, "Aliases").HasOne(a => a.Artist).WithMany(a => a.Aliases).HasForeignKey(a => a.ArtistKey));
        modelBuilder.Entity<Mark>(mark =>
        {
            Keyed(mark, "Marks").HasOne(m => m.Work).WithMany(w => w.Marks).HasForeignKey(m => m.WorkKey);
            mark.HasIndex(m => new { m.Scheme, m.Value }).IsUnique();
        });
        modelBuilder.Entity<Exhibition>(exhibition => Keyed(exhibition, "Exhibitions").HasIndex(e => e.Slug).IsUnique());
        modelBuilder.Entity<Catalogue>(catalogue => Keyed(catalogue, "Catalogues").HasOne(c => c.Exhibition).WithOne(e => e.Catalogue).HasForeignKey<Catalogue>(c => c.ExhibitionKey));
        modelBuilder.Entity<Eternity>().ToView("Eternities").HasKey(e => e.Key);
        modelBuilder.Entity<Ruin>().ToView("Ruins").HasKey(r => r.Key);
    }

    private static EntityTypeBuilder<T> Keyed<T>(EntityTypeBuilder<T> builder, string table)
        where T : class
    {
        builder.ToTable(table).HasKey("Key");
        builder.Property("Key").ValueGeneratedNever();
        return builder;
    }
}

/// <summary>Decimals as integers of hundredths.</summary>
public sealed class Cents() : ValueConverter<decimal, long>(value => (long)(value * 100), stored => stored / 100m);

/// <summary>Enum values as the API writes them.</summary>
public sealed class ScreamingText<T>() : ValueConverter<T, string>(value => Name(value), stored => Value(stored))
    where T : struct, Enum
{
    public static string Name(T value) => Naming.ScreamingSnakeCase(value.ToString());

    private static T Value(string name) => Enum.GetValues<T>().First(value => Name(value) == name);
}

/// <summary>Text made comparable.</summary>
public static class Folded
{
    /// <summary>Without case and accents.</summary>
    public static string Fold(string text) => FoldCase(string.Concat(
        text.Normalize(NormalizationForm.FormD).EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)));

    /// <summary>Without case.</summary>
    public static string FoldCase(string text) => text.ToLowerInvariant();

    /// <summary>Ordered without case and accents first; bytewise in hexadecimal.</summary>
    public static string SortKey(string text) => Convert.ToHexString(Encoding.UTF8.GetBytes($"{Fold(text)}\0{text}"));
}
