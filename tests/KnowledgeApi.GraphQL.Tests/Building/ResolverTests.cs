using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Tests.Building.Orchestra;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Building;

public sealed class ResolverTests
{
    private readonly Schema _schema = OrchestraSchema.Schema;

    private readonly Soloist _martha = new() { Id = "1", Name = "Martha", Instrument = "piano", Fee = 1500.50m, Mood = Mood.StageFright, Born = new DateOnly(1941, 6, 5) };

    private readonly Soloist _glenn = new() { Id = "2", Name = "Glenn", Instrument = "piano", Fee = 5m };

    private readonly Choir _choir = new() { Id = "3", Name = "Bach Choir", Voices = 80, Nicknames = ["BC", null] };

    [Theory]
    [InlineData("name", "\"Martha\"")]
    [InlineData("fee", "\"1500.50\"")]
    [InlineData("mood", "\"STAGE_FRIGHT\"")]
    [InlineData("born", "\"1941-06-05\"")]
    [InlineData("feeInCents", "150050")]
    [InlineData("isFamous", "true")]
    [InlineData("id", "\"Performer:1\"")]
    public void Leaves_are_written_straight_from_the_parent(string field, string json) => _schema.Field("Soloist", field).Write(_martha).ShouldBe(json);

    [Theory]
    [InlineData("mood")]
    [InlineData("born")]
    public void Leaves_that_are_null_write_nothing(string field) => _schema.Field("Soloist", field).Write(_glenn).ShouldBeNull();

