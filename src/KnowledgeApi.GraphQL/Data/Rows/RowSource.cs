using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Rows;

/// <summary>Where the rows of a list come from: a query of the root, or the many of each parent.</summary>
internal abstract record RowSource(IReadOnlyEntityType Entity);

/// <summary>A query made with a context.</summary>
internal sealed record RootSource(IReadOnlyEntityType Entity, Func<DbContext, IQueryable> Query) : RowSource(Entity);

/// <summary>The many of each parent.</summary>
internal sealed record RelationSource(Relation Relation) : RowSource(Relation.Target);

/// <summary>A parent's key and one of its many, as a query pairs them.</summary>
internal sealed class Linked<TKey, TLink>
{
    public required TKey Parent { get; init; }

    public required TLink Link { get; init; }
}

/// <summary>The one parent of a list at the root.</summary>
internal readonly record struct RootKey;
