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
    public const string GroupCount = "groupCount";
    public const string Keys = "keys";
    public const string Count = "count";
    public const string Missing = "missing";
    public const string Min = "min";
    public const string Max = "max";
    public const string Sum = "sum";
    public const string Average = "average";
    public const string SumOfAll = "sumOfAll";
    public const string LeftOut = "leftOut";
    public const string Unit = "unit";
}

/// <summary>
/// The types that objects are summed up in, derived from the model: stored numbers and dates that are fields, and value objects that the options
/// say are ranges, as wholes. All kinds of objects share the types of their values. A kind that adds nothing is summed up as what it is a kind of.
/// </summary>
internal sealed class AggregateTypes(DataOptions options, StoredMembers members)
{
    private readonly Dictionary<Type, ObjectAggregate> _aggregates = [];

    /// <summary>What objects of a type are summed up by.</summary>
    public ObjectAggregate MembersOf(IReadOnlyEntityType entity, TypeRegistry types)
    {
        entity = Shared(entity, types);
        return _aggregates.TryGetValue(entity.ClrType, out var known)
            ? known
            : _aggregates[entity.ClrType] = new ObjectAggregate([.. members.Of(entity, types).Where(property => !options.IsUnsummed(property)).Select(property => MemberOf(entity, property, types)).OfType<AggregateMember>()]);
    }

    /// <summary>The type that objects of an entity are summed up in; null if there is nothing to sum up.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="keys">The field with the keys of a group.</param>
    /// <param name="types">The types of the schema.</param>
    public ObjectType? AggregateOf(IReadOnlyEntityType entity, Field keys, TypeRegistry types)
    {
        var aggregate = MembersOf(entity, types);
        var general = Shared(entity, types);
        return aggregate.Members.Count == 0 ? null : Fields.TypeOf(
            types,
            new ObjectType { Name = $"{types.NameOf(general.ClrType)}Aggregate", Description = $"A set of `{types.NameOf(general.ClrType)}` objects, counted and summed up: a whole list or a group of it." },
            made => made.Fields =
            [
                keys,
                Fields.Of<AggregateView>(AggregateFields.Count, "How many objects there are.", new NonNullType(BuiltIns.Int), view => Fields.Int(view.Count)),
                .. aggregate.Members.Select(member => MemberField(general, member, types)),
            ]);
    }

    private IReadOnlyEntityType Shared(IReadOnlyEntityType entity, TypeRegistry types) => members.Shared(entity, types, (type, property) => !options.IsUnsummed(property) && MemberOf(type, property, types) is not null);

    private AggregateMember? MemberOf(IReadOnlyTypeBase type, PropertyInfo property, TypeRegistry types)
    {
        if (type.FindComplexProperty(property.Name) is not { ComplexType: var complex } whole)
            return ColumnOf(type, property, types);
        if (options.IntervalOf(complex.ClrType) is not { } ends || ColumnOf(complex, ends.Lower, types) is not { } lower || ColumnOf(complex, ends.Upper, types) is not { } upper)
            return null;
        var sentinel = complex.GetProperties().FirstOrDefault(p => !p.IsNullable)?.PropertyInfo;
        return whole.IsNullable && sentinel is null ? null : new RangeMember(
            types.NameOf(property),
            property,
            whole.IsNullable,
            sentinel!,
            lower,
            upper,
            Own(complex, ends.LowerInclusive),
            Own(complex, ends.UpperInclusive),
            options.UnitOf(complex.ClrType) is { } unit ? complex.FindProperty(unit.Name) : null,
            options.SumRuleOf(type.ClrType));
    }

    private static ColumnMember? ColumnOf(IReadOnlyTypeBase type, PropertyInfo property, TypeRegistry types) =>
        type.FindProperty(property.Name) is { PropertyInfo: { } own } stored && AggregateColumn.Of(own, stored) is { } column && types.ScalarFor(own.PropertyType) is not null
            ? new ColumnMember(types.NameOf(own), column, stored.IsNullable)
            : null;

    private static PropertyInfo? Own(IReadOnlyTypeBase type, PropertyInfo? property) => property is null ? null : type.FindProperty(property.Name)?.PropertyInfo;

    private Field MemberField(IReadOnlyEntityType entity, AggregateMember member, TypeRegistry types)
    {
        if (member.Name is AggregateFields.Count or AggregateFields.Keys)
            types.Fault(member.Property, $"a field of that name counts the whole in {types.NameOf(entity.ClrType)}Aggregate: rename the member with [GraphQLName].");
        var description = Texts.FirstSentence(types.DescriptionOf(member.Property)) ?? $"The values of `{member.Name}`.";
        return member switch
        {
            ColumnMember column => Fields.Of<AggregateView>(member.Name, description, new NonNullType(ColumnType(column, types)), view => view.Enter(column)),
            RangeMember { Unit: null } range => Fields.Of<AggregateView>(member.Name, description, new NonNullType(RangeType(range, types)), view => view.Enter(range)),
            RangeMember range => Fields.Of<AggregateView>(member.Name, $"{description} By unit, the most frequent first.", Fields.ListOf(RangeType(range, types)), view => view.Enter(range)),
            _ => throw new InvalidOperationException($"No type is known for {member}."),
        };
    }

