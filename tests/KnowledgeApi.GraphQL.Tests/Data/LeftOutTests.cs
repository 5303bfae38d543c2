using KnowledgeApi.GraphQL.Tests.Data.Museum;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>What nobody chooses or orders by is in no input, nor are the inputs that only it needs.</summary>
public sealed class LeftOutTests
{
    private static readonly MuseumServer Whole = new();
    private static readonly MuseumServer Server = new(adjust: options => options
        .LeaveUnfiltered<Sculpture>(sculpture => sculpture.Mass, sculpture => sculpture.Pieces)
        .LeaveUnordered<Sculpture>(sculpture => sculpture.Mass)
        .LeaveUngrouped<Work>(work => work.Made, work => work.Artist));

    [Theory]
    [InlineData("ListFilterInputTypeOfPieceFilterInput")]
    [InlineData("SculptureFilterInput")]
    [InlineData("SculptureSortInput")]
    public void An_input_that_only_such_members_need_is_not_there(string input)
    {
        Whole.Schema.Types.ShouldContain(type => type.Name == input);
        Server.Schema.Types.ShouldNotContain(type => type.Name == input);
    }

    [Theory]
    [InlineData("MADE_")]
    [InlineData("ARTIST")]
    public void No_group_has_such_a_key(string member)
    {
        KeysOf(Whole).ShouldContain(key => key.StartsWith(member, StringComparison.Ordinal));
        KeysOf(Server).ShouldNotContain(key => key.StartsWith(member, StringComparison.Ordinal));
    }

    private static IEnumerable<string> KeysOf(MuseumServer server) => ((EnumType)server.Schema.Types.Single(type => type.Name == "WorkGroupKey")).Values.Select(value => value.Name);

    [Fact]
    public void The_member_is_still_a_field() =>
        ((ObjectType)Server.Schema.Types.Single(type => type.Name == "Sculpture")).Fields.ShouldContain(field => field.Name == "mass");
}
