using System.Text;
using FsCheck;
using FsCheck.Fluent;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Validation;

namespace KnowledgeApi.GraphQL.Tests.Validation;

/// <summary>The decision over whole sets and the explanation pair by pair go different ways to the same answer.</summary>
public sealed class FieldMergingPropertyTests
{
    private const int Documents = 1_000;

    [Fact]
    public void There_is_a_conflict_if_and_only_if_one_can_be_explained() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var text = new RandomDocument(new Random(seed)).Write();
                    var limits = new ValidationLimits { MaxMergeComparisons = int.MaxValue };
                    var context = new ValidationContext(Harbour.Schema, Parser.ParseDocument(text), limits);
                    return (Decide(context) == Explain(context)).Label(text);
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Documents));

    private static bool Decide(ValidationContext context) => new FieldMerging(context, new SelectedFieldsCollector(context)).FindsConflict();

    private static bool Explain(ValidationContext context)
    {
        var explainer = new Explainer(context);
        new DocumentWalker(context.Schema, context.Types, [explainer]).Visit(context.Document);
        return explainer.Found;
    }

    private sealed class Explainer(ValidationContext context) : IEnter<SelectionSetNode>
    {
        private readonly FieldConflicts _conflicts = new(context, new SelectedFieldsCollector(context));

        public bool Found { get; private set; }

        public void Enter(SelectionSetNode node) => _conflicts.Find(node, context.Types.ParentType, _ => Found = true);
    }

    /// <summary>Few fields under few aliases, in inline and named fragments that may spread each other.</summary>
    private sealed class RandomDocument(Random random)
    {
        private static readonly string[] Types = ["Ship", "Buoy", "Floating", "Named", "Mooring", "Sailor"];
        private static readonly string[] Leaves = ["name", "kind", "call", "call(times: 2)", "length", "age"];
        private static readonly string[] Composites = ["position", "near", "near(first: 1)", "sister", "captain"];

        private readonly StringBuilder _text = new();
        private int _left = random.Next(5, 40);

        public string Write()
        {
            _text.Append("{ floating ");
            WriteSet(3);
            _text.Append('}');
            for (var i = 0; i < 3; i++)
            {
                Write($" fragment F{i} on {Pick(Types)} ");
                WriteSet(2);
            }

            return _text.ToString();
        }

        private void WriteSet(int depth)
        {
            _text.Append("{ ");
            for (var count = random.Next(1, 4); count > 0; count--)
            {
                _left--;
                if (depth == 0 || _left < 0 || random.Next(3) == 0)
                    Write($"{Alias()}{Pick(Leaves)} ");
                else if (random.Next(4) == 0)
                    Write($"...F{random.Next(3)} ");
                else
                    WriteSet(random.Next(2) == 0 ? $"... on {Pick(Types)} " : $"{Alias()}{Pick(Composites)} ", depth - 1);
            }

            _text.Append("} ");
        }

        private void WriteSet(string start, int depth)
        {
            Write(start);
            WriteSet(depth);
        }

        private void Write(string text) => _text.Append(text);

        private string Alias() => random.Next(3) == 0 ? $"{(char)('x' + random.Next(2))}: " : "";

        private string Pick(string[] from) => from[random.Next(from.Length)];
    }
}
