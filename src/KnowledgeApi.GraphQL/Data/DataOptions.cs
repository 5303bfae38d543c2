using System.Linq.Expressions;
using System.Reflection;
using KnowledgeApi.GraphQL.Data.Statements;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.GraphQL.Data;

/// <summary>Where data comes from, and what the names of columns cannot tell.</summary>
public sealed class DataOptions
{
    private readonly Dictionary<(Type Declaring, string Name), TextColumns> _texts = [];
    private readonly HashSet<(Type Declaring, string Name)> _hidden = [];
    private readonly HashSet<(Type Declaring, string Name)> _grouped = [];
    private readonly HashSet<(Type Declaring, string Name)> _unsummed = [];
    private readonly HashSet<(Type Declaring, string Name)> _unfiltered = [];
    private readonly HashSet<(Type Declaring, string Name)> _unordered = [];
    private readonly HashSet<(Type Declaring, string Name)> _ungrouped = [];
    private readonly Dictionary<Type, PropertyInfo> _ids = [];
    private readonly Dictionary<Type, IReadOnlyList<PropertyInfo>> _orders = [];
    private readonly Dictionary<(Type Declaring, string Name), OtherNames> _names = [];
    private readonly Dictionary<Type, IntervalMembers> _intervals = [];
    private readonly Dictionary<Type, IntervalMembers> _certain = [];
    private readonly Dictionary<Type, PropertyInfo> _units = [];
    private readonly Dictionary<Type, IntervalView> _intervalViews = [];
    private readonly List<(Type Type, PropertyInfo Member)> _apart = [];
    private readonly List<(Type Type, SumRule Rule)> _counted = [];
    private string _sums = "";
    private Scope? _scope;

    /// <summary>Makes a context to compile queries with; it is never used to run one.</summary>
    public required Func<DbContext> CreateContext { get; init; }

    /// <summary>The connections that queries run on.</summary>
    public required ReadPool Pool { get; init; }

    /// <summary>Text as it is compared in filters and ordered.</summary>
    public TextComparison TextComparison { internal get; init; } = TextComparison.Exact;

    /// <summary>The key that cursors are sealed with.</summary>
    public required byte[] CursorKey { get; init; }

    /// <summary>The rows of a page, unless the client says how many.</summary>
    public int DefaultPageSize { get; init; } = 50;

    /// <summary>The most rows of a page.</summary>
    public int MaxPageSize { get; init; } = 500;

    /// <summary>The most groups, of all parents together, that a grouping may make.</summary>
    public int MaxGroups { internal get; init; } = 50_000;

    /// <summary>
    /// Gives an entity, and all derived from it or sharing an interface, a global id made of its type and this unique text. Objects without one
    /// are small parts of others then, and lists of them plain lists: every edge of a connection leads to an object that can be asked for again.
    /// </summary>
    public DataOptions Identify<T>(Expression<Func<T, string>> key)
    {
        _ids[typeof(T)] = Member(key);
        return this;
    }

    /// <summary>Says where a text is stored folded, to filter by, and as a sort key, to order by.</summary>
    public DataOptions Text<T>(Expression<Func<T, string?>> text, Expression<Func<T, string?>> folded, Expression<Func<T, string?>>? sortKey = null)
    {
        var columns = new TextColumns(Member(folded), sortKey is null ? null : Member(sortKey));
        _texts[Key(Member(text))] = columns;
        Hide(columns.Folded);
        if (columns.SortKey is not null)
            Hide(columns.SortKey);
        return this;
    }

    /// <summary>
    /// Says how value objects of a type are ordered: by these members, the most important first; others cannot be ordered by. Plain lists of
    /// objects of a type come in this order, too.
    /// </summary>
    public DataOptions Order<T>(params Expression<Func<T, object?>>[] members)
    {
        _orders[typeof(T)] = [.. members.Select(Member)];
        return this;
    }

    /// <summary>Says that objects are known by other names, too: who looks one up by its name finds it by any of them.</summary>
    /// <param name="name">The name of an object.</param>
    /// <param name="others">The related objects that hold its other names.</param>
    /// <param name="text">The other name that such an object holds.</param>
    /// <param name="of">The key of what is known by it, where that may be another object than the one that has it among its names; null if it never is.</param>
    public DataOptions Named<T, TName>(
        Expression<Func<T, string>> name, Expression<Func<T, IEnumerable<TName>>> others, Expression<Func<TName, string>> text, Expression<Func<TName, object?>>? of = null)
    {
        _names[Key(Member(name))] = new OtherNames(Member(others), Member(text), of is null ? null : Member(of));
        return this;
    }

