using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using KnowledgeApi.GraphQL.Planning;

namespace KnowledgeApi.GraphQL.Data.Aggregates;

/// <summary>What a selection asks to be summed up: the values of rows, and the measures of groups of them.</summary>
internal sealed class AggregatePlan
{
    private readonly Dictionary<string, int> _cellOf = new(StringComparer.Ordinal);
    private readonly List<Func<Expression, Expression>> _cells = [];
    private readonly Dictionary<string, int> _measureOf = new(StringComparer.Ordinal);
    private readonly List<Measure> _measures = [];
    private readonly Dictionary<string, UnitCell> _units = new(StringComparer.Ordinal);

    private AggregatePlan() => Add(Measure.Rows());

    /// <summary>The values of a row's object.</summary>
    public IReadOnlyList<Func<Expression, Expression>> Values => _cells;

    public IReadOnlyList<Measure> Measures => _measures;

    /// <summary>The units that groups are split by, for each value object with one.</summary>
    public IReadOnlyCollection<UnitCell> Units => _units.Values;

    public static AggregatePlan Of(IEnumerable<SelectionPlan> selections, ObjectAggregate shape)
    {
        var plan = new AggregatePlan();
        foreach (var selection in selections)
            plan.Add(selection, shape, new Place("", row => row, Nullable: false, Sentinel: null));
        return plan;
    }

    /// <summary>The number that was measured of some rows; null if none of them had a value.</summary>
    public object? Measured(object?[] measured, string name) => measured[_measureOf[name]];

    /// <summary>The unit that a value object is summed up by.</summary>
    public UnitCell UnitOf(string path) => _units[path];

    private void Add(SelectionPlan selection, ObjectAggregate shape, Place place)
    {
        foreach (var field in selection.Fields.Values.Single())
        {
            switch (shape.Find(field.Field.Name))
            {
                case ColumnMember column:
                    foreach (var function in field.Selection!.Fields.Values.Single())
                        Add(function.Field.Name, column, place);
                    break;
                case ValueMember value:
                    Add(field.Selection!, value.Shape, Enter(value, place));
                    break;
                case null when shape.Interval is { } interval:
                    Add(field.Field.Name, interval, place);
                    break;
            }
        }
    }

    private Place Enter(ValueMember value, Place place)
    {
        Expression Access(Expression row) => Expression.Property(place.Access(row), value.Property);
        var path = $"{place.Path}{value.Property.Name}.";
        var inner = new Place(path, Access, place.Nullable || value.Nullable, value.Sentinel);
        if (value.Shape.Unit is not { } unit)
            return inner;
        if (!_units.ContainsKey(path))
        {
            var own = path + unit.Property.Name;
            var cell = AddCell(own, row => Cells.Nullable(Expression.Property(Access(row), unit.Property)));
            _units.Add(path, new UnitCell(_units.Count, own, cell, ordinal => AggregateColumn.ReadNullable(ordinal, unit.Stored)));
        }

        // Rows without the value object have no unit and belong to no part.
        return inner with { Nullable = false };
    }

    /// <summary>What a function of a column needs.</summary>
    private void Add(string function, ColumnMember member, Place place)
    {
        var path = place.Path + member.Column.Member.Name;
        switch (function)
        {
            case AggregateFields.Count or AggregateFields.Missing:
                AddPresent(member, place);
                break;
            case AggregateFields.Min or AggregateFields.Max:
                Add(Measure.Extreme($"{function} {path}", function == AggregateFields.Min, AddCell(member.Column, place), member.Column));
                break;
            case AggregateFields.Sum or AggregateFields.Average:
                AddSum(member, place);
                AddPresent(member, place);
                break;
        }
    }

