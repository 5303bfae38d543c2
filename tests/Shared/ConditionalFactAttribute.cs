using System.Runtime.CompilerServices;

namespace KnowledgeApi.Testing;

/// <summary>
/// A test that needs something this machine may lack. Without it the test is skipped, and its name says why: the reason alone is in
/// no report of <c>dotnet test</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal abstract class ConditionalFactAttribute : FactAttribute
{
    /// <param name="missing">What is missing and how to get it; null where all is there.</param>
    /// <param name="test">The name of the test.</param>
    protected ConditionalFactAttribute(string? missing, [CallerMemberName] string test = "")
    {
        if (missing is null)
            return;
        Skip = missing;
        DisplayName = $"{test}: {missing}";
    }
}
