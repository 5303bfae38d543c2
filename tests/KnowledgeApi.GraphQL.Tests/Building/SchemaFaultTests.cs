using System.ComponentModel;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Tests.Building.Orchestra;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Building;

/// <summary>What is wrong with annotated C# is said at the start, with the member and what to do.</summary>
public sealed class SchemaFaultTests
{
    [Fact]
    public void There_must_be_a_query() =>
        FaultsOf().ShouldBe(["there is no query root: add a static class with [QueryType]."]);

    [Theory]
    [InlineData(typeof(NotStatic), "NotStatic: make it a static class: its public static members become fields.")]
    [InlineData(typeof(Long), "Long.Population: Int64 has no GraphQL type: the Int of GraphQL has 32 bits: use int, or add a scalar for it with AddScalar.")]
    [InlineData(typeof(LocalTime), "LocalTime.Now: DateTime has no GraphQL type: it does not say in which time zone: use DateTimeOffset or DateOnly.")]
    [InlineData(typeof(Anything), "Anything.It: Object has no GraphQL type: say which type it is with [GraphQLType].")]
    [InlineData(typeof(Map), "Map.ByName: KeyValuePair<String, Int32> has no GraphQL type: add a scalar for it with AddScalar, say another type with [GraphQLType], or leave it out with [GraphQLIgnore].")]
    [InlineData(typeof(AbstractResult), "AbstractResult.Performer: Performer is abstract: say what it is with [InterfaceType<Performer>] or [UnionType<Performer>] on a static class.")]
    [InlineData(typeof(AbstractInput), "AbstractInput.Find: Performer is abstract and cannot be made from input: take a concrete class, or [OneOf] with a field for each case.")]
    [InlineData(typeof(Nothing), "Nothing.Do: a field needs a result, but this returns nothing.")]
    [InlineData(typeof(NothingLater), "NothingLater.DoAsync: a field needs a result, but this returns nothing.")]
    [InlineData(typeof(Generic), "Generic.It: a generic method cannot be a field: make it private, or mark it with [GraphQLIgnore].")]
    [InlineData(typeof(ParentAtRoot), "ParentAtRoot.It: there are no parents at a root: remove [Parent].")]
    [InlineData(typeof(Query), "Query.Pieces: no convention took this query: add the one for queries, or return a list.")]
    [InlineData(typeof(NumberAsId), "NumberAsId.Id: [ID] is for strings, not for Int32: make it a string.")]
    [InlineData(typeof(WrongScalar), "WrongScalar.Price: Decimal holds Decimal, but this gives Int32.")]
    [InlineData(typeof(UnknownType), "UnknownType.It: there is no type Unheard: add its C# type with AddTypes or its scalar with AddScalar.")]
    [InlineData(typeof(UnknownScalar), "UnknownScalar.It: there is no scalar of the class LengthType: add it with AddScalar.")]
    [InlineData(typeof(StrictOptional), "StrictOptional.It: x is Optional<Int32>, but who may leave a value out may also give null: write Optional<Int32?>.")]
    [InlineData(typeof(WrongDefault), "WrongDefault.It: the default none of x is no Int!.")]
    [InlineData(typeof(SetArgument), "SetArgument.It: x is HashSet<Int32> in C#, which a [Int!]! cannot be read into.")]
    [InlineData(typeof(SameName), "SameName.Two: there is already a field one at the root Query: rename one of them with [GraphQLName].")]
    [InlineData(typeof(InputReturned), "InputReturned.It: PieceBy is an input object and cannot be returned: return another type.")]
    [InlineData(typeof(BadName), "Query.not-a-name: \"not-a-name\" is no name. Names have letters, digits and underscores, and no digit first.")]
    public void A_root_class_names_its_fault(Type root, string fault) => FaultsOf(root).ShouldContain(fault);