    /// <summary>The type that the values of a column are summed up in, such as <c>IntAggregate</c>.</summary>
    private static ObjectType ColumnType(ColumnMember member, TypeRegistry types)
    {
        var scalar = types.ScalarFor(member.Column.Member.PropertyType)!;
        var sum = SumType(member.Column);
        return Fields.TypeOf(
            types,
            new ObjectType { Name = $"{scalar.Name}Aggregate", Description = $"A set of `{scalar.Name}` values, summed up." },
            made => made.Fields =
            [
                Fields.Of<ColumnView>(AggregateFields.Count, "How many objects have a value.", new NonNullType(BuiltIns.Int), view => Fields.Int(view.Count)),
                Fields.Of<ColumnView>(AggregateFields.Missing, "How many objects have no value.", new NonNullType(BuiltIns.Int), view => Fields.Int(view.Missing)),
                Fields.Of<ColumnView>(AggregateFields.Min, "The least value.", scalar, view => view.Min),
                Fields.Of<ColumnView>(AggregateFields.Max, "The greatest value.", scalar, view => view.Max),
                .. sum is null ? (Field[])[] :
                [
                    Fields.Of<ColumnView>(AggregateFields.Sum, sum == BuiltIns.Float ? "The sum." : "The exact sum.", sum, view => view.Sum),
                    Fields.Of<ColumnView>(AggregateFields.Average, sum == BuiltIns.Float ? "The average." : "The average, rounded to ten decimals.", sum, view => view.Average),
                ],
            ]);
    }

    /// <summary>The type that ranges are summed up in: <c>DecimalIntervalAggregate</c>, or <c>DecimalIntervalUnitAggregate</c> for those of one unit.</summary>
    private ObjectType RangeType(RangeMember member, TypeRegistry types)
    {
        var scalar = types.ScalarFor(member.Lower.Column.Member.PropertyType)!;
        var hasUnit = member.Unit is not null;
        return Fields.TypeOf(
            types,
            new ObjectType
            {
                Name = $"{scalar.Name}Interval{(hasUnit ? "Unit" : "")}Aggregate",
                Description = $"A set of `{scalar.Name}` ranges{(hasUnit ? " of one unit" : "")}, summed up. Each result is the range it certainly lies in.",
            },
            made => made.Fields = [.. RangeFields(scalar, hasUnit, SumType(member.Lower.Column), types)]);
    }

    private IEnumerable<Field> RangeFields(ScalarType scalar, bool hasUnit, ScalarType? sum, TypeRegistry types)
    {
        var (range, show) = IntervalOf(scalar, types);
        if (hasUnit)
            yield return Fields.Of<RangeView>(AggregateFields.Unit, "The unit, such as `EUR`.", new NonNullType(BuiltIns.String), view => view.Unit);
        yield return Fields.Of<RangeView>(AggregateFields.Count, "How many objects have a range, open ones included.", new NonNullType(BuiltIns.Int), view => Fields.Int(view.Count));
        if (!hasUnit)
            yield return Fields.Of<RangeView>(AggregateFields.Missing, "How many objects have no value.", new NonNullType(BuiltIns.Int), view => Fields.Int(view.Missing));
        yield return Fields.Of<RangeView>(AggregateFields.Min, "The range in which the least value lies.", range, view => show(view.Extreme(least: true)));
        yield return Fields.Of<RangeView>(AggregateFields.Max, "The range in which the greatest value lies.", range, view => show(view.Extreme(least: false)));
        if (sum is null)
            yield break;
        var (sums, showSum) = IntervalOf(sum, types);
        yield return Fields.Of<RangeView>(AggregateFields.Sum, $"The range in which the sum lies; open if any of the ranges is.{options.SumDescription}", sums, view => showSum(view.Total(average: false)));
        yield return Fields.Of<RangeView>(AggregateFields.Average, "The range in which the average lies, rounded outward to ten decimals.", sums, view => showSum(view.Total(average: true)));
        if (options.SumDescription.Length == 0)
            yield break;
        yield return Fields.Of<RangeView>(AggregateFields.SumOfAll, "The range in which the sum of all ranges lies, those that tell of one thing each counted.", sums, view => showSum(view.TotalOfAll));
        yield return Fields.Of<RangeView>(AggregateFields.LeftOut, "How many of the ranges `sum` and `average` leave out.", new NonNullType(BuiltIns.Int), view => Fields.Int(view.LeftOut));
    }

    /// <summary>The type that ranges of a scalar are given in, and what makes its objects.</summary>
    private (GraphQLType Type, Func<IntervalValue?, object?> Show) IntervalOf(ScalarType scalar, TypeRegistry types) => options.IntervalViewOf(scalar.ClrType) is { } view
        ? (types.OutputTypeOf(view.Type).Named, range => range is null ? null : view.Create(range.Lower, range.LowerInclusive, range.Upper, range.UpperInclusive))
        : (IntervalType(scalar, types), range => range);

    private static ObjectType IntervalType(ScalarType scalar, TypeRegistry types) => Fields.TypeOf(
        types,
        new ObjectType { Name = $"{scalar.Name}Interval", Description = $"A range of `{scalar.Name}` values." },
        made => made.Fields =
        [
            Fields.Of<IntervalValue>("lower", "The least value; null if nothing limits it.", scalar, range => range.Lower),
            Fields.Of<IntervalValue>("lowerInclusive", "Whether the least value itself is in the range.", new NonNullType(BuiltIns.Boolean), range => range.LowerInclusive),
            Fields.Of<IntervalValue>("upper", "The greatest value; null if nothing limits it.", scalar, range => range.Upper),
            Fields.Of<IntervalValue>("upperInclusive", "Whether the greatest value itself is in the range.", new NonNullType(BuiltIns.Boolean), range => range.UpperInclusive),
        ]);

    /// <summary>The type of sums and averages of a column's values; null if they have none.</summary>
    private static ScalarType? SumType(AggregateColumn column) => column.Addition switch
    {
        Addition.Whole => BuiltIns.Decimal,
        Addition.Binary => BuiltIns.Float,
        _ => null,
    };
}