    /// <summary>What a function of an interval needs.</summary>
    private void Add(string function, AggregateInterval interval, Place place)
    {
        switch (function)
        {
            case AggregateFields.Count or AggregateFields.Missing:
                AddPresent(place);
                break;
            case AggregateFields.Min or AggregateFields.Max:
                var least = function == AggregateFields.Min;
                AddPresent(place);
                AddPresent(interval.Lower, place);
                AddPresent(interval.Upper, place);
                AddExtreme(interval.Lower, interval.LowerInclusive, attained: least);
                AddExtreme(interval.Upper, interval.UpperInclusive, attained: !least);
                break;
            case AggregateFields.Sum or AggregateFields.Average:
                AddPresent(place);
                foreach (var (end, inclusive) in new[] { (interval.Lower, interval.LowerInclusive), (interval.Upper, interval.UpperInclusive) })
                {
                    AddSum(end, place);
                    AddPresent(end, place);
                    if (inclusive is null)
                        continue;
                    var (cell, included) = (AddCell(end.Column, place), AddInclusive(inclusive));
                    Add(Measure.Count($"exclusive {place.Path}{end.Column.Member.Name}", (group, row) => Expression.AndAlso(
                        IsThere(group.Cell(row, cell)), Is(group.Cell(row, included), false))));
                }

                break;
        }

        // The least of all, and the least of the included ones (or of the others): whether the end of all is included depends on which it is.
        void AddExtreme(ColumnMember end, PropertyInfo? inclusive, bool attained)
        {
            var path = place.Path + end.Column.Member.Name;
            var cell = AddCell(end.Column, place);
            Add(Measure.Extreme($"{function} {path}", function == AggregateFields.Min, cell, end.Column));
            if (inclusive is null)
                return;
            var included = AddInclusive(inclusive);
            Add(Measure.Extreme(
                $"{function} {(attained ? "included" : "excluded")} {path}", function == AggregateFields.Min, cell, end.Column, (group, row) => Is(group.Cell(row, included), attained)));
        }

        int AddInclusive(PropertyInfo inclusive) => AddCell(place.Path + inclusive.Name, row => Cells.Nullable(Expression.Property(place.Access(row), inclusive)));
    }

    private void AddSum(ColumnMember member, Place place)
    {
        var path = place.Path + member.Column.Member.Name;
        var cell = AddCell(member.Column, place);
        if (member.Column.Addition == Addition.Binary)
        {
            Add(Measure.BinarySum($"sum {path}", cell));
            return;
        }

        Add(Measure.High($"high {path}", cell));
        Add(Measure.Low($"low {path}", cell));
    }

    /// <summary>How many rows have a value; where all have one it is the number of rows.</summary>
    private void AddPresent(ColumnMember member, Place place)
    {
        if (!member.Nullable)
        {
            AddPresent(place);
            return;
        }

        var cell = AddCell(member.Column, place);
        Add(Measure.Count($"present {place.Path}{member.Column.Member.Name}", (group, row) => IsThere(group.Cell(row, cell))));
    }

    private void AddPresent(Place place)
    {
        if (!place.Nullable)
            return;
        var cell = AddCell($"{place.Path}{place.Sentinel!.Name}?", row => Cells.Nullable(Expression.Property(place.Access(row), place.Sentinel)));
        Add(Measure.Count($"present {place.Path}", (group, row) => IsThere(group.Cell(row, cell))));
    }

    private int AddCell(AggregateColumn column, Place place) =>
        AddCell($"{place.Path}{column.Member.Name}#", row => column.Value(place.Access(row)));

    private int AddCell(string path, Func<Expression, Expression> value)
    {
        if (_cellOf.TryGetValue(path, out var known))
            return known;
        _cells.Add(value);
        return _cellOf[path] = _cells.Count - 1;
    }

    private void Add(Measure measure)
    {
        if (_measureOf.TryAdd(measure.Name, _measures.Count))
            _measures.Add(measure);
    }

    private static BinaryExpression IsThere(Expression value) => Expression.NotEqual(value, Expression.Constant(null, value.Type));

    private static BinaryExpression Is(Expression flag, bool value) => Expression.Equal(flag, Expression.Constant(value, typeof(bool?)));

    /// <summary>An object on the way from a row to what is summed up.</summary>
    /// <param name="Path">The members to it, each with a point behind.</param>
    /// <param name="Access">The object of a row.</param>
    /// <param name="Nullable">True if a row may have none.</param>
    /// <param name="Sentinel">A member that tells whether it has; null for the row itself.</param>
    private sealed record Place(string Path, Func<Expression, Expression> Access, bool Nullable, PropertyInfo? Sentinel);
}

/// <summary>The unit that the measures of a value object are told by.</summary>
/// <param name="Index">Its place among those of a plan.</param>
/// <param name="Path">The members from a row to it.</param>
/// <param name="Cell">The cell that holds it.</param>
/// <param name="Reader">Reads it from the column of an ordinal; null for rows without the value object.</param>
internal sealed record UnitCell(int Index, string Path, int Cell, Func<int, Func<DbDataReader, object?>> Reader);
