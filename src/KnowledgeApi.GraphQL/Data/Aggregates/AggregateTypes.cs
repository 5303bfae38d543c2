using System.Reflection;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Data.Mapping;
using KnowledgeApi.GraphQL.Types;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Aggregates;

/// <summary>The names of the fields that sum something up.</summary>
internal static class AggregateFields
{
    public const string Aggregate = "aggregate";
    public const string GroupBy = "groupBy";
    public const string Count = "count";
    public const string Missing = "missing";
    public const string Min = "min";
    public const string Max = "max";
    public const string Sum = "sum";
    public const string Average = "average";
}

/// <summary>
/// The types that objects are summed up in, derived from the model: every stored number and date that is a field, those of value
/// objects included, and value objects as wholes where the options say that they are intervals.
/// </summary>
internal sealed class AggregateTypes(DataOptions options, StoredMembers members)
{
    private readonly Dictionary<Type, ObjectAggregate> _shapes = [];

    /// <summary>What objects of a type are summed up by.</summary>
    public ObjectAggregate ShapeOf(IReadOnlyTypeBase type, TypeRegistry types)
    {
        if (_shapes.TryGetValue(type.ClrType, out var known))
            return known;
        var shape = _shapes[type.ClrType] = new ObjectAggregate();
        foreach (var property in members.Of(type, types))
        {
            if (MemberOf(type, property, types) is { } member)
                shape.Add(member);
        }

        if (type is not IReadOnlyEntityType)
        {
            if (options.IntervalOf(type.ClrType) is { } ends && EndOf(type, ends.Lower, types) is { } lower && EndOf(type, ends.Upper, types) is { } upper)
                shape.Interval = new AggregateInterval(lower, upper, Own(type, ends.LowerInclusive), Own(type, ends.UpperInclusive));
            if (options.UnitOf(type.ClrType) is { } within && shape.Members.OfType<ValueMember>().FirstOrDefault(HasUnit) is { } nested)
                types.Fault(nested.Property, $"has a unit, but is part of {types.NameOf(type.ClrType)}, which is summed up by {types.NameOf(within)}: only one of them can have a unit.");
            if (options.UnitOf(type.ClrType) is { } unit && type.FindProperty(unit.Name) is { PropertyInfo: { } property } stored)
                shape.Unit = new AggregateUnit(types.NameOf(property), property, stored);
        }

        return shape;
    }

    /// <summary>The type that all objects of an entity are summed up in.</summary>
    public ObjectType AggregateOf(IReadOnlyEntityType entity, TypeRegistry types)
    {
        var name = types.NameOf(entity.ClrType);
        return Fields.TypeOf(
            types,
            new ObjectType { Name = $"{name}Aggregate", Description = $"A set of `{name}` objects, summed up: how many there are and, field by field, the least, greatest, sum and average of the values they have." },
            made => made.Fields =
            [
                Fields.Of<AggregateView>(AggregateFields.Count, "How many objects there are.", new NonNullType(BuiltIns.Int), view => Int(view.Rows)),
                .. MemberFields(entity, ShapeOf(entity, types), types, [AggregateFields.Count]),
            ]);
    }

    private static bool HasUnit(ValueMember member) => member.Shape.Unit is not null || member.Shape.Members.OfType<ValueMember>().Any(HasUnit);

    private AggregateMember? MemberOf(IReadOnlyTypeBase type, PropertyInfo property, TypeRegistry types)
    {
        if (type.FindComplexProperty(property.Name) is { } complex)
        {
            var shape = ShapeOf(complex.ComplexType, types);
            var sentinel = complex.ComplexType.GetProperties().FirstOrDefault(p => !p.IsNullable)?.PropertyInfo;
            return shape.IsEmpty || (complex.IsNullable && sentinel is null)
                ? null
                : new ValueMember(types.NameOf(property), property, shape, complex.IsNullable, sentinel!);
        }

        return EndOf(type, property, types);
    }

