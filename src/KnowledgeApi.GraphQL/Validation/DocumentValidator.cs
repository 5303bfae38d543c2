using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>Says whether a document can be executed against a schema: all rules of the specification, in one pass.</summary>
internal static class DocumentValidator
{
    /// <summary>
    /// All that is wrong with the document, in the order it is written; nothing if it is valid. Codes are
    /// <see cref="ErrorCodes.ValidationFailed"/> and, at the end and once at most, <see cref="ErrorCodes.DocumentLimit"/>.
    /// </summary>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationLimits? limits = null)
    {
        var context = new ValidationContext(schema, document, limits ?? ValidationLimits.Default);
        try
        {
            new DocumentSize(context).Check();
            new DocumentWalker(schema, context.Types, CreateRules(context)).Visit(document);
        }
        catch (ValidationAbortedException aborted)
        {
            context.ReportLimit(aborted.Message, aborted.Node);
        }
        catch (InsufficientExecutionStackException)
        {
            context.ReportLimit("The document is nested too deeply.", null);
        }

        return context.Errors;
    }

    private static ValidationRule[] CreateRules(ValidationContext context) =>
    [
        new ExecutableDefinitions(context),
        new KnownOperationTypes(context),
        new UniqueOperationNames(context),
        new LoneAnonymousOperation(context),
        new SingleFieldSubscriptions(context),
        new KnownTypeNames(context),
        new FragmentsOnCompositeTypes(context),
        new VariablesAreInputTypes(context),
        new ScalarLeafs(context),
        new FieldsOnCorrectType(context),
        new UniqueFragmentNames(context),
        new KnownFragmentNames(context),
        new NoUnusedFragments(context),
        new PossibleFragmentSpreads(context),
        new NoFragmentCycles(context),
        new UniqueVariableNames(context),
        new NoUndefinedVariables(context),
        new NoUnusedVariables(context),
        new KnownDirectives(context),
        new UniqueDirectivesPerLocation(context),
        new KnownArgumentNames(context),
        new UniqueArgumentNames(context),
        new ValuesOfCorrectType(context),
        new ProvidedRequiredArguments(context),
        new VariablesInAllowedPosition(context),
        new OverlappingFieldsCanBeMerged(context),
        new UniqueInputFieldNames(context),
    ];
}