    /// <summary>
    /// Says that value objects of a type stand for a value between two ends, of which a null one is open; filters can then ask what
    /// is certainly and what is possibly so. An end belongs to the values unless the member that says so is false.
    /// </summary>
    /// <exception cref="ArgumentException">Ends that may be excluded are whole numbers or days: store the next one instead.</exception>
    public DataOptions Interval<T>(
        Expression<Func<T, object?>> lower,
        Expression<Func<T, object?>> upper,
        Expression<Func<T, object?>>? lowerInclusive = null,
        Expression<Func<T, object?>>? upperInclusive = null)
    {
        var members = new IntervalMembers(
            Member(lower), Member(upper), lowerInclusive is null ? null : Member(lowerInclusive), upperInclusive is null ? null : Member(upperInclusive));
        if ((members.LowerInclusive ?? members.UpperInclusive) is not null && WholeValues.Are(members.Lower.PropertyType))
            throw new ArgumentException($"The ends of {typeof(T).Name} are {members.Lower.PropertyType}, which cannot be excluded: store the next one.", nameof(lowerInclusive));
        _intervals[typeof(T)] = members;
        return this;
    }

    /// <summary>Gives ranges of values in aggregates as objects of a class of the model, so that clients meet one type of range.</summary>
    /// <param name="create">Makes one of its lower end, whether that is included, its upper end, and whether that is.</param>
    public DataOptions ShowIntervals<TValue, T>(Func<TValue?, bool, TValue?, bool, T> create)
        where TValue : struct
        where T : class
    {
        _intervalViews[typeof(TValue)] = new IntervalView(
            typeof(T), (lower, lowerInclusive, upper, upperInclusive) => create((TValue?)lower, lowerInclusive, (TValue?)upper, upperInclusive));
        return this;
    }

    /// <summary>Says which text tells the unit of value objects of a type: sums of different units are never mixed.</summary>
    public DataOptions Unit<T>(Expression<Func<T, string>> unit)
    {
        _units[typeof(T)] = Member(unit);
        return this;
    }

    /// <summary>
    /// Says which part of an interval its value certainly covers, where the value is itself a stretch, such as a period whose ends
    /// are known more or less precisely; null if no part is certain. What is asked of such a value need hold for some part of it.
    /// </summary>
    public DataOptions CertainPart<T>(Expression<Func<T, object?>> lower, Expression<Func<T, object?>> upper)
    {
        _certain[typeof(T)] = new IntervalMembers(Member(lower), Member(upper), null, null);
        return this;
    }

    /// <summary>Keeps a stored member out of the schema.</summary>
    public DataOptions Hide<T>(Expression<Func<T, object?>> member)
    {
        Hide(Member(member));
        return this;
    }

    /// <summary>
    /// Lets lists of objects be grouped by these members, too: texts and numbers, which are otherwise taken to be different for each object, and
    /// lists, an object being in the group of each of what it has.
    /// </summary>
    public DataOptions GroupBy<T>(params Expression<Func<T, object?>>[] members)
    {
        _grouped.UnionWith(members.Select(member => Key(Member(member))));
        return this;
    }

    /// <summary>Leaves numbers, dates and ranges out of aggregates: those whose least, greatest or sum nobody asks for, such as positions in a text.</summary>
    public DataOptions LeaveUnsummed<T>(params Expression<Func<T, object?>>[] members)
    {
        _unsummed.UnionWith(members.Select(member => Key(Member(member))));
        return this;
    }

