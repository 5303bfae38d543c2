using System.ComponentModel.DataAnnotations.Schema;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>A model that cannot be queried is refused when the schema is built, with words that help.</summary>
public sealed class ModelFaultTests
{
    [Fact]
    public void A_root_method_takes_the_context_and_nothing_else() =>
        Should.Throw<SchemaException>(() => Build(typeof(WithArgument)))
            .Faults.ShouldContain("WithArgument.GetCoins: returns a queryable, so it must take the database context and nothing else, and query an entity of it.");

    [Fact]
    public void A_member_that_is_not_stored_cannot_be_a_field() =>
        Should.Throw<SchemaException>(() => Build(typeof(OfMedals))).Faults.ShouldContain(fault => fault.StartsWith("Medal.Shine: is not stored"));

    [Fact]
    public void A_relation_by_several_columns_is_named() =>
        Should.Throw<InvalidOperationException>(() => Build(typeof(OfCoins))).Message
            .ShouldBe("Coin.Tray: relations need a key of one column, mapped to a C# property, on both sides.");

    [Fact]
    public void Only_a_property_can_be_named_in_options() =>
        Should.Throw<ArgumentException>(() => Options().Hide<Coin>(coin => coin.Key + 1)).Message.ShouldContain("Expected a property");

    [Fact]
    public void A_member_must_not_be_named_as_what_counts_all_objects() =>
        Should.Throw<SchemaException>(() => Build(typeof(OfPurses))).Faults
            .ShouldContain("Purse.Count: a field of that name counts the whole in PurseAggregate: rename the member with [GraphQLName].");

    [Fact]
    public void A_type_must_not_be_named_as_what_objects_are_summed_up_in() =>
        Should.Throw<SchemaException>(() => Build(typeof(OfPurses), typeof(PurseAggregate))).Faults
            .ShouldContain(fault => fault.Contains("PurseAggregate"));

    private static Schema Build(Type root, Type type) => new SchemaBuilder().AddTypes(type).AddQueryType(root).AddConvention(new EntityConvention(Options())).Build();

    private static Schema Build(Type root) => new SchemaBuilder().AddQueryType(root).AddConvention(new EntityConvention(Options())).Build();

    private static DataOptions Options() => new DataOptions
    {
        CreateContext = () => new Drawer(new DbContextOptionsBuilder<Drawer>().UseSqlite("Data Source=:memory:").Options),
        Pool = new ReadPool(() => throw new InvalidOperationException("Nothing is read.")),
        CursorKey = [1],
    }
    .Unit<Sum>(sum => sum.Currency);

    public static class WithArgument
    {
        public static IQueryable<Coin> GetCoins(Drawer db, int year) => db.Coins.Where(coin => coin.Key > year);
    }

    public static class OfCoins
    {
        public static IQueryable<Coin> GetCoins(Drawer db) => db.Coins;
    }

    public static class OfMedals
    {
        public static IQueryable<Medal> GetMedals(Drawer db) => db.Set<Medal>();
    }

    public static class OfPurses
    {
        public static IQueryable<Purse> GetPurses(Drawer db) => db.Set<Purse>();
    }

    public sealed class Drawer(DbContextOptions<Drawer> options) : DbContext(options)
    {
        public DbSet<Coin> Coins => Set<Coin>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Coin>(coin =>
            {
                coin.HasKey(c => c.Key);
                coin.HasOne(c => c.Tray).WithMany(t => t.Coins).HasForeignKey(c => new { c.TrayRow, c.TrayColumn });
            });
            modelBuilder.Entity<Tray>().HasKey(t => new { t.Row, t.Column });
            modelBuilder.Entity<Medal>().HasKey(m => m.Key);
            modelBuilder.Entity<Purse>(purse =>
            {
                purse.HasKey(p => p.Key);
                purse.ComplexProperty(p => p.Sum);
            });
        }
    }

    public sealed class Coin
    {
        public int Key { get; set; }

        public int TrayRow { get; set; }

        public int TrayColumn { get; set; }

        public Tray? Tray { get; set; }
    }

    public sealed class Tray
    {
        public int Row { get; set; }

        public int Column { get; set; }

        public List<Coin> Coins { get; set; } = [];
    }

    public sealed class Medal
    {
        public int Key { get; set; }

        [NotMapped]
        public int Shine => Key * 2;
    }

    public sealed class Purse
    {
        public int Key { get; set; }

        public int Count { get; set; }

        public required Sum Sum { get; set; }
    }

    public sealed class PurseAggregate
    {
        public int Size { get; set; }
    }

    public sealed record Sum
    {
        public required string Currency { get; init; }

        public int Cents { get; init; }
    }
}
