using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using KnowledgeApi.GraphQL.Data.Statements;
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
    private readonly List<Contest> _contests = [];

    private AggregatePlan() => Add(Measure.Rows());

    /// <summary>The plan of those who only count rows.</summary>
    public static AggregatePlan Nothing { get; } = new();

    /// <summary>The values of a row's object.</summary>
    public IReadOnlyList<Func<Expression, Expression>> Values => _cells;

    public IReadOnlyList<Measure> Measures => _measures;

    /// <summary>What decides which rows count in sums, for each value object that is summed up so.</summary>
    public IReadOnlyList<Contest> Contests => _contests;

    /// <summary>The units that groups are split by, for each value object with one.</summary>
    public IReadOnlyCollection<UnitCell> Units => _units.Values;

    public static AggregatePlan Of(SelectionPlan selection, ObjectAggregate summed)
    {
        var plan = new AggregatePlan();
        foreach (var field in selection.Fields.Values.Single())
        {
            var member = summed.Find(field.Field.Name);
            foreach (var function in member is null ? [] : field.Selection!.Fields.Values.Single())
            {
                if (member is RangeMember range)
                    plan.Add(function.Field.Name, range);
                else
                    plan.Add(function.Field.Name, (ColumnMember)member!);
            }
        }

        return plan;
    }

    /// <summary>The number that was measured of some rows; null if none of them had a value.</summary>
    public object? Measured(object?[] measured, string name) => measured[_measureOf[name]];

    /// <summary>The unit that a value object is summed up by.</summary>
    public UnitCell UnitOf(RangeMember member) => _units[member.Path];

    /// <summary>What a function of a column needs.</summary>
    private void Add(string function, ColumnMember member)
    {
        var owner = new Owner("", row => row);
        switch (function)
        {
            case AggregateFields.Count or AggregateFields.Missing:
                AddPresent(member, owner);
                break;
            case AggregateFields.Min or AggregateFields.Max:
                Add(Measure.Extreme($"{function} {member.Column.Member.Name}", function == AggregateFields.Min, AddCell(member.Column, owner), member.Column));
                break;
            case AggregateFields.Sum or AggregateFields.Average:
                AddSum(member, owner);
                AddPresent(member, owner);
                break;
        }
    }

    /// <summary>What begins the names of measures of those rows alone that count in sums.</summary>
    public const string Counted = "counted ";

    /// <summary>What a function of a range needs.</summary>
    private void Add(string function, RangeMember range)
    {
        Expression Access(Expression row) => Expression.Property(row, range.Property);
        var owner = new Owner(range.Path, Access);
        if (range.Unit is { PropertyInfo: { } unit } stored && !_units.ContainsKey(range.Path))
        {
            var path = range.Path + unit.Name;
            var cell = AddCell(path, row => Cells.Nullable(Expression.Property(Access(row), unit)));
            _units.Add(range.Path, new UnitCell(_units.Count, path, cell, ordinal => AggregateColumn.ReadNullable(ordinal, stored)));
        }

        // Rows without the value object have no unit and belong to no part.
        var there = range.Nullable && range.Unit is null ? AddCell($"{range.Path}{range.Sentinel.Name}?", row => Cells.Nullable(Expression.Property(Access(row), range.Sentinel))) : -1;
        if (there >= 0)
            Add(Measure.Count($"present {range.Path}", (group, row) => IsThere(group.Cell(row, there))));

        switch (function)
        {
            case AggregateFields.Min or AggregateFields.Max:
                var least = function == AggregateFields.Min;
                AddPresent(range.Lower, owner);
                AddPresent(range.Upper, owner);
                AddExtreme(range.Lower, range.LowerInclusive, attained: least);
                AddExtreme(range.Upper, range.UpperInclusive, attained: !least);
                break;
            case AggregateFields.Sum or AggregateFields.Average when range.Rule is { } rule:
                AddTotal(owner with { Mark = Counted, Condition = AddCounted(rule) });
                AddApart(rule);
                break;
            case AggregateFields.Sum or AggregateFields.Average or AggregateFields.SumOfAll:
                AddTotal(owner);
                break;
            case AggregateFields.LeftOut when range.Rule is { } rule:
                AddCounted(rule);
                break;
        }

        void AddTotal(Owner summed)
        {
            foreach (var (end, inclusive) in new[] { (range.Lower, range.LowerInclusive), (range.Upper, range.UpperInclusive) })
            {
                AddSum(end, summed);
                AddPresent(end, summed);
                if (inclusive is null)
                    continue;
                var (cell, included) = (AddCell(end.Column, owner), AddInclusive(inclusive));
                Add(Measure.Count($"exclusive {summed.Mark}{range.Path}{end.Column.Member.Name}", (group, row) => summed.Of(group, row, Expression.AndAlso(
                    IsThere(group.Cell(row, cell)), Is(group.Cell(row, included), false)))));
            }
        }

        // The rows that count, and how many they are.
        Func<MeasuredGroup, Expression, Expression> AddCounted(SumRule rule)
        {
            var contest = _contests.FindIndex(each => each.Path == range.Path);
            if (contest < 0)
            {
                contest = _contests.Count;
                _contests.Add(new Contest(
                    range.Path,
                    AddCell($"{rule.Thing.Name}=", row => Expression.Property(row, rule.Thing)),
                    AddCell($"{rule.Place.Name}<", row => Expression.Property(row, rule.Place)),
                    AddCell("counts?", row => Cells.Nullable(ParameterReplacer.Apply(rule.Counts, row))),
                    range.Nullable ? range.Unit is null ? there : _units[range.Path].Cell : -1));
            }

            Expression Condition(MeasuredGroup group, Expression row) => Is(group.Wins(row, contest), true);
            Add(Measure.Count($"{Counted}{range.Path}", Condition));
            return Condition;
        }

        // Whether those that count are alike in what sums are kept apart by: their first is their last, and all of them or none have one.
        void AddApart(SumRule rule)
        {
            var condition = AddCounted(rule);
            foreach (var member in rule.Apart)
            {
                var cell = AddCell($"{member.Name}?", row => Cells.Nullable(Expression.Property(row, member)));
                var path = $"{range.Path}{member.Name}";
                Add(Measure.End($"first {path}", first: true, cell, condition));
                Add(Measure.End($"last {path}", first: false, cell, condition));
                Add(Measure.Count($"without {path}", (group, row) => Expression.AndAlso(condition(group, row), Expression.Not(IsThere(group.Cell(row, cell))))));
            }
        }

        // The least of all, and the least of the included ones (or of the others): whether the end of all is included depends on which it is.
        void AddExtreme(ColumnMember end, PropertyInfo? inclusive, bool attained)
        {
            var path = range.Path + end.Column.Member.Name;
            var cell = AddCell(end.Column, owner);
            Add(Measure.Extreme($"{function} {path}", function == AggregateFields.Min, cell, end.Column));
            if (inclusive is null)
                return;
            var included = AddInclusive(inclusive);
            Add(Measure.Extreme(
                $"{function} {(attained ? "included" : "excluded")} {path}", function == AggregateFields.Min, cell, end.Column, (group, row) => Is(group.Cell(row, included), attained)));
        }

        int AddInclusive(PropertyInfo inclusive) => AddCell(range.Path + inclusive.Name, row => Cells.Nullable(Expression.Property(Access(row), inclusive)));
    }

    private void AddSum(ColumnMember member, Owner owner)
    {
        var path = owner.Path + member.Column.Member.Name;
        var cell = AddCell(member.Column, owner);
        if (member.Column.Addition == Addition.Binary)
        {
            Add(Measure.BinarySum($"sum {owner.Mark}{path}", cell, owner.Condition));
            return;
        }

        Add(Measure.High($"high {owner.Mark}{path}", cell, owner.Condition));
        Add(Measure.Low($"low {owner.Mark}{path}", cell, owner.Condition));
    }

    /// <summary>How many rows have a value; where all have one it is the number of rows.</summary>
    private void AddPresent(ColumnMember member, Owner owner)
    {
        if (!member.Nullable)
            return;
        var cell = AddCell(member.Column, owner);
        Add(Measure.Count($"present {owner.Mark}{owner.Path}{member.Column.Member.Name}", (group, row) => owner.Of(group, row, IsThere(group.Cell(row, cell)))));
    }

    private int AddCell(AggregateColumn column, Owner owner) => AddCell($"{owner.Path}{column.Member.Name}#", row => column.Value(owner.Access(row)));

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

    /// <summary>What a column belongs to: a row's object, or a value object in it.</summary>
    private sealed record Owner(string Path, Func<Expression, Expression> Access)
    {
        /// <summary>What begins the names of measures, if they are of some rows only.</summary>
        public string Mark { get; init; } = "";

        /// <summary>The condition of these rows; null if they are all.</summary>
        public Func<MeasuredGroup, Expression, Expression>? Condition { get; init; }

        public Expression Of(MeasuredGroup group, Expression row, Expression condition) => Condition is null ? condition : Expression.AndAlso(Condition(group, row), condition);
    }
}