    private static ColumnMember? EndOf(IReadOnlyTypeBase type, PropertyInfo property, TypeRegistry types) =>
        type.FindProperty(property.Name) is { PropertyInfo: { } own } stored && AggregateColumn.Of(own, stored) is { } column && types.ScalarFor(own.PropertyType) is not null
            ? new ColumnMember(types.NameOf(own), column, stored.IsNullable)
            : null;

    private static PropertyInfo? Own(IReadOnlyTypeBase type, PropertyInfo? property) => property is null ? null : type.FindProperty(property.Name)?.PropertyInfo;

    private IEnumerable<Field> MemberFields(IReadOnlyTypeBase type, ObjectAggregate shape, TypeRegistry types, IReadOnlyList<string> taken)
    {
        foreach (var member in shape.Members)
        {
            if (taken.Contains(member.Name))
                types.Fault(member.Property, $"a field of that name counts or sums up the whole in {types.NameOf(type.ClrType)}Aggregate: rename the member with [GraphQLName].");
            var description = types.DescriptionOf(member.Property) ?? $"Summed up: `{member.Name}`.";
            switch (member)
            {
                case ColumnMember column:
                    yield return Fields.Of<AggregateView>(member.Name, description, new NonNullType(ColumnType(column, types)), view => view.Enter(column));
                    break;
                case ValueMember value:
                    var valueType = ValueType(type.FindComplexProperty(value.Property.Name)!.ComplexType, value.Shape, types);
                    yield return Fields.Of<AggregateView>(
                        member.Name,
                        value.Shape.Unit is { } unit ? $"{description} Summed up by `{unit.Name}`, that of most objects first; what has none is left out." : description,
                        value.Shape.Unit is null ? new NonNullType(valueType) : Fields.ListOf(valueType),
                        view => view.Enter(value));
                    break;
            }
        }
    }

    /// <summary>The type that value objects are summed up in.</summary>
    private ObjectType ValueType(IReadOnlyComplexType type, ObjectAggregate shape, TypeRegistry types)
    {
        var name = types.NameOf(type.ClrType);
        return Fields.TypeOf(
            types,
            new ObjectType
            {
                Name = $"{name}Aggregate",
                Description = (shape.Interval, shape.Unit) switch
                {
                    (null, null) => $"A set of `{name}` values, summed up member by member.",
                    (null, var unit) => $"A set of `{name}` values of one `{unit.Name}`, summed up member by member.",
                    (_, null) => $"A set of `{name}` values, summed up as the ranges they are: each result is the range it certainly lies in.",
                    (_, var unit) => $"A set of `{name}` values of one `{unit.Name}`, summed up as the ranges they are: each result is the range it certainly lies in.",
                },
            },
            made =>
            {
                var fields = new List<Field>();
                if (shape.Unit is { } unit)
                    fields.Add(Fields.Of<AggregateView>(unit.Name, types.DescriptionOf(unit.Property) ?? "The unit of these values.", new NonNullType(types.OutputTypeOf(unit.Property.PropertyType).Nullable), view => view.Unit));
                if (shape.Interval is { } interval)
                    fields.AddRange(IntervalFields(interval, withMissing: shape.Unit is null, types));
                fields.AddRange(MemberFields(type, shape, types, [.. fields.Select(field => field.Name)]));
                made.Fields = fields;
            });
    }

