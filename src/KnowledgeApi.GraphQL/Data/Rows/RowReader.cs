using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Rows;

/// <summary>
/// What is read of an entity: the columns of the members that a selection requires, and how an object with just these members
/// is made of a row. A hierarchy in one table is read by its discriminator.
/// </summary>
internal sealed class RowReader
{
    private readonly Dictionary<string, Func<DbDataReader, object>> _makers = new(StringComparer.Ordinal);
    private readonly Func<DbDataReader, object>? _only;
    private readonly int _discriminator = -1;

    /// <summary>Adds the columns it needs to <paramref name="columns"/>.</summary>
    /// <param name="entity">The entity that rows are of; rows may be of types derived from it.</param>
    /// <param name="selections">The selections made on the entity; it may stand at several places of a field.</param>
    /// <param name="columns">The columns of the statement so far.</param>
    /// <param name="access">The entity of a row expression.</param>
    /// <param name="also">Members that are read whatever is selected.</param>
    public RowReader(
        IReadOnlyEntityType entity,
        IReadOnlyList<SelectionPlan> selections,
        ColumnList columns,
        Func<Expression, Expression> access,
        IReadOnlyList<MemberInfo>? also = null)
    {
        var concrete = entity.GetDerivedTypesInclusive().Where(t => !t.IsAbstract()).ToList();
        if (concrete.Count > 1)
        {
            var property = entity.FindDiscriminatorProperty()
                ?? throw new InvalidOperationException($"{entity.DisplayName()} has several types but no discriminator.");
            _discriminator = columns.Add("", property, row => EfProperty(access(row), property));
        }

        foreach (var type in concrete)
        {
            var reader = Expression.Parameter(typeof(DbDataReader), "reader");
            var bindings = Required(type, selections)
                .Concat(also ?? [])
                .DistinctBy(member => member.Name)
                .Select(member => Bind(type, member, columns, access, reader))
                .ToList();
            var maker = Expression.Lambda<Func<DbDataReader, object>>(
                Expression.Convert(Expression.MemberInit(Expression.New(type.ClrType), bindings), typeof(object)), reader).Compile();
            if (concrete.Count == 1)
                _only = maker;
            else
                _makers[(string)type.GetDiscriminatorValue()!] = maker;
        }
    }

    /// <summary>The object of the reader's current row.</summary>
    public object Read(DbDataReader reader) => (_only ?? _makers[reader.GetString(_discriminator)])(reader);

    /// <summary>The members of an entity type that the fields selected of it require.</summary>
    private static IEnumerable<MemberInfo> Required(IReadOnlyEntityType type, IReadOnlyList<SelectionPlan> selections) =>
        selections
            .SelectMany(selection => selection.Fields)
            .Where(fields => fields.Key.ClrType is { } clr && clr.IsAssignableFrom(type.ClrType))
            .SelectMany(fields => fields.Value)
            .SelectMany(field => field.Field.Resolver?.Requires ?? [])
            .Where(member => member.DeclaringType!.IsAssignableFrom(type.ClrType));

    private static MemberAssignment Bind(
        IReadOnlyTypeBase type, MemberInfo member, ColumnList columns, Func<Expression, Expression> access, ParameterExpression reader)
    {
        if (type.FindProperty(member.Name) is { PropertyInfo: { } property } scalar)
        {
            var ordinal = columns.Add("", scalar, row => Expression.Property(As(access(row), property.DeclaringType!), property));
            return Expression.Bind(property, ColumnReader.Read(reader, ordinal, scalar));
        }

        if (type.FindComplexProperty(member.Name) is { PropertyInfo: { } whole } complex)
        {
            var value = ReadComplex(complex, columns, row => Expression.Property(As(access(row), whole.DeclaringType!), whole), reader);
            return Expression.Bind(whole, value);
        }

        throw new InvalidOperationException($"{member.DeclaringType!.Name}.{member.Name} is not stored, so no field can require it.");
    }

    private static Expression ReadComplex(
        IReadOnlyComplexProperty complex, ColumnList columns, Func<Expression, Expression> access, ParameterExpression reader)
    {
        var type = complex.ComplexType;
        var members = type.GetProperties().Select(p => p.PropertyInfo!).Concat(type.GetComplexProperties().Select(p => p.PropertyInfo!)).ToList();
        var bindings = members.Select(m => Bind(type, m, columns, access, reader)).ToList();
        Expression made = Expression.MemberInit(Expression.New(type.ClrType), bindings);
        if (!complex.IsNullable)
            return made;
        // A value that must be there tells whether the whole is.
        var sentinel = type.GetProperties().First(p => !p.IsNullable);
        var ordinal = columns.Add("", sentinel, row => Expression.Property(access(row), sentinel.PropertyInfo!));
        return Expression.Condition(ColumnReader.IsNull(reader, ordinal), Expression.Constant(null, complex.ClrType), made, complex.ClrType);
    }

    private static Expression As(Expression entity, Type type) => type.IsAssignableFrom(entity.Type) ? entity : Expression.Convert(entity, type);

    private static MethodCallExpression EfProperty(Expression entity, IReadOnlyProperty property) =>
        Expression.Call(typeof(EF), nameof(EF.Property), [property.ClrType], entity, Expression.Constant(property.Name));
}
