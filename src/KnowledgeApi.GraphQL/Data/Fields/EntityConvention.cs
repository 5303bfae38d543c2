using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Data.Aggregates;
using KnowledgeApi.GraphQL.Data.Filtering;
using KnowledgeApi.GraphQL.Data.Lookups;
using KnowledgeApi.GraphQL.Data.Mapping;
using KnowledgeApi.GraphQL.Data.Paging;
using KnowledgeApi.GraphQL.Data.Rows;
using KnowledgeApi.GraphQL.Data.Sorting;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Fields;

/// <summary>
/// Makes fields of what EF Core knows: relations become single objects and connections, keys disappear, and a root method that
/// returns a queryable becomes a connection. A static property of an extension class that is an expression shows a part of a relation as a
/// connection of its own:
/// <code>
/// [ObjectType&lt;Artist&gt;]
/// public static class ArtistType
/// {
///     public static Expression&lt;Func&lt;Artist, IEnumerable&lt;Print&gt;&gt;&gt; Prints =&gt; artist =&gt; artist.Works.OfType&lt;Print&gt;();
/// }
/// </code>
/// It may use Where and OfType and, through links, Select: <c>entity =&gt; entity.Links.Where(link =&gt; link.Role == Role.About).Select(link =&gt; link.Claim).OfType&lt;Statement&gt;()</c>.
/// </summary>
public sealed class EntityConvention : IFieldConvention
{
    /// <summary>Shapes of filters that key queries are kept for.</summary>
    private const int MaxKeyQueries = 200;

    private readonly DataOptions _options;
    private readonly IModel _model;
    private readonly FilterTypes _filters;
    private readonly SortTypes _sorts;
    private readonly LookupTypes _lookups;
    private readonly AggregateTypes _aggregates;
    private readonly GroupTypes _groups;
    private readonly BoundedCache<string, Statement> _keys = new(MaxKeyQueries);
    private readonly ConcurrentDictionary<Type, (Lookup Lookup, BoundedCache<string, PageQuery> Queries)> _findable = [];

    /// <summary>Reads the model of the options' context.</summary>
    public EntityConvention(DataOptions options)
    {
        _options = options;
        using var db = options.CreateContext();
        _model = db.GetService<IDesignTimeModel>().Model;
        var members = new StoredMembers(options);
        _filters = new FilterTypes(options, members);
        _sorts = new SortTypes(options, members);
        _lookups = new LookupTypes(options, members, _filters);
        _aggregates = new AggregateTypes(options, members);
        _groups = new GroupTypes(options, members, new GroupNodeResolver(new NodeLoader(options)));
    }

    /// <inheritdoc/>
    bool IFieldConvention.TryDescribe(FieldContext context, out FieldDefinition? draft)
    {
        draft = null;
        return context.Member switch
        {
            MethodInfo method when context.Root is not null && QueriedType(method) is { } type => TryDescribeRoot(context, method, type, out draft),
            PropertyInfo property when context.Owner is { } owner && _model.FindEntityType(owner) is { } entity => RelationView.TargetOf(property, owner) is { } target
                ? TryDescribeView(context, entity, property, target, out draft)
                : TryDescribe(context, entity, property, out draft),
            _ => false,
        };
    }

    /// <inheritdoc/>
    FieldDefinition IFieldConvention.Complete(FieldContext context, FieldDefinition draft)
    {
        if (Annotations.Reference.TargetOf(ReferredType(context.ResultType)) is not { } target)
            return draft;
        if (_model.FindEntityType(target) is { } entity)
            return new FieldDefinition { Type = draft.Type, Arguments = draft.Arguments, Resolver = new KeyResolver(_options, entity, draft.Resolver!) };
        context.Types.Fault(context.Member, $"refers to {target.Name}, which is no entity of the database context.");
        return draft;
    }

    private static Type ReferredType(Type result) => ClrTypes.ElementTypeOf(result) is { } element ? ReferredType(element) : result;

