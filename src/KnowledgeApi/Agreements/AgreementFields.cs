using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Agreements;

/// <inheritdoc cref="Agreement"/>
[ObjectType<Agreement>]
public static class AgreementFields
{
    /// <summary>In what the claims that are not deprecated differ.</summary>
    public static IReadOnlyList<Difference> GetDifferences([Parent(nameof(Agreement.DifferenceBits))] Agreement agreement) =>
        [.. Enum.GetValues<Difference>().Where(difference => (agreement.DifferenceBits >> (int)difference & 1) == 1)];
}