    /// <summary>
    /// Lets one object count in the sums and averages of ranges where several tell of one thing: the first of those that are summed up together and have a range. A sum is
    /// given with the number of those that it leaves out, and with the sum of all beside it.
    /// </summary>
    /// <param name="thing">What is equal in objects that tell of one thing, and never missing.</param>
    /// <param name="place">The number that tells which is first: the one with the least. No two that tell of one thing have the same.</param>
    /// <param name="counts">The condition of those that may count at all.</param>
    /// <param name="description">What a sum is made of, for readers: a sentence about all sums that are kept apart, too.</param>
    public DataOptions CountOnce<T>(Expression<Func<T, object?>> thing, Expression<Func<T, object?>> place, Expression<Func<T, bool>> counts, string description)
    {
        _counted.Add((typeof(T), new SumRule(Member(thing), Member(place), counts, [])));
        _sums = $"{_sums} {description}";
        return this;
    }

    /// <summary>Lets no sum of ranges be made of objects that differ in a member, where those that count are known: it is null then, and groups by the member have theirs.</summary>
    public DataOptions Apart<T>(Expression<Func<T, object?>> member)
    {
        _apart.Add((typeof(T), Member(member)));
        return this;
    }

    /// <summary>Leaves members out of filters: those that nobody chooses objects by, so that inputs only they need are not there either.</summary>
    public DataOptions LeaveUnfiltered<T>(params Expression<Func<T, object?>>[] members)
    {
        _unfiltered.UnionWith(members.Select(member => Key(Member(member))));
        return this;
    }

    /// <summary>Leaves members out of orders.</summary>
    public DataOptions LeaveUnordered<T>(params Expression<Func<T, object?>>[] members)
    {
        _unordered.UnionWith(members.Select(member => Key(Member(member))));
        return this;
    }

    /// <summary>Leaves members out of the keys of groups.</summary>
    public DataOptions LeaveUngrouped<T>(params Expression<Func<T, object?>>[] members)
    {
        _ungrouped.UnionWith(members.Select(member => Key(Member(member))));
        return this;
    }

    /// <summary>Gives lists one more argument.</summary>
    public DataOptions Use(Scope scope)
    {
        _scope = scope;
        return this;
    }

    /// <summary>The argument that lists of a type have, and what it means for them.</summary>
    internal (Scope Scope, ScopeRule Rule)? ScopeOf(Type type) => _scope?.RuleOf(type) is { } rule ? (_scope, rule) : null;

    internal bool IsHidden(PropertyInfo property) => _hidden.Contains(Key(property));

    internal bool IsUnsummed(PropertyInfo property) => _unsummed.Contains(Key(property));

    internal bool IsUnfiltered(PropertyInfo property) => _unfiltered.Contains(Key(property));

    internal bool IsUnordered(PropertyInfo property) => _unordered.Contains(Key(property));

    internal bool IsUngrouped(PropertyInfo property) => _ungrouped.Contains(Key(property));

    /// <summary>What is said of sums, to follow a sentence; empty where all objects count.</summary>
    internal string SumDescription => _sums;

    /// <summary>Which objects of a type count in sums; null if all do.</summary>
    internal SumRule? SumRuleOf(Type type) => _counted.Find(each => each.Type.IsAssignableFrom(type)).Rule is { } rule
        ? rule with { Apart = [.. _apart.Where(each => each.Type.IsAssignableFrom(type)).Select(each => each.Member)] }
        : null;

    internal bool IsGrouped(PropertyInfo property) => _grouped.Contains(Key(property));

    /// <summary>True for small parts of other objects: objects without a global id where others have one. Lists of them are plain, not connections.</summary>
    internal bool IsPart(Type type) => _ids.Count > 0 && IdOf(type) is null;

    /// <summary>The interface that all objects with global ids have; null if there is none.</summary>
    internal Type? NodeType => _ids.Keys.FirstOrDefault(type => type.IsInterface);

    internal TextColumns? TextOf(PropertyInfo property) => _texts.GetValueOrDefault(Key(property));

    /// <summary>What makes the key that a text is ordered by; null if it is stored, or if the text is ordered as it is.</summary>
    internal MethodInfo? CollationOf(Type type, PropertyInfo property) =>
        property.PropertyType == typeof(string) && TextOf(property)?.SortKey is null && IdOf(type)?.Name != property.Name ? TextComparison.SortKey : null;

    internal OtherNames? OtherNamesOf(PropertyInfo property) => _names.GetValueOrDefault(Key(property));

    /// <summary>The members that value objects of a type, or of one it derives from, are ordered by; none if they cannot be.</summary>
    internal IReadOnlyList<PropertyInfo> OrderOf(Type type) =>
        _orders.FirstOrDefault(order => order.Key.IsAssignableFrom(type)) is (not null, var members) ? members : [];

