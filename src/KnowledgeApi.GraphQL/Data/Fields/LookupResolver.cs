using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using KnowledgeApi.GraphQL.Data.Filtering;
using KnowledgeApi.GraphQL.Data.Sorting;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Fields;

/// <summary>Makes a root method that returns a queryable find the one object named by its <c>by</c> argument.</summary>
/// <param name="members">
/// What objects are found by, beside their global id: names of stored members, or of lists whose elements are unique, all
/// their members taken together. Where several objects are found, the error tells them apart.
/// </param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseLookupAttribute(params string[] members) : Attribute
{
    public IReadOnlyList<string> Members { get; } = members;
}

/// <summary>The one object that a <c>by</c> argument names, or null.</summary>
internal sealed class LookupResolver(Lookup lookup) : BatchResolver
{
    public override object? Prepare(FieldPlan field) => lookup.CreateCache();

    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context) =>
    [
        await lookup.FindAsync(
            (InputObject)context.Arguments["by"]!, [context.Field.Selection!], [], (BoundedCache<string, PageQuery>)context.Prepared!, context.Cancellation),
    ];
}

/// <summary>Finds the one object that a value of a look-up input names. Of several none is chosen: they are told as candidates.</summary>
internal sealed class Lookup(DataOptions options, RootSource source, IReadOnlyList<LookupKey> keys, LookupCandidates candidates, ObjectSort sort)
{
    /// <summary>Keeps the statements of one selection.</summary>
    public BoundedCache<string, PageQuery> CreateCache() => new(keys.Count * 2);

    /// <summary>The object, or null if there is none.</summary>
    /// <param name="by">What it is known by.</param>
    /// <param name="selections">What is selected of it.</param>
    /// <param name="also">Members that are read whatever is selected.</param>
    /// <param name="queries">The statements so far, of this selection and these members.</param>
    /// <param name="cancellation">Stops the statement.</param>
    /// <exception cref="FieldErrorException">Several objects are known by it.</exception>
    public async ValueTask<object?> FindAsync(
        InputObject by, IReadOnlyList<SelectionPlan> selections, IReadOnlyList<MemberInfo> also, BoundedCache<string, PageQuery> queries, CancellationToken cancellation)
    {
        var (name, value) = by.Single();
        var key = keys.First(each => each.Name == name);
        var slots = new SlotList();
        var limit = slots.Add(typeof(int), LookupCandidates.Most + 1);
        var own = key.Own?.Invoke(value!, slots);
        var related = key.Related?.Condition(value!, slots);
        var shape = new StringBuilder($"{name} ");
        own?.AppendShape(shape);
        related?.AppendShape(shape.Append('/'));
        if (!queries.TryGet(shape.ToString(), out var query))
        {
            using var db = options.CreateContext();
            var found = related is null ? source : source with { Query = each => key.Related!.Find(each, source, own, related, slots) };
            var inputs = new ConnectionInputs(related is null ? own : null, sort.Parse(null), null, null, -1, OneParent: false, limit);
            query = queries.Add(shape.ToString(), PageQuery.Compile(db, found, inputs, selections, withPlaces: false, slots, [.. candidates.Members, .. also]));
        }

        var objects = new List<object>();
        await options.Pool.RunAsync(query.Statement, slots, row => objects.Add(query.Shape.Read(row)), cancellation);
        return objects.Count > 1 ? throw candidates.Ambiguous(name, objects) : objects.SingleOrDefault();
    }
}

/// <summary>One way to name an object in a <c>by</c> argument.</summary>
/// <param name="Name">The field of the argument.</param>
/// <param name="Own">The condition that an object itself has what is given; null if only related objects can have it.</param>
/// <param name="Related">The condition that a related object has it; null if only the object itself can.</param>
internal sealed record LookupKey(string Name, Func<object, SlotList, FilterNode>? Own, LookupRelation? Related);

