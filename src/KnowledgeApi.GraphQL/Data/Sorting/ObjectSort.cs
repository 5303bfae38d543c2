using System.Collections;
using System.Linq.Expressions;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Data.Sorting;

/// <summary>The direction of an order.</summary>
[GraphQLName("SortEnumType")]
internal enum SortDirection
{
    /// <summary>The smallest, earliest or first in the dictionary comes first.</summary>
    Asc,

    /// <summary>The greatest, latest or last in the dictionary comes first.</summary>
    Desc,
}

/// <summary>What objects of one type are ordered by; its members may lead back to it.</summary>
internal sealed class ObjectSort(IReadOnlyList<SortKey> tieBreakers)
{
    /// <summary>The most keys of an order, and the most related objects it leads to, each of which is one more table in the statement.</summary>
    private const int MaxKeys = 16;

    private readonly Dictionary<string, IReadOnlyList<SortKey>> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortStep> _steps = new(StringComparer.Ordinal);

    public void Add(string name, IReadOnlyList<SortKey> keys) => _keys.Add(name, keys);

    public void Add(string name, SortStep step) => _steps.Add(name, step);

    /// <summary>The keys an <c>order</c> argument asks for, and the last ones, which make the order total.</summary>
    /// <param name="order">The argument.</param>
    /// <param name="rowType">The type of the ordered objects, perhaps a more special one than this is for.</param>
    /// <exception cref="FieldErrorException">The order is too large.</exception>
    public IReadOnlyList<SortKey> Parse(object? order, Type rowType)
    {
        var keys = new List<SortKey>();
        foreach (var each in order is IEnumerable list ? list.Cast<InputObject>() : [])
        {
            Add(each, this, rowType, keys, "", "", row => row, nullable: false);
            if (keys.Count > MaxKeys || keys.Sum(key => key.Via.Count(c => c == '.')) > MaxKeys)
                throw new FieldErrorException($"An order may have at most {MaxKeys} keys and lead to at most {MaxKeys} related objects.", ErrorCodes.FilterLimit);
        }

        // A repeated key orders nothing more.
        return [.. keys.Concat(tieBreakers).DistinctBy(key => key.Path)];
    }

    /// <summary>A text that is equal for equal orders and no others.</summary>
    public static string ShapeOf(IReadOnlyList<SortKey> order) => string.Join(' ', order.Select(key => key.Path + (key.Descending ? "-" : "+")));

    private static void Add(InputObject order, ObjectSort sort, Type type, List<SortKey> keys, string path, string via, Func<Expression, Expression> access, bool nullable)
    {
        foreach (var (name, value) in order)
        {
            if (value is SortDirection direction)
            {
                keys.AddRange(sort._keys[name].Select(key => key with
                {
                    Path = path + key.Path,
                    Via = via,
                    Access = row => key.Access(access(row)),
                    Nullable = nullable || key.Nullable,
                    Descending = direction == SortDirection.Desc,
                }));
            }
            else if (value is InputObject nested)
            {
                var step = sort._steps[name];
                // Objects of one kind are never of another: what that has is missing of all of them, and orders nothing.
                if (step.IsKind && !type.IsAssignableFrom(step.Type) && !step.Type.IsAssignableFrom(type))
                    continue;
                Add(nested, step.Sort, step.Type, keys, $"{path}{step.Name}.", step.IsKind ? via : $"{via}{step.Name}.", row => step.Access(access(row)), nullable || step.Nullable);
            }
        }
    }
}

/// <summary>A step to the one related object that an order goes on with, or to the object itself as one of a more special type.</summary>
/// <param name="Name">What tells it from other steps.</param>
/// <param name="Access">The object it leads to.</param>
/// <param name="Sort">What that is ordered by.</param>
/// <param name="Nullable">True if it may be missing.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsKind">True for the object itself.</param>
internal sealed record SortStep(string Name, Func<Expression, Expression> Access, ObjectSort Sort, bool Nullable, Type Type, bool IsKind);
