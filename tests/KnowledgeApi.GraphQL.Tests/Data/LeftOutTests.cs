using KnowledgeApi.GraphQL.Tests.Data.Museum;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>What nobody chooses or orders by is in no input, nor are the inputs that only it needs.</summary>
public sealed class LeftOutTests
{
    private static readonly MuseumServer Whole = new();
    private static readonly MuseumServer Server = new(adjust: options => options
        .LeaveUnfiltered<Sculpture>(sculpture => sculpture.Mass, sculpture => sculpture.Pieces)
        .LeaveUnordered<Sculpture>(sculpture => sculpture.Mass));

    [Theory]
    [InlineData("ListFilterInputTypeOfPieceFilterInput")]
    [InlineData("SculptureFilterInput")]
    [InlineData("SculptureSortInput")]
    public void An_input_that_only_such_members_need_is_not_there(string input)
    {
        Whole.Schema.Types.ShouldContain(type => type.Name == input);
        Server.Schema.Types.ShouldNotContain(type => type.Name == input);
    }

    [Fact]
    public void The_member_is_still_a_field() =>
        ((ObjectType)Server.Schema.Types.Single(type => type.Name == "Sculpture")).Fields.ShouldContain(field => field.Name == "mass");
}
