using System.Reflection;
using System.Xml.Linq;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Tests.Building.Orchestra;

namespace KnowledgeApi.GraphQL.Tests.Building;

public sealed class XmlDocumentationTests
{
    private readonly XmlDocumentation _documentation = new();

    [Theory]
    [InlineData("  Two\n      lines.  ", "Two lines.")]
    [InlineData("Is <c>x &lt; 1</c> or <see langword=\"null\"/>.", "Is `x < 1` or `null`.")]
    [InlineData("See <see cref=\"T:A.B.Thing`1\"/>, <see cref=\"P:A.Thing.FullName\"/>, <see cref=\"M:A.Thing.GetAllAsync(System.Int32)\"/>.", "See `Thing`, `fullName`, `all`.")]
    [InlineData("A <see cref=\"F:A.Kind.AtLeast\"/> of <see cref=\"T:A.Thing\">things</see>.", "A `AT_LEAST` of things.")]
    [InlineData("Not <paramref name=\"x\"/> but <see href=\"https://example.com\">this</see> or <see href=\"https://example.com\"/>.", "Not `x` but this or https://example.com.")]
    [InlineData("One.<para>Two.</para><para>Three.</para>", "One.\n\nTwo.\n\nThree.")]
    [InlineData("Any of <list type=\"bullet\"><item>a</item><item><description>b</description></item></list> these", "Any of\n- a\n- b\nthese")]
    [InlineData("a<br/>b", "a\nb")]
    public void Markup_becomes_plain_text(string xml, string text) =>
        XmlDocumentation.Flatten(XElement.Parse($"<summary>{xml}</summary>", LoadOptions.PreserveWhitespace)).ShouldBe(text);

    [Fact]
    public void Types_members_and_enum_values_have_their_summaries()
    {
        _documentation.SummaryOf(typeof(Mood)).ShouldBe("A way to feel.");
        _documentation.SummaryOf(typeof(Mood).GetField(nameof(Mood.Calm))!).ShouldBe("All is well.");
        _documentation.SummaryOf(typeof(Choir)).ShouldBe("Many who sing.\n\nRarely in tune.");
        _documentation.SummaryOf(typeof(Result<Piece>)).ShouldBe("What came of a concert.");
    }

    [Fact]
    public void Parameters_of_a_record_describe_its_properties() =>
        _documentation.SummaryOf(typeof(Piece).GetProperty(nameof(Piece.Opus))!).ShouldBe("Its number.");

    [Fact]
    public void Parameters_of_a_method_are_described() =>
        _documentation.SummaryOf(typeof(PerformerQueries).GetMethod(nameof(PerformerQueries.GetPerformersAsync))!.GetParameters()[0]).ShouldBe("Which ones.");

    [Fact]
    public void A_member_without_a_summary_has_that_of_the_one_it_implements() =>
        _documentation.SummaryOf(typeof(Piece).GetProperty(nameof(Piece.Written))!).ShouldBe("The day it was made.");

    [Fact]
    public void Inheritdoc_is_followed_to_the_base()
    {
        _documentation.SummaryOf(typeof(Heir)).ShouldBe("One who leaves.");
        _documentation.SummaryOf(typeof(Heir).GetProperty(nameof(Heir.Wealth))!).ShouldBe("How much there is.");
    }

    [Fact]
    public void A_type_without_a_summary_does_not_take_the_one_of_its_base() => _documentation.SummaryOf(typeof(Flowers)).ShouldBeNull();

    [Fact]
    public void An_assembly_without_documentation_has_no_summaries() => _documentation.SummaryOf(typeof(Assembly)).ShouldBeNull();

    [Theory]
    [InlineData(nameof(Odd.None), "M:KnowledgeApi.GraphQL.Tests.Building.XmlDocumentationTests.Odd.None")]
    [InlineData(nameof(Odd.Arrays), "M:KnowledgeApi.GraphQL.Tests.Building.XmlDocumentationTests.Odd.Arrays(System.Int32[],System.String[][],System.Int32[0:,0:])")]
    [InlineData(nameof(Odd.Generics), "M:KnowledgeApi.GraphQL.Tests.Building.XmlDocumentationTests.Odd.Generics(System.Collections.Generic.Dictionary{System.String,System.Collections.Generic.List{System.Int32}},System.Nullable{System.Int32})")]
    [InlineData(nameof(Odd.Open), "M:KnowledgeApi.GraphQL.Tests.Building.XmlDocumentationTests.Odd.Open``1(``0,System.Int32@)")]
    [InlineData(nameof(Odd.Inner), "M:KnowledgeApi.GraphQL.Tests.Building.XmlDocumentationTests.Odd.Inner(KnowledgeApi.GraphQL.Tests.Building.XmlDocumentationTests.Outer{System.Int32}.Nested{System.String})")]
    public void Methods_have_the_names_the_compiler_gives_them(string method, string id) =>
        XmlDocumentation.IdOf(typeof(Odd).GetMethod(method)!).ShouldBe(id);

    [Fact]
    public void The_engine_is_documented() => _documentation.SummaryOf(typeof(ErrorCodes).GetField(nameof(ErrorCodes.SyntaxError))!).ShouldNotBeNull();

    public static class Odd
    {
        public static void None()
        {
        }

        public static void Arrays(int[] a, string[][] b, int[,] c)
        {
        }

        public static void Generics(Dictionary<string, List<int>> a, int? b)
        {
        }

        public static void Open<T>(T a, ref int b)
        {
        }

        public static void Inner(Outer<int>.Nested<string> a)
        {
        }
    }

    public static class Outer<T>
    {
        public sealed class Nested<TOther>
        {
            public T? A { get; init; }

            public TOther? B { get; init; }
        }
    }

    /// <summary>One who leaves.</summary>
    public abstract class Ancestor
    {
        /// <summary>How much there is.</summary>
        public abstract int Wealth { get; }
    }

    /// <inheritdoc/>
    public sealed class Heir : Ancestor
    {
        /// <inheritdoc/>
        public override int Wealth => 1;
    }
}
