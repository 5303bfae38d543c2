using System.Text.Json;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Harness.Zoo;

/// <summary>A value of each type, and values that do not fit their types.</summary>
[QueryType]
public static class ValueQueries
{
    public static int Int => -7;

    public static double Float => 0.25;

    public static double Huge => 1e300;

    public static string Text => "a\"\\\n\u0000é\U0001F41D";

    public static bool Flag => false;

    [ID]
    public static string Key => "k-1";

    public static Coat Coat => Coat.PaleGrey;

    public static DateOnly Day => new(2024, 2, 29);

    public static DateTimeOffset Moment => new(2024, 2, 29, 12, 30, 0, TimeSpan.Zero);

    public static decimal Price => 12.50m;

    public static JsonElement Anything => JsonDocument.Parse("""{"a":[1,null]}""").RootElement;

    public static IReadOnlyList<int> Ints => [1, 2];

    public static IReadOnlyList<Coat?> Coats => [Coat.Brown, null];

    public static IEnumerable<IEnumerable<double>> Grid => new[] { new[] { 1.5 }, [] }.Select(row => row.Select(each => each));

    public static IReadOnlyList<string?> Texts => ["a", null, ""];

    public static double? BadFloat => double.NaN;

    public static Coat? BadCoat => Coat.Tartan;

    public static IReadOnlyList<Coat?> BadCoats => [Coat.Brown, Coat.Tartan];

    public static Half? Half => (Half)1;

    public static int? Add(int a, int b = 2) => a + b;

    public static int? Sum(IReadOnlyList<int> of) => of.Sum();

    /// <summary>A list without an end.</summary>
    public static IEnumerable<int> Numbers() => Enumerable.Range(0, int.MaxValue);

    public static string Long => new('x', 2_000);
}

/// <summary>Writes half of a value and gives up.</summary>
internal sealed class RefusingType : ScalarType<Half>
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public RefusingType() => Name = "Refusing";

    public override object ParseLiteral(ValueNode literal) => (Half)0;

    public override object ParseValue(JsonElement json) => (Half)0;

    public override void Write(JsonBuffer json, Half value)
    {
        json.WriteRaw("{\"half\":"u8);
        throw new InvalidOperationException("The other half is missing.");
    }
}
