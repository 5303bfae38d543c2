using System.Reflection;
using System.Runtime.CompilerServices;
using KnowledgeApi.GraphQL.Data.Filtering;
using KnowledgeApi.GraphQL.Data.Rows;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Fields;

/// <summary>Objects by global id: one statement for each kind of object that the ids name.</summary>
public sealed class NodeLoader
{
    private readonly DataOptions _options;
    private readonly Dictionary<string, Source> _sources = new(StringComparer.Ordinal);
    private readonly ConditionalWeakTable<FieldPlan, BoundedCache<Source, RowQuery>> _queries = [];

    /// <summary>Knows every entity that the options identify.</summary>
    public NodeLoader(DataOptions options)
    {
        _options = options;
        using var db = options.CreateContext();
        foreach (var entity in db.GetService<IDesignTimeModel>().Model.GetEntityTypes())
        {
            // The most general type that has an id: its kinds are found together.
            if (!entity.IsAbstract() && entity.GetAllBaseTypesInclusive().FirstOrDefault(type => options.IdOf(type.ClrType) is not null) is { } root)
                _sources[entity.ClrType.Name] = new Source(root, options.IdOf(root.ClrType)!);
        }
    }

    /// <summary>The object of each id, or null if there is none, in the order of the ids.</summary>
    /// <exception cref="FieldErrorException">An id is not a global id.</exception>
    public async ValueTask<IReadOnlyList<object?>> LoadAsync(IReadOnlyList<string> ids, BatchContext context)
    {
        if (ids.Count > _options.MaxPageSize)
            throw new FieldErrorException($"At most {_options.MaxPageSize} ids can be asked for at once, but these are {ids.Count}.", ErrorCodes.PageTooLarge);
        return await FindAsync(ids, context);
    }

    /// <summary>The same for any number of ids.</summary>
    internal async ValueTask<IReadOnlyList<object?>> FindAsync(IReadOnlyList<string> ids, BatchContext context)
    {
        var wanted = ids.Select(IdConditions.Decode).ToArray();
        var found = new Dictionary<(string Kind, string Key), object>();
        foreach (var group in wanted.Where(id => _sources.ContainsKey(id.Kind)).GroupBy(id => _sources[id.Kind]))
        {
            var slots = new SlotList();
            slots.AddList(typeof(string), group.Select(id => id.Key).Distinct().ToArray());
            var query = QueryOf(context.Field, group.Key, slots);
            await _options.Pool.RunAsync(
                query.Statement,
                slots,
                row =>
                {
                    var value = query.Rows.Read(row);
                    found[(value.GetType().Name, (string)query.Key(row)!)] = value;
                },
                context.Cancellation);
        }

        return Array.ConvertAll(wanted, id => found.GetValueOrDefault(id));
    }

    private RowQuery QueryOf(FieldPlan field, Source source, SlotList slots)
    {
        var known = _queries.GetValue(field, _ => new BoundedCache<Source, RowQuery>(_sources.Count));
        if (known.TryGet(source, out var query))
            return query;
        using var db = _options.CreateContext();
        return known.Add(source, RowQuery.ByColumn(db, source.Entity, source.Column, [field.Selection!], slots));
    }

    /// <summary>The objects that ids of a type are looked up among, and the column of the unique text.</summary>
    private sealed record Source(IReadOnlyEntityType Entity, PropertyInfo Column);
}