    /// <summary>
    /// The keys of the objects that meet filters, as parts of a statement of one's own. The filters are values of the filter inputs of the
    /// entities, which are complete once the schema is built.
    /// </summary>
    /// <exception cref="FieldErrorException">A filter cannot be applied, or all together are too large.</exception>
    public IReadOnlyList<KeyQuery> KeysOf(params IReadOnlyList<(Type Entity, InputObject Where)> filters)
    {
        // The parts of one statement share slots and limits.
        var slots = new SlotList();
        var parser = new FilterParser();
        return [.. filters.Select(filter => KeysOf(_model.FindEntityType(filter.Entity)!, filter.Where, parser, slots))];
    }

    /// <summary>
    /// The object that a value of a look-up input names, with its key and the texts it can be looked up by, or null if there is none. The input is that of a root field
    /// which looks up objects of the type (<see cref="UseLookupAttribute"/>).
    /// </summary>
    /// <exception cref="FieldErrorException">Several objects are known by it.</exception>
    public async ValueTask<T?> FindAsync<T>(InputObject by, CancellationToken cancellation)
        where T : class
    {
        var (lookup, queries) = _findable[typeof(T)];
        var key = _model.FindEntityType(typeof(T))!.FindPrimaryKey()!.Properties[0].PropertyInfo!;
        return (T?)await lookup.FindAsync(by, [], [key], queries, cancellation);
    }

