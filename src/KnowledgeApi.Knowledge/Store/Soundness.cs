using System.Globalization;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>What a base that was written has to be.</summary>
internal static class Soundness
{
    /// <exception cref="InvalidDataException">It is not what is expected.</exception>
    public static void Expect<T>(string what, T expected, T actual)
    {
        if (!Equals(expected, actual))
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The new base does not hold together: {what} is {actual}, expected {expected}."));
    }
}