    [Theory]
    [InlineData(
        typeof(AsyncForOne),
        "AsyncForOne.GetNextAsync: this is called for one parent at a time, but returns a task. What reaches the store takes all parents: [Parent] IReadOnlyList<Seat>, returning one result for each.")]
    [InlineData(
        typeof(ServiceForOne),
        "ServiceForOne.Next: this is called for one parent at a time, but takes Hall hall and takes CancellationToken token. What reaches the store takes all parents: [Parent] IReadOnlyList<Seat>, returning one result for each.")]
    [InlineData(typeof(OtherParent), "OtherParent.It: [Parent] is Piece, but the field belongs to Seat: take Seat or IReadOnlyList<Seat>.")]
    [InlineData(typeof(ArrayOfParents), "ArrayOfParents.It: all parents come as IReadOnlyList<Seat>, not as Seat[].")]
    [InlineData(typeof(OneForAll), "OneForAll.It: this takes all parents and so must return one result for each of them: return IReadOnlyList<Int32>.")]
    [InlineData(typeof(LateParent), "LateParent.It: [Parent] must be on the first parameter.")]
    [InlineData(typeof(UnknownRequired), "UnknownRequired.It: Seat has no property Colour: name one with nameof.")]
    [InlineData(typeof(UnknownBound), "Seat: there is no property Colour to bind or ignore: name one with nameof.")]
    [InlineData(typeof(UnknownIgnored), "Seat: there is no property Colour to bind or ignore: name one with nameof.")]
    [InlineData(typeof(BoundTwice), "BoundTwice.Two: Row is bound twice: remove one.")]
    [InlineData(typeof(AddedTwice), "AddedTwice.GetIt: another member of an extension of Seat is the field it already: rename one of them with [GraphQLName].")]
    public void An_extension_names_its_fault(Type extension, string fault) => FaultsOf(typeof(Seats), extension).ShouldContain(fault);

    [Fact]
    public void Two_CSharp_types_of_one_name_are_a_fault() =>
        FaultsOf(typeof(Twins)).ShouldContain(f => f.EndsWith("the name Twin is taken twice (Twin and Other): give one of them a [GraphQLName].", StringComparison.Ordinal));

    [Fact]
    public void A_static_class_must_say_what_it_is() =>
        Should.Throw<SchemaException>(() => Builder(typeof(Seats)).AddTypes(typeof(Long)).Build())
            .Faults.ShouldBe(["Long: a static class must say what it is: mark it with [QueryType], [MutationType] or [ObjectType<T>]."]);

    [Fact]
    public void An_input_class_needs_a_constructor() =>
        FaultsOf(typeof(ClosedInput)).ShouldBe(["Closed: it cannot be made from input: give it a public constructor."]);

    [Fact]
    public void Input_members_are_named_where_they_are() =>
        FaultsOf(typeof(DeepInput)).ShouldBe(["Deep.Count: Int64 has no GraphQL type: the Int of GraphQL has 32 bits: use int, or add a scalar for it with AddScalar."]);

    [Fact]
    public void What_the_specification_forbids_is_a_fault_too() =>
        FaultsOf(typeof(StrictChoice)).ShouldBe(["ChoiceInput.id must be nullable, because only one field of ChoiceInput is given."]);

    [Fact]
    public void All_faults_come_in_one_exception() =>
        Should.Throw<SchemaException>(() => Builder(typeof(Long), typeof(Nothing)).Build()).Message.ShouldBe(
            """
            The schema has 2 faults:
            - Long.Population: Int64 has no GraphQL type: the Int of GraphQL has 32 bits: use int, or add a scalar for it with AddScalar.
            - Nothing.Do: a field needs a result, but this returns nothing.
            """);

    private static IReadOnlyList<string> FaultsOf(params Type[] types) => Should.Throw<SchemaException>(() => Builder(types).Build()).Faults;

    private static SchemaBuilder Builder(params Type[] types)
    {
        var builder = new SchemaBuilder().UseServices(type => type == typeof(Hall));
        foreach (var type in types)
        {
            if (type.IsDefined(typeof(TypeExtensionAttribute), false))
                builder.AddTypes(type);
            else
                builder.AddQueryType(type);
        }

        return builder;
    }

#pragma warning disable CA1052, CA1822 // Faulty on purpose.

    public class NotStatic
    {
        public static int A => 1;
    }

    public static class Long
    {
        public static long Population => 1;
    }

    public static class LocalTime
    {
        public static DateTime Now => DateTime.MinValue;
    }

    public static class Anything
    {
        public static object It => "";
    }

    public static class Map
    {
        public static Dictionary<string, int> ByName => [];
    }

    public static class AbstractResult
    {
        public static Performer Performer() => throw new NotSupportedException();
    }

    public static class AbstractInput
    {
        public static int Find(Performer performer) => performer.Name.Length;
    }

    public static class Nothing
    {
        public static void Do()
        {
        }
    }

