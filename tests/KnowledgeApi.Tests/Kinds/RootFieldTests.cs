using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Kinds;

namespace KnowledgeApi.Tests.Kinds;

/// <summary>Each kind of entities and claims can be asked for by itself.</summary>
public sealed class RootFieldTests
{
    [Fact]
    public void Every_kind_has_a_list_at_the_root() => WithoutList(KnowledgeKinds.Standard, KnowledgeSchema.Create(KnowledgeKinds.Standard)).ShouldBeEmpty();

    [Fact]
    public void A_kind_that_is_added_has_one() => WithoutList(ContractBase.Kinds, KnowledgeSchema.Create(ContractBase.Kinds)).ShouldBeEmpty();

    [Fact]
    public void A_kind_without_one_is_told() => WithoutList(ContractBase.Kinds, KnowledgeSchema.Create(KnowledgeKinds.Standard)).ShouldBe(["Contract"]);

    private static IEnumerable<string> WithoutList(KnowledgeKinds kinds, Schema schema) =>
        kinds.Classes.Select(type => type.Name).Except(schema.QueryType.Fields.Select(field => (field.Type.Named as ObjectType)?.Fields.FirstOrDefault(part => part.Name == "nodes")?.Type.Named.Name ?? ""));
}