    [Theory]
    [InlineData("name")]
    [InlineData("fee")]
    [InlineData("mood")]
    [InlineData("born")]
    [InlineData("isFamous")]
    public void Writing_a_leaf_allocates_nothing(string field)
    {
        using var json = new JsonBuffer();
        var write = ((PureResolver)_schema.Field("Soloist", field).Resolver!).Write!;
        write(_martha, json);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            write(_martha, json);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Custom_scalars_are_written_by_themselves() =>
        _schema.Field("Piece", "length").Write(new Piece("Etude", 10) { Length = TimeSpan.FromSeconds(95) }).ShouldBe("\"1:35\"");

    [Fact]
    public void Structs_are_read_in_their_box()
    {
        var schema = new SchemaBuilder().AddQueryType(typeof(SeatQueries)).Build();
        schema.Field("Seat", "number").Write(new Seat("A", 7)).ShouldBe("7");
        schema.Field("Seat", "row").Pure(new Seat("A", 7)).ShouldBe("A");
    }

    [Fact]
    public void An_enum_value_without_a_name_fails_with_a_message_for_the_client() =>
        Should.Throw<CoercionException>(() => _schema.Field("Choir", "mood").Write(new Choir { Id = "", Name = "", Mood = Mood.Unspeakable }))
            .Message.ShouldBe("Mood has no value for Unspeakable.");

    [Fact]
    public void Lists_and_objects_have_no_writer_and_are_given_as_they_are()
    {
        _schema.Field("Choir", "nicknames").Pure(_choir).ShouldBe(_choir.Nicknames);
        ((PureResolver)_schema.Field("Soloist", "repertoire").Resolver!).Write.ShouldBeNull();
    }

    [Fact]
    public void A_method_of_one_parent_takes_arguments()
    {
        var shout = _schema.Field("Soloist", "shout");
        shout.Pure(_martha).ShouldBe("MARTHA");
        shout.Pure(_martha, "times: 2").ShouldBe("MARTHAMARTHA");
        ((PureResolver)shout.Resolver!).Write.ShouldBeNull();
    }

    [Theory]
    [InlineData("name", "Name")]
    [InlineData("billing", "Name, Instrument")]
    [InlineData("shout", "Name")]
    [InlineData("id", "Id")]
    [InlineData("concerts", "Id")]
    [InlineData("isFamous", "Id, Name, Instrument, Fee, Born, Mood, FeeInCents, Billing")]
    public void A_field_tells_which_properties_of_its_parent_it_needs(string field, string properties)
    {
        var requires = _schema.Field("Soloist", field).Resolver!.Requires;
        requires.Select(p => p.Name).ShouldBe(properties.Split(", "), ignoreOrder: true);
        requires.ShouldAllBe(p => p.DeclaringType == p.ReflectedType);
    }

    [Fact]
    public void What_objects_have_from_an_interface_is_one_and_the_same_field()
    {
        _schema.Field("Soloist", "name").ShouldBeSameAs(_schema.Field("Performer", "name"));
        _schema.Field("Choir", "concerts").ShouldBeSameAs(_schema.Field("Performer", "concerts"));
        _schema.Field("Piece", "year").ShouldBeSameAs(_schema.Field("Dated", "year"));
    }

    [Fact]
    public void An_overridden_property_is_a_field_of_its_own() =>
        _schema.Field("Soloist", "mood").ShouldNotBeSameAs(_schema.Field("Performer", "mood"));

    [Fact]
    public async Task All_parents_are_resolved_in_one_call_whatever_object_they_are()
    {
        var hall = new Hall();
        var results = await _schema.Field("Performer", "concerts").Batch([_martha, _choir, _glenn], "since: 100", hall);
        results.ShouldBe([106, 110, 105]);
        hall.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Lists_of_references_are_handed_on_without_copying()
    {
        var results = await _schema.Field("Soloist", "peers").Batch([_martha, _glenn]);
        ((IEnumerable<Performer>)results[0]!).ShouldBe([_glenn]);
        ((IEnumerable<Performer>)results[1]!).ShouldBe([_martha]);
    }

    [Fact]
    public async Task A_batch_with_too_few_results_fails_naming_the_method()
    {
        var schema = new SchemaBuilder().AddQueryType(typeof(SeatQueries)).AddTypes(typeof(ForgetfulSeatFields)).Build();
        var failure = await Should.ThrowAsync<InvalidOperationException>(() => schema.Field("Seat", "taken").Batch([new Seat("A", 1), new Seat("A", 2)]));
        failure.Message.ShouldBe("ForgetfulSeatFields.GetTaken returned 1 results for 2 parents: it must return one for each, in their order.");
    }

    [Fact]
    public async Task Root_methods_get_services_arguments_and_the_cancellation()
    {
        var hall = new Hall { Performers = [_martha, _choir] };
        var found = (IReadOnlyList<Performer>)(await _schema.QueryType.Fields[0].Root("where: { namePart: \"Bach\" }", hall))!;
        found.ShouldBe([_choir]);
        (await _schema.Field("Query", "performer").Root("id: 1", hall)).ShouldBe(_martha);
    }

    [Fact]
    public void A_root_property_needs_no_parent() => _schema.Field("Query", "seats").Write(new object()).ShouldBe("1200");

    [Fact]
    public async Task Mutations_get_input_objects_as_CSharp_structs()
    {
        var piece = (Piece)(await _schema.Field("Mutation", "addPiece").Root("input: { title: \"Etude\", opus: 10, seats: [[{ row: \"A\", number: 1 }]] }"))!;
        piece.ShouldBe(new Piece("Etude", 10));
    }

    [Fact]
    public async Task Lists_enums_and_defaults_arrive_as_CSharp_values()
    {
        (await Best("years: [1, 2]")).ShouldBe("Calm 3 0.5 ");
        (await Best("mood: in_love, above: 1, note: \"!\"")).ShouldBe("InLove  1 !");

        async Task<string> Best(string arguments) => ((Result<Piece>)(await _schema.Field("Query", "best").Root(arguments))!).Value.Title;
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("text: null", "null")]
    [InlineData("text: \"so\"", "so")]
    public async Task Absent_is_told_from_null(string arguments, string answer) => (await _schema.Field("Query", "echo").Root(arguments)).ShouldBe(answer);

    [Fact]
    public async Task Input_objects_become_records_with_their_defaults()
    {
        var query = await Received("where: { moods: [CALM, in_love], or: { instrument: null, living: false }, bornBefore: \"1950-01-01\" }");
        query.NamePart.ShouldBeNull();
        query.Moods.ShouldBe([Mood.Calm, Mood.InLove]);
        query.AtMost.ShouldBe(10);
        query.Instrument.HasValue.ShouldBeFalse();
        query.BornBefore.ShouldBe(new DateOnly(1950, 1, 1));
        query.Living.ShouldBeTrue();
        query.Or!.Instrument.ShouldBe(new Optional<string?>(null));
        query.Or.Living.ShouldBeFalse();
    }

    private static async Task<PerformerQuery> Received(string arguments)
    {
        var schema = new SchemaBuilder().AddQueryType(typeof(EchoQueries)).Build();
        return (PerformerQuery)(await schema.Field("Query", "count").Root($"{arguments}, sink: []", new List<PerformerQuery>()))!;
    }

    public static class SeatQueries
    {
        public static Seat Seat() => new("A", 1);
    }

    [ObjectType<Seat>]
    public static class ForgetfulSeatFields
    {
        public static IReadOnlyList<bool> GetTaken([Parent] IReadOnlyList<Seat> seats) => [.. seats.Take(1).Select(_ => true)];
    }

    public static class EchoQueries
    {
        [GraphQLType("Int")]
        public static object? Count(PerformerQuery where, IReadOnlyList<int> sink) => sink.Count == 0 ? where : null;
    }
}
