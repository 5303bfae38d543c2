using System.Linq.Expressions;
using System.Reflection;
using KnowledgeApi.GraphQL.Data.Filtering;
using KnowledgeApi.GraphQL.Data.Mapping;
using KnowledgeApi.GraphQL.Data.Paging;
using KnowledgeApi.GraphQL.Data.Rows;
using KnowledgeApi.GraphQL.Data.Sorting;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Lookups;

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

/// <summary>Finds the one object that a value of a look-up input names. Of several none is chosen: the error lists them as candidates.</summary>
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
        var own = Read(key.Own, value!);
        var related = Read(key.Related?.Condition, value!);
        var slots = new SlotList();
        var limit = slots.Add(typeof(int), LookupCandidates.Most + 1);
        var (isOwn, isRelated) = (own?.AddTo(slots), related?.AddTo(slots));
        var shape = $"{name} {own?.Shape}/{related?.Shape}";
        if (!queries.TryGet(shape, out var query))
        {
            using var db = options.CreateContext();
            var found = isRelated is null ? source : source with { Query = each => key.Related!.Find(each, source, isOwn, isRelated) };
            var inputs = new PageInputs(isRelated is null ? isOwn : null, sort.Parse(null, source.Entity.ClrType), null, null, -1, OneParent: false, limit);
            query = queries.Add(shape, PageQuery.Compile(db, found, inputs, selections, withCursors: false, slots, [.. candidates.Members, .. also]));
        }

        var objects = new List<object>();
        await options.Pool.RunAsync(query.Statement, slots, row => objects.Add(query.Rows.Read(row)), cancellation);
        return objects.Count > 1 ? throw candidates.Ambiguous(name, objects) : objects.SingleOrDefault();
    }

    private static ParsedFilter? Read(Func<object, FilterValues, FilterNode>? condition, object value)
    {
        var values = new FilterValues();
        return condition is null ? null : new ParsedFilter(condition(value, values), values);
    }
}

/// <summary>One way to name an object in a <c>by</c> argument.</summary>
/// <param name="Name">The field of the argument.</param>
/// <param name="Own">The condition that an object itself has what is given; null if only related objects can have it.</param>
/// <param name="Related">The condition that a related object has it; null if only the object itself can.</param>
internal sealed record LookupKey(string Name, Func<object, FilterValues, FilterNode>? Own, LookupRelation? Related);

/// <summary>Related objects that others are known by: their identifiers or their other names.</summary>
/// <param name="Relation">Leads from the objects to those they are known by.</param>
/// <param name="Condition">The condition that such an object has what is given.</param>
internal sealed record LookupRelation(Relation Relation, Func<object, FilterValues, FilterNode> Condition)
{
    /// <summary>
    /// The objects of a source that have what is given, or to which related objects that have it belong. Their keys are found
    /// first, by an index of either; a condition on each object, that one of its related objects exists, would be tried on every object.
    /// </summary>
    public IQueryable Find(DbContext db, RootSource source, Func<Expression, Expression>? own, Func<Expression, Expression> related)
    {
        var key = Relation.ParentKey;
        var keys = KeysWhere(db, Relation.Link, related, Relation.ForeignKey);
        if (own is not null)
            keys = Expression.Call(typeof(Queryable), nameof(Queryable.Concat), [key.PropertyType], KeysWhere(db, source.Entity, own, key), keys);
        var row = Expression.Parameter(source.Entity.ClrType, "r");
        var isFound = Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [key.PropertyType], keys, Expression.Property(row, key));
        return QueryExpressions.Create(db, QueryExpressions.Where(source.Query(db).Expression, Expression.Lambda(isFound, row)));
    }

    private MethodCallExpression KeysWhere(DbContext db, IReadOnlyEntityType entity, Func<Expression, Expression> condition, PropertyInfo property)
    {
        var row = Expression.Parameter(entity.ClrType, "k");
        var rows = QueryExpressions.Where(QueryExpressions.Root(db, entity), Expression.Lambda(condition(row), row));
        Expression value = Expression.Property(row, property);
        if (value.Type != Relation.ParentKey.PropertyType)
            value = Expression.Convert(value, Relation.ParentKey.PropertyType);
        return Expression.Call(typeof(Queryable), nameof(Queryable.Select), [row.Type, value.Type], rows, Expression.Quote(Expression.Lambda(value, row)));
    }
}

/// <summary>What the objects are told apart by when several are found.</summary>
/// <param name="Type">The GraphQL type that was looked for.</param>
/// <param name="Id">The unique text in global ids, if there are ids.</param>
/// <param name="Texts">The texts an object can be looked up by.</param>
/// <param name="NameOf">The GraphQL name of a C# type.</param>
internal sealed record LookupCandidates(string Type, PropertyInfo? Id, IReadOnlyList<(string Name, PropertyInfo Property)> Texts, Func<Type, string> NameOf)
{
    /// <summary>The most candidates that are listed.</summary>
    public const int Most = 10;

    /// <summary>The candidates named in the message.</summary>
    private const int MostNamed = 3;

    /// <summary>What must be read of an object to list it.</summary>
    public IReadOnlyList<MemberInfo> Members { get; } = [.. Texts.Select(each => each.Property).Concat(Id is null ? [] : [Id])];

    /// <summary>The error of a look-up that found several objects, with all of them in <c>extensions.candidates</c>.</summary>
    /// <param name="by">What they were looked up by.</param>
    /// <param name="objects">The objects; one more than <see cref="Most"/> if there may be others.</param>
    public FieldErrorException Ambiguous(string by, IReadOnlyList<object> objects)
    {
        var listed = objects.Take(Most).Select(Describe).ToList();
        var named = string.Join(", ", objects.Take(MostNamed).Select(Label));
        var others = objects.Count > Most ? " and others" : objects.Count > MostNamed ? $" and {objects.Count - MostNamed} more" : "";
        return new FieldErrorException(
            $"More than one {Type} is known by this {by}: {named}{others}. Ask for one of them by another of its fields, as \"extensions.candidates\" has them.",
            ErrorCodes.LookupAmbiguous,
            new Dictionary<string, object?> { ["candidates"] = listed });
    }

    private Dictionary<string, object?> Describe(object found)
    {
        var described = new Dictionary<string, object?> { ["__typename"] = NameOf(found.GetType()) };
        if (Id is not null)
            described["id"] = GlobalId.Encode(found.GetType().Name, (string)Id.GetValue(found)!);
        foreach (var (name, property) in Texts)
            described[name] = property.GetValue(found);
        return described;
    }

    private string Label(object found)
    {
        var texts = Texts.Select(each => each.Property.GetValue(found)).OfType<string>().ToList();
        return texts switch
        {
            [] => NameOf(found.GetType()),
            [var one] => $"\"{one}\"",
            [var first, .. var rest] => $"\"{first}\" ({string.Join(", ", rest)})",
        };
    }
}
