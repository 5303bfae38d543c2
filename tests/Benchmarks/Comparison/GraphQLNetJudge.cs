using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace KnowledgeApi.Benchmarks.Comparison;

/// <summary>GraphQL.NET's parser and validator: its document builder and its core rules, as <c>DocumentExecuter</c> uses them.</summary>
internal static class GraphQLNetJudge
{
    private static readonly GraphQLDocumentBuilder Builder = new();
    private static readonly DocumentValidator Validator = new();

    /// <summary>What stands for the operation of a document without any; it insists on one.</summary>
    private static readonly GraphQLOperationDefinition NoOperation = Operation(Builder.Build("{__typename}"))!;

    public static async Task<Verdict> JudgeAsync(ISchema schema, string text)
    {
        GraphQLDocument document;
        try
        {
            document = Builder.Build(text);
        }
        catch (ExecutionError failure)
        {
            return Refused(Stage.Syntax, [failure]);
        }

        try
        {
            var options = new ValidationOptions { Schema = schema, Document = document, Operation = Operation(document) ?? NoOperation, Variables = Inputs.Empty };
            var result = await Validator.ValidateAsync(options);

            // It looks at the values of variables here as well. None are given: what is wrong with those is no verdict on the document.
            var errors = result.Errors.Where(error => error is not InvalidVariableError).ToList();
            return errors is [] ? Verdict.Valid : Refused(Stage.Invalid, errors);
        }
#pragma warning disable CA1031 // Its executer makes an error of any exception, too: the document is refused.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return Verdict.Refused(Stage.Invalid, [], $"{failure.GetType().Name}: {failure.Message}");
        }
    }

    private static GraphQLOperationDefinition? Operation(GraphQLDocument document) => document.Definitions.OfType<GraphQLOperationDefinition>().FirstOrDefault();

    private static Verdict Refused(Stage stage, List<ExecutionError> errors) =>
        Verdict.Refused(stage, errors.SelectMany(error => error.Locations ?? []).Select(place => (place.Line, place.Column)), errors[0].Message);
}
