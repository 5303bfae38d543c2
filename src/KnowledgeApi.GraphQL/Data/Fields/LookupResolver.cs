using System.Text;
using KnowledgeApi.GraphQL.Data.Filtering;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Execution;

namespace KnowledgeApi.GraphQL.Data.Fields;

/// <summary>Makes a root method that returns a queryable find the one object named by its <c>by</c> argument.</summary>
/// <param name="members">
/// What objects are found by, beside their global id: names of stored members that are unique, or of lists whose elements are,
/// all their members taken together.
/// </param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseLookupAttribute(params string[] members) : Attribute
{
    public IReadOnlyList<string> Members { get; } = members;
}

/// <summary>The one object that a <c>by</c> argument names, or null.</summary>
internal sealed class LookupResolver(DataOptions options, RootSource source, IReadOnlyList<LookupKey> keys, Sorting.ObjectSort sort) : BatchResolver
{
    public override object? Prepare(FieldPlan field) => new BoundedCache<string, PageQuery>(keys.Count);

    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context)
    {
        var (name, value) = ((InputObject)context.Arguments["by"]!).Single();
        var slots = new SlotList();
        // Two rows tell an ambiguity from an answer.
        var limit = slots.Add(typeof(int), 2);
        var filter = keys.First(key => key.Name == name).Condition(value!, slots);
        var shape = new StringBuilder();
        filter.AppendShape(shape);
        var queries = (BoundedCache<string, PageQuery>)context.Prepared!;
        if (!queries.TryGet(shape.ToString(), out var query))
        {
            using var db = options.CreateContext();
            var inputs = new ConnectionInputs(filter, sort.Parse(null), null, null, -1, OneParent: false, limit);
            query = queries.Add(shape.ToString(), PageQuery.Compile(db, source, inputs, [context.Field.Selection!], withPlaces: false, slots));
        }

        var found = new List<object>();
        await options.Pool.RunAsync(query.Statement, slots, row => found.Add(query.Shape.Read(row)), context.Cancellation);
        return found.Count > 1
            ? throw new FieldErrorException($"More than one object has this {name}. Use the list instead, with a filter, to see them all.", ErrorCodes.LookupAmbiguous)
            : [found.SingleOrDefault()];
    }
}

/// <summary>One way to name an object in a <c>by</c> argument.</summary>
internal sealed record LookupKey(string Name, Func<object, SlotList, FilterNode> Condition);
