using System.Globalization;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace KnowledgeApi.Benchmarks.Comparison;

/// <summary>The schema of <see cref="Orchard"/> in GraphQL.NET, over the same objects.</summary>
internal static class GraphQLNetOrchard
{
    private static readonly DocumentExecuter Executer = new();
    private static readonly GraphQLSerializer Serializer = new();

    public static Schema Schema { get; } = Build();

    /// <summary>Writes the answer to a document that is parsed and known to be valid, which is what its executer does with its document cache.</summary>
    public static async Task WriteAsync(GraphQLDocument document, Stream stream) =>
        await Serializer.WriteAsync(stream, await Executer.ExecuteAsync(new ExecutionOptions { Schema = Schema, Document = document, ValidationRules = Array.Empty<IValidationRule>() }));

    private static Schema Build()
    {
        var schema = new Schema { Query = new Query() };
        schema.RegisterTypeMapping(typeof(Fruit), typeof(EnumerationGraphType<Fruit>));
        schema.Initialize();
        return schema;
    }

    private sealed class Query : ObjectGraphType
    {
        public Query() =>
            Field<NonNullGraphType<ListGraphType<NonNullGraphType<Tree>>>>("trees").Resolve(_ => OrchardQueries.Trees());
    }

    private sealed class Tree : ObjectGraphType<OrchardTree>
    {
        public Tree()
        {
            Name = "OrchardTree";
            Field(tree => tree.Number);
            Field(tree => tree.Name);
            Field(tree => tree.Nickname, nullable: true);
            Field(tree => tree.Height);
            Field(tree => tree.Bears);
            Field(tree => tree.Fruit);
            Field<NonNullGraphType<DecimalText>>("price").Resolve(context => context.Source.Price);
            Field(tree => tree.Planted);
            Field(tree => tree.Age, nullable: true);
            Field<NonNullGraphType<IdGraphType>>("key").Resolve(context => context.Source.Key);

            // It has no batches in its core; a resolver of one object is the cheapest it has.
            Field<NonNullGraphType<Tree>>("neighbour").Argument<NonNullGraphType<IntGraphType>>("steps", argument => argument.DefaultValue = 1).Resolve(context => context.Source);
        }
    }

    /// <summary>A decimal number as a string, which is what this engine writes.</summary>
    private sealed class DecimalText : ScalarGraphType
    {
        public DecimalText() => Name = "Decimal";

        public override object? Serialize(object? value) => (value as decimal?)?.ToString(CultureInfo.InvariantCulture);

        public override object? ParseValue(object? value) => value;
    }
}