/// <summary>Related objects that others are known by: their identifiers or their other names.</summary>
/// <param name="Relation">Leads from the objects to those they are known by.</param>
/// <param name="Condition">The condition that such an object has what is given.</param>
internal sealed record LookupRelation(Relation Relation, Func<object, SlotList, FilterNode> Condition)
{
    /// <summary>
    /// The objects of a source that have what is given, or to which related objects that have it belong. Their keys are found
    /// first, by an index of either; a condition on each object, that one of its related objects exists, would be tried on every object.
    /// </summary>
    public IQueryable Find(DbContext db, RootSource source, FilterNode? own, FilterNode related, SlotList slots)
    {
        var key = Relation.ParentKey;
        var keys = KeysWhere(db, Relation.Link, related, Relation.ForeignKey, slots);
        if (own is not null)
            keys = Expression.Call(typeof(Queryable), nameof(Queryable.Concat), [key.PropertyType], KeysWhere(db, source.Entity, own, key, slots), keys);
        var row = Expression.Parameter(source.Entity.ClrType, "r");
        var isFound = Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [key.PropertyType], keys, Expression.Property(row, key));
        return QueryExpressions.Create(db, QueryExpressions.Where(source.Query(db).Expression, Expression.Lambda(isFound, row)));
    }

    private MethodCallExpression KeysWhere(DbContext db, IReadOnlyEntityType entity, FilterNode condition, PropertyInfo property, SlotList slots)
    {
        var row = Expression.Parameter(entity.ClrType, "k");
        var rows = QueryExpressions.Where(QueryExpressions.Root(db, entity), Expression.Lambda(condition.Build(row, slots), row));
        Expression value = Expression.Property(row, property);
        if (value.Type != Relation.ParentKey.PropertyType)
            value = Expression.Convert(value, Relation.ParentKey.PropertyType);
        return Expression.Call(typeof(Queryable), nameof(Queryable.Select), [row.Type, value.Type], rows, Expression.Quote(Expression.Lambda(value, row)));
    }
}

/// <summary>What the objects are told apart by when several are found.</summary>
/// <param name="Type">The GraphQL type that was looked for.</param>
/// <param name="Id">The unique text in global ids, if there are ids.</param>
/// <param name="Told">The texts an object can be looked up by.</param>
/// <param name="NameOf">The GraphQL name of a C# type.</param>
internal sealed record LookupCandidates(string Type, PropertyInfo? Id, IReadOnlyList<(string Name, PropertyInfo Property)> Told, Func<Type, string> NameOf)
{
    /// <summary>The most candidates that are told.</summary>
    public const int Most = 10;

    /// <summary>The candidates named in the message.</summary>
    private const int MostNamed = 3;

    /// <summary>What must be read of an object to tell it.</summary>
    public IReadOnlyList<MemberInfo> Members { get; } = [.. Told.Select(each => each.Property).Concat(Id is null ? [] : [Id])];

    /// <summary>The error of a look-up that found several objects, with all of them in <c>extensions.candidates</c>.</summary>
    /// <param name="by">What they were looked up by.</param>
    /// <param name="objects">The objects; one more than <see cref="Most"/> if there may be others.</param>
    public FieldErrorException Ambiguous(string by, IReadOnlyList<object> objects)
    {
        var told = objects.Take(Most).Select(Tell).ToList();
        var named = string.Join(", ", objects.Take(MostNamed).Select(Label));
        var others = objects.Count > Most ? " and others" : objects.Count > MostNamed ? $" and {objects.Count - MostNamed} more" : "";
        return new FieldErrorException(
            $"More than one {Type} is known by this {by}: {named}{others}. Ask for one of them by another of its fields, as \"extensions.candidates\" has them.",
            ErrorCodes.LookupAmbiguous,
            new Dictionary<string, object?> { ["candidates"] = told });
    }

    private Dictionary<string, object?> Tell(object found)
    {
        var told = new Dictionary<string, object?> { ["__typename"] = NameOf(found.GetType()) };
        if (Id is not null)
            told["id"] = GlobalId.Encode(found.GetType().Name, (string)Id.GetValue(found)!);
        foreach (var (name, property) in Told)
            told[name] = property.GetValue(found);
        return told;
    }

    private string Label(object found)
    {
        var texts = Told.Select(each => each.Property.GetValue(found)).OfType<string>().ToList();
        return texts switch
        {
            [] => NameOf(found.GetType()),
            [var one] => $"\"{one}\"",
            [var first, .. var rest] => $"\"{first}\" ({string.Join(", ", rest)})",
        };
    }
}