    private KeyQuery KeysOf(IEntityType entity, InputObject where, FilterParser parser, SlotList slots)
    {
        var filter = parser.Parse(where, _filters.FilterOf(entity));
        var first = slots.Count;
        var condition = filter.AddTo(slots)!;
        var shape = $"{entity.Name} {first} {filter.Shape}";
        if (!_keys.TryGet(shape, out var statement))
        {
            using var db = _options.CreateContext();
            var row = Expression.Parameter(entity.ClrType, "e");
            var query = QueryExpressions.Where(QueryExpressions.Root(db, entity), Expression.Lambda(condition(row), row));
            var columns = new ColumnList();
            var key = entity.FindPrimaryKey()!.Properties[0];
            columns.Add("", key, each => Expression.Property(each, key.PropertyInfo!));
            statement = _keys.Add(shape, Statement.Compile(QueryExpressions.Select(db, query, entity.ClrType, columns.Select), columns.Count));
        }

        return new KeyQuery(statement.Text, [.. statement.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, slots.ProviderValue(parameter)))]);
    }

    private static Type? QueriedType(MethodInfo method) =>
        method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(IQueryable<>) ? method.ReturnType.GetGenericArguments()[0] : null;

    private bool TryDescribeRoot(FieldContext context, MethodInfo method, Type type, out FieldDefinition? draft)
    {
        draft = null;
        if (_model.FindEntityType(type) is not { } entity || method.GetParameters() is not [{ ParameterType: var parameter }] || !typeof(DbContext).IsAssignableFrom(parameter))
        {
            context.Types.Fault(method, "returns a queryable, so it must take the database context and nothing else, and query an entity of it.");
            return true;
        }

        var source = new RootSource(entity, db => (IQueryable)method.Invoke(null, [db])!);
        draft = context.GetAttribute<UseLookupAttribute>() is { } lookup ? LookupField(context, source, lookup) : Many(context, source);
        return true;
    }

    private FieldDefinition LookupField(FieldContext context, RootSource source, UseLookupAttribute lookup)
    {
        var (input, keys, candidates) = _lookups.Lookup(source.Entity, lookup.Members, context.Types);
        var finder = new Lookup(_options, source, keys, candidates, _sorts.SortOf(source.Entity, context.Types));
        _findable[source.Entity.ClrType] = (finder, finder.CreateCache());
        return new FieldDefinition
        {
            Type = context.Types.OutputTypeOf(source.Entity.ClrType).Nullable,
            Arguments = [new InputValue { Name = "by", Type = new NonNullType(input), Description = "The object, by one of its fields." }],
            Resolver = new LookupResolver(finder),
        };
    }

    private bool TryDescribeView(FieldContext context, IEntityType entity, PropertyInfo property, Type target, out FieldDefinition? draft)
    {
        draft = null;
        try
        {
            var relation = RelationView.Read(_model, entity, (LambdaExpression)property.GetValue(null)!);
            if (relation.Target.ClrType == target)
                draft = Many(context, new RelationSource(relation));
            else
                context.Types.Fault(property, $"shows {relation.Target.ClrType.Name} objects: declare it as that.");
        }
        catch (FormatException unfit)
        {
            context.Types.Fault(property, unfit.Message);
        }

        return true;
    }

    private bool TryDescribe(FieldContext context, IReadOnlyEntityType entity, PropertyInfo property, out FieldDefinition? draft)
    {
        draft = null;
        if (_options.IsHidden(property) || StoredMembers.IsKey(entity, property))
            return true;
        if (StoredMembers.RelationOf(entity, property) is { } navigation)
        {
            draft = navigation.IsCollection
                ? Many(context, new RelationSource(Relation.Of(navigation)), isFiltered: !_options.IsUnfiltered(property))
                : Reference(context, (IReadOnlyNavigation)navigation);
            return true;
        }

        if (entity.FindProperty(property.Name) is null && entity.FindComplexProperty(property.Name) is null)
        {
            context.Types.Fault(property, "is not stored, so no query can fill it. Leave it out, or write a method with [Parent(...)] that names what it needs.");
            return true;
        }

        // A stored value is read off the object, as the builder does it.
        return false;
    }

    private FieldDefinition Reference(FieldContext context, IReadOnlyNavigation navigation)
    {
        var type = context.Types.OutputTypeOf(navigation.TargetEntityType.ClrType).Nullable;
        return new FieldDefinition
        {
            Type = StoredMembers.IsOptional(navigation) ? type : new NonNullType(type),
            Resolver = new ReferenceResolver(_options, navigation),
        };
    }

    /// <summary>The many of a source: a connection, or a plain list of parts.</summary>
    private FieldDefinition Many(FieldContext context, RowSource source, bool isFiltered = true)
    {
        var (entity, types) = (source.Entity, context.Types);
        var node = types.OutputTypeOf(entity.ClrType).Named;
        var filter = _filters.FilterOf(entity, types);
        var scope = ScopeArgument.Of(_options.ScopeOf(entity.ClrType), filter, types);
        return _options.IsPart(entity.ClrType) ? new FieldDefinition
        {
            Type = new NonNullType(new ListType(new NonNullType(node))),
            Arguments = [.. ListResolver.Arguments(isFiltered ? _filters.Input(entity, types) : null), .. scope is null ? [] : new[] { scope.Argument }],
            Resolver = new ListResolver(_options, source, filter, _sorts.OwnOrderOf(entity), scope),
        }
        : new FieldDefinition
        {
            Type = new NonNullType(ConnectionTypes.Of(node, _options, scope?.UndecidedField, types, () => SummaryFields(entity, types))),
            Arguments =
            [
                .. ConnectionTypes.Arguments(_filters.Input(entity, types), _sorts.Input(entity, types)),
                .. scope is null ? [] : new[] { scope.Argument },
            ],
            Resolver = new ConnectionResolver(_options, source, filter, _sorts.SortOf(entity, types), scope),
        };
    }

    /// <summary>The fields of a connection that sum up its rows.</summary>
    private IReadOnlyList<Field> SummaryFields(IReadOnlyEntityType entity, TypeRegistry types)
    {
        var summed = _aggregates.MembersOf(entity, types);
        var aggregate = _aggregates.AggregateOf(entity, _groups.KeysField(types), types);
        return
        [
            .. aggregate is null ? (Field[])[] :
            [
                new Field
                {
                    Name = AggregateFields.Aggregate,
                    Description = "The objects on all pages, summed up.",
                    Type = new NonNullType(aggregate),
                    Resolver = new AggregateResolver(_options, summed),
                },
            ],
            .. _groups.FieldsOf(entity, aggregate, new GroupResolver(_options, entity, summed), new GroupCountResolver(_options, entity), types),
        ];
    }
}

/// <summary>The keys of the objects that meet a filter.</summary>
public sealed class KeyQuery
{
    internal KeyQuery(string sql, IReadOnlyList<KeyValuePair<string, object>> parameters) => (Sql, Parameters) = (sql, parameters);

    /// <summary>A statement whose rows are keys.</summary>
    public string Sql { get; }

    /// <summary>The values of its parameters by their names.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Parameters { get; }
}