    private static IEnumerable<Field> IntervalFields(AggregateInterval interval, bool withMissing, TypeRegistry types)
    {
        var range = IntervalType(interval.Lower.Column.Member.PropertyType, types);
        yield return Fields.Of<AggregateView>(AggregateFields.Count, "How many objects have such a value: all of them took part, those with an open end too.", new NonNullType(BuiltIns.Int), view => Int(view.Count));
        if (withMissing)
            yield return Fields.Of<AggregateView>(AggregateFields.Missing, "How many objects have none.", new NonNullType(BuiltIns.Int), view => Int(view.Missing));
        yield return Fields.Of<AggregateView>(AggregateFields.Min, "Where the least value lies: not below the least lower end, not above the least upper end. Null if there is no value.", range, view => IntervalValue.Extreme(view, interval, least: true));
        yield return Fields.Of<AggregateView>(AggregateFields.Max, "Where the greatest value lies: not below the greatest lower end, not above the greatest upper end. Null if there is no value.", range, view => IntervalValue.Extreme(view, interval, least: false));
        if (SumType(interval.Lower.Column) is not { } sum)
            yield break;
        var sumRange = IntervalType(sum.ClrType, types);
        yield return Fields.Of<AggregateView>(AggregateFields.Sum, "Where the sum lies: from the sum of the lower ends to that of the upper ends. An end is open as soon as that of one value is. Null if there is no value.", sumRange, view => IntervalValue.Total(view, interval, average: false));
        yield return Fields.Of<AggregateView>(AggregateFields.Average, "Where the average lies: the range of the sum divided by `count`, rounded outward to ten digits behind the point. Null if there is no value.", sumRange, view => IntervalValue.Total(view, interval, average: true));
    }

    private static ObjectType IntervalType(Type end, TypeRegistry types)
    {
        var scalar = types.ScalarFor(end)!;
        var name = $"{scalar.Name}Interval";
        return Fields.TypeOf(
            types,
            new ObjectType { Name = name, Description = $"A range of `{scalar.Name}` values." },
            made => made.Fields =
            [
                Fields.Of<IntervalValue>("lower", "The least value; null if nothing limits it.", scalar, range => range.Lower),
                Fields.Of<IntervalValue>("lowerInclusive", "True if the least value itself is in the range. False if there is none.", new NonNullType(BuiltIns.Boolean), range => range.LowerInclusive),
                Fields.Of<IntervalValue>("upper", "The greatest value; null if nothing limits it.", scalar, range => range.Upper),
                Fields.Of<IntervalValue>("upperInclusive", "True if the greatest value itself is in the range. False if there is none.", new NonNullType(BuiltIns.Boolean), range => range.UpperInclusive),
            ]);
    }

    /// <summary>The type that the values of a column are summed up in, such as <c>IntAggregate</c>.</summary>
    private static ObjectType ColumnType(ColumnMember member, TypeRegistry types)
    {
        var scalar = types.ScalarFor(member.Column.Member.PropertyType)!;
        var name = $"{scalar.Name}Aggregate";
        var sum = SumType(member.Column);
        return Fields.TypeOf(
            types,
            new ObjectType { Name = name, Description = $"A set of `{scalar.Name}` values, summed up." },
            made => made.Fields =
            [
                Fields.Of<ColumnView>(AggregateFields.Count, "How many objects have a value.", new NonNullType(BuiltIns.Int), view => Int(view.Count)),
                Fields.Of<ColumnView>(AggregateFields.Missing, "How many objects have none.", new NonNullType(BuiltIns.Int), view => Int(view.Missing)),
                Fields.Of<ColumnView>(AggregateFields.Min, "The least value; null if there is none.", scalar, view => view.Min),
                Fields.Of<ColumnView>(AggregateFields.Max, "The greatest value; null if there is none.", scalar, view => view.Max),
                .. sum is null ? (Field[])[] :
                [
                    Fields.Of<ColumnView>(AggregateFields.Sum, sum == BuiltIns.Float ? "The sum; null if there is no value." : "The exact sum; null if there is no value.", sum, view => view.Sum),
                    Fields.Of<ColumnView>(
                        AggregateFields.Average,
                        sum == BuiltIns.Float
                            ? "The sum divided by the number of values; null if there are none."
                            : "The sum divided by the number of values, rounded to ten digits behind the point, a half to the even digit; null if there are none.",
                        sum,
                        view => view.Average),
                ],
            ]);
    }

    /// <summary>The type of sums and averages of a column's values; null if they have none.</summary>
    private static ScalarType? SumType(AggregateColumn column) => column.Addition switch
    {
        Addition.Whole => BuiltIns.Decimal,
        Addition.Binary => BuiltIns.Float,
        _ => null,
    };

    private static int Int(long count) => checked((int)count);
}