    /// <summary>The ends of value objects of a type, or of one it derives from, if they stand for a value in between.</summary>
    internal IntervalMembers? IntervalOf(Type type) => _intervals.FirstOrDefault(interval => interval.Key.IsAssignableFrom(type)).Value;

    /// <summary>The class that ranges of a type of values are given as; null for a type of their own.</summary>
    internal IntervalView? IntervalViewOf(Type value) => _intervalViews.GetValueOrDefault(value);

    /// <summary>The part that the value of an interval certainly covers, if it is a stretch.</summary>
    internal IntervalMembers? CertainPartOf(Type type) => _certain.FirstOrDefault(part => part.Key.IsAssignableFrom(type)).Value;

    /// <summary>The unit of value objects of a type, or of one it derives from, if they have one.</summary>
    internal PropertyInfo? UnitOf(Type type) => _units.FirstOrDefault(unit => unit.Key.IsAssignableFrom(type)).Value;

    /// <summary>The unique text in the global id of a type, if it has one.</summary>
    internal PropertyInfo? IdOf(Type type)
    {
        foreach (var (identified, property) in _ids)
        {
            if (identified.IsAssignableFrom(type))
                return Own(type, property.Name);
        }

        return null;
    }

    /// <summary>A property as the class declares it that has it, even if an interface was meant.</summary>
    private static PropertyInfo Own(Type type, string name)
    {
        var property = type.GetProperty(name)!;
        return property.DeclaringType!.GetProperty(name)!;
    }

    private void Hide(PropertyInfo property) => _hidden.Add(Key(property));

    private static (Type, string) Key(PropertyInfo property) => (property.DeclaringType!, property.Name);

    private static PropertyInfo Member(LambdaExpression lambda) =>
        (lambda.Body is UnaryExpression convert ? convert.Operand : lambda.Body) is MemberExpression { Member: PropertyInfo property }
            ? property
            : throw new ArgumentException($"Expected a property, as in x => x.Name, but found {lambda}.", nameof(lambda));
}

/// <summary>How text is compared and ordered. Each way has a static method that EF Core knows as a function of the database.</summary>
/// <param name="fold">Text as it is compared, such as without case and accents.</param>
/// <param name="foldShort">
/// Text as it is compared with a part of one or two characters, such as without case only: so short a part would be found
/// nearly everywhere without its accent.
/// </param>
/// <param name="sortKey">
/// A key of a text whose bytewise order is that of texts, such as a dictionary's; of texts that have a stored one it is not asked for. Without
/// it, and for the unique texts of global ids, the order is the bytewise order of the texts themselves.
/// </param>
public sealed class TextComparison(MethodInfo? fold, MethodInfo? foldShort, MethodInfo? sortKey = null)
{
    /// <summary>Text is compared as it is.</summary>
    public static TextComparison Exact { get; } = new(null, null);

    private readonly Func<string, string>? _fold = fold?.CreateDelegate<Func<string, string>>();
    private readonly Func<string, string>? _foldShort = foldShort?.CreateDelegate<Func<string, string>>();

    internal MethodInfo? Fold => fold;

    internal MethodInfo? FoldShort => foldShort;

    internal MethodInfo? SortKey => sortKey;

    internal string Apply(string text, bool isShort) => (isShort ? _foldShort : _fold) is { } fold ? fold(text) : text;
}

/// <summary>The members that hold the ends of an interval; without the last two an end always belongs to it.</summary>
internal sealed record IntervalMembers(PropertyInfo Lower, PropertyInfo Upper, PropertyInfo? LowerInclusive, PropertyInfo? UpperInclusive);

/// <summary>The class that ranges are given as, and what makes one.</summary>
internal sealed record IntervalView(Type Type, Func<object?, bool, object?, bool, object> Create);

/// <summary>The list of an object's other names, and the members of its elements that hold one, and perhaps the key of what is known by it.</summary>
internal sealed record OtherNames(PropertyInfo List, PropertyInfo Text, PropertyInfo? Of);

/// <summary>The columns derived from a text.</summary>
internal sealed record TextColumns(PropertyInfo Folded, PropertyInfo? SortKey);