/// <summary>The unit that the measures of a value object are split by.</summary>
/// <param name="Index">Its index among those of a plan.</param>
/// <param name="Path">The members from a row to it.</param>
/// <param name="Cell">The cell that holds it.</param>
/// <param name="Reader">Reads it from the column of an ordinal; null for rows without the value object.</param>
internal sealed record UnitCell(int Index, string Path, int Cell, Func<int, Func<DbDataReader, object?>> Reader);

/// <summary>Which of the rows that tell of one thing counts in the sums of a value object: the first of those in one group that may count and have it.</summary>
/// <param name="Path">The members from a row to the value object.</param>
/// <param name="Thing">The cell that is equal in rows that tell of one thing.</param>
/// <param name="Place">The cell that is least in the first.</param>
/// <param name="Counts">The cell that says whether a row may count.</param>
/// <param name="There">The cell that is null in rows without the value object; -1 if there are none.</param>
internal sealed record Contest(string Path, int Thing, int Place, int Counts, int There)
{
    /// <summary>Whether a row may count; the function gives the cell of that index of it.</summary>
    public Expression Enters(Func<int, Expression> cell)
    {
        var counts = Expression.Equal(cell(Counts), Expression.Constant(true, typeof(bool?)));
        return There < 0 ? counts : Expression.AndAlso(counts, Expression.NotEqual(cell(There), Expression.Constant(null, cell(There).Type)));
    }

    /// <summary>Whether a row that may count stands back behind another.</summary>
    public Expression Yields(Func<int, Expression> cell, Func<int, Expression> other) => Expression.AndAlso(
        Expression.AndAlso(Expression.Equal(other(Thing), cell(Thing)), Expression.LessThan(other(Place), cell(Place))), Enters(other));
}
