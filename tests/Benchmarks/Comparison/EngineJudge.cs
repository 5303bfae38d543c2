using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Validation;
using KnowledgeApi.OddServer;

namespace KnowledgeApi.Benchmarks.Comparison;

/// <summary>This engine's parser and validator, with their limits as they come.</summary>
internal static class EngineJudge
{
    public static Verdict Judge(string document)
    {
        try
        {
            var errors = DocumentValidator.Validate(OddSchema.Schema, Parser.ParseDocument(document));
            return errors is [] ? Verdict.Valid : Refused(Stage.Invalid, errors.SelectMany(error => error.Locations ?? []), errors[0].Message);
        }
        catch (SyntaxException failure)
        {
            return Refused(Stage.Syntax, [failure.Location], failure.Message);
        }
        catch (SyntaxLimitException limit)
        {
            return Refused(Stage.Syntax, [limit.Location], limit.Message);
        }
    }

    private static Verdict Refused(Stage stage, IEnumerable<SourceLocation> places, string message) =>
        Verdict.Refused(stage, places.Select(place => (place.Line, place.Column)), message);
}