    public static class NothingLater
    {
        public static Task DoAsync() => Task.CompletedTask;
    }

    public static class Generic
    {
        public static int It<T>() => typeof(T).Name.Length;
    }

    public static class ParentAtRoot
    {
        public static int It([Parent] Seat seat) => seat.Number;
    }

    public static class Query
    {
        public static IQueryable<Seat> Pieces() => Array.Empty<Seat>().AsQueryable();
    }

    public static class NumberAsId
    {
        [ID]
        public static int Id => 1;
    }

    public static class WrongScalar
    {
        [GraphQLType(typeof(DecimalType))]
        public static int Price => 1;
    }

    public static class UnknownType
    {
        [GraphQLType("[Unheard!]")]
        public static object It => 1;
    }

    public static class UnknownScalar
    {
        [GraphQLType(typeof(LengthType))]
        public static string It => "";
    }

    public static class StrictOptional
    {
        public static int It(Optional<int> x) => x.Value;
    }

    public static class WrongDefault
    {
        public static int It([DefaultValue("none")] int x) => x;
    }

    public static class SetArgument
    {
        public static int It(HashSet<int> x) => x.Count;
    }

    public static class SameName
    {
        public static int One => 1;

        [GraphQLName("one")]
        public static int Two => 2;
    }

    public static class InputReturned
    {
        public static PieceBy It => new();
    }

    public static class BadName
    {
        [GraphQLName("not-a-name")]
        public static int It => 1;
    }

    public static class Seats
    {
        public static Seat Seat => new("A", 1);
    }

    [ObjectType<Seat>]
    public static class AsyncForOne
    {
        public static async Task<int> GetNextAsync([Parent] Seat seat) => await Task.FromResult(seat.Number + 1);
    }

    [ObjectType<Seat>]
    public static class ServiceForOne
    {
        public static int Next([Parent] Seat seat, Hall hall, CancellationToken token) => token.IsCancellationRequested ? hall.Calls : seat.Number;
    }

    [ObjectType<Seat>]
    public static class OtherParent
    {
        public static int It([Parent] Piece piece) => piece.Title.Length;
    }

    [ObjectType<Seat>]
    public static class ArrayOfParents
    {
        public static IReadOnlyList<int> It([Parent] Seat[] seats) => [seats.Length];
    }

    [ObjectType<Seat>]
    public static class OneForAll
    {
        public static int It([Parent] IReadOnlyList<Seat> seats) => seats.Count;
    }

    [ObjectType<Seat>]
    public static class LateParent
    {
        public static int It(int x, [Parent] Seat seat) => seat.Number + x;
    }

    [ObjectType<Seat>]
    public static class UnknownRequired
    {
        public static int It([Parent("Colour")] Seat seat) => seat.Number;
    }

    [ObjectType<Seat>]
    public static class UnknownBound
    {
        [BindMember("Colour")]
        public static int It([Parent] Seat seat) => seat.Number;
    }

    [ObjectType<Seat>(Ignore = ["Colour"])]
    public static class UnknownIgnored;

    [ObjectType<Seat>]
    public static class BoundTwice
    {
        [BindMember(nameof(Seat.Row))]
        public static string One([Parent] Seat seat) => seat.Row;

        [BindMember(nameof(Seat.Row))]
        public static string Two([Parent] Seat seat) => seat.Row;
    }

    [ObjectType<Seat>]
    public static class AddedTwice
    {
        public static int It([Parent] Seat seat) => seat.Number;

        public static int GetIt([Parent] Seat seat) => seat.Number;
    }

    public static class Twins
    {
        public static Twin One => new(1);

        public static Other Two => new(2);
    }

    public sealed record Twin(int A);

    [GraphQLName("Twin")]
    public sealed record Other(int A);

    public static class DeepInput
    {
        public static int It(IReadOnlyList<Deep>? deep) => deep?.Count ?? 0;
    }

    public sealed record Deep(long Count, Deep? Deeper);

    public static class ClosedInput
    {
        public static int It(Closed? closed) => closed?.A ?? 0;
    }

    public sealed class Closed
    {
        private Closed()
        {
        }

        public int A { get; set; }
    }

    public static class StrictChoice
    {
        public static int It(Choice? by) => by?.Id.Length ?? 0;
    }

    [OneOf]
    public sealed record Choice(string Id);
}
