using System.Buffers;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using System.Text.Json;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;
using Microsoft.EntityFrameworkCore.Storage;

namespace KnowledgeApi.GraphQL.Data.Statements;

/// <summary>
/// The inputs of one statement while it is compiled and each time it is run. EF Core turns a field of a constant object into a
/// parameter of the field's name, so the slot of index 7 becomes the parameter <c>@v7_</c>, whatever order EF meets them in.
/// The underscore is there because EF makes names unique by digits behind them, and does so whenever it meets an input again:
/// meeting <c>v2</c> twice it would leave <c>v22</c> to nobody.
/// </summary>
internal sealed class SlotList
{
    /// <summary>The most inputs of one statement.</summary>
    public const int Capacity = 128;

    private readonly List<Slot> _slots = [];
    private readonly Dictionary<int, Expression> _expressions = [];

    /// <summary>How many inputs there are.</summary>
    public int Count => _slots.Count;

    /// <summary>Adds an input, never null: a null is another statement (<c>IS NULL</c>), not another input.</summary>
    /// <exception cref="FieldErrorException">A filter has too many.</exception>
    public int Add(Type type, object value, CoreTypeMapping? mapping = null)
    {
        CheckCapacity(_slots.Count);
        _slots.Add(new Slot(type, value, mapping));
        return _slots.Count - 1;
    }

    /// <summary>Adds inputs, and returns the index of the first.</summary>
    /// <exception cref="FieldErrorException">A filter has too many.</exception>
    public int AddRange(IReadOnlyList<Slot> slots)
    {
        CheckCapacity(_slots.Count + slots.Count - 1);
        _slots.AddRange(slots);
        return _slots.Count - slots.Count;
    }

    /// <summary>Refuses one more input than there may be.</summary>
    /// <exception cref="FieldErrorException">There are too many.</exception>
    public static void CheckCapacity(int used)
    {
        if (used >= Capacity)
            throw new FieldErrorException($"A filter may hold at most {Capacity} values. The values of one \"in\" count as one: put them into a list.", ErrorCodes.FilterLimit);
    }

    /// <summary>Adds an input that is a list, without nulls, of values of a type; it counts as one.</summary>
    public int AddList(Type elementType, IReadOnlyCollection<object> values, CoreTypeMapping? mapping = null) => Add(elementType.MakeArrayType(), values, mapping);

    /// <summary>An expression for the input, of the slot's type, that EF Core makes a parameter of.</summary>
    public Expression Expression(int index)
    {
        // The same object each time, or EF Core would take it for another input.
        if (_expressions.TryGetValue(index, out var known))
            return known;
        var slot = _slots[index];
        var holderType = typeof(SlotHolder<>).MakeGenericType(slot.Type);
        var field = holderType.GetField($"v{index}_", BindingFlags.Instance | BindingFlags.NonPublic)!;
        var holder = Activator.CreateInstance(holderType)!;
        // EF Core asks only whether a value is null; which one it is does not go into the statement.
        field.SetValue(holder, slot.Value is IReadOnlyCollection<object> ? Array.CreateInstance(slot.Type.GetElementType()!, 0) : slot.Value);
        return _expressions[index] = System.Linq.Expressions.Expression.Field(System.Linq.Expressions.Expression.Constant(holder), field);
    }

    /// <summary>The value the database is given for a parameter.</summary>
    public object ProviderValue(StatementParameter parameter) => _slots[parameter.Slot].ProviderValue(parameter.ElementType);
}

/// <summary>One input of a statement.</summary>
/// <param name="Type">The C# type it has in the query; an array for a list.</param>
/// <param name="Value">Its value in this request: of that type, or the values of a list.</param>
/// <param name="Mapping">How the column it is compared with is stored; null for plain texts and numbers.</param>
internal sealed record Slot(Type Type, object Value, CoreTypeMapping? Mapping)
{
    /// <summary>The value the database is given.</summary>
    /// <param name="elementType">The type of the elements of the array that it takes a list as; null if it takes none.</param>
    public object ProviderValue(Type? elementType) => (Value, elementType) switch
    {
        (IReadOnlyCollection<object> list, null) => Json(list),
        (IReadOnlyCollection<object> list, _) => Array(list, elementType),
        _ => Stored(Value),
    };

    private object Stored(object value) => Mapping?.Converter?.ConvertToProvider(value) ?? value;

    private Array Array(IReadOnlyCollection<object> list, Type elementType)
    {
        var array = System.Array.CreateInstance(elementType, list.Count);
        var index = 0;
        foreach (var value in list)
            array.SetValue(Stored(value), index++);
        return array;
    }

    /// <summary>The text of one parameter that EF Core's SQL reads a list from, with values as they are stored in columns.</summary>
    private string Json(IReadOnlyCollection<object> list)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var item in list)
            {
                if (Mapping?.JsonValueReaderWriter is { } writer)
                    writer.ToJson(json, item);
                else
                    JsonSerializer.Serialize(json, item);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

/// <summary>The object EF Core finds inputs in: only the names of its fields matter.</summary>
internal sealed class SlotHolder<T>
{
#pragma warning disable CS0649, CA1823 // Set and read by reflection.
    internal T v0_ = default!, v1_ = default!, v2_ = default!, v3_ = default!, v4_ = default!, v5_ = default!, v6_ = default!, v7_ = default!;
    internal T v8_ = default!, v9_ = default!, v10_ = default!, v11_ = default!, v12_ = default!, v13_ = default!, v14_ = default!, v15_ = default!;
    internal T v16_ = default!, v17_ = default!, v18_ = default!, v19_ = default!, v20_ = default!, v21_ = default!, v22_ = default!, v23_ = default!;
    internal T v24_ = default!, v25_ = default!, v26_ = default!, v27_ = default!, v28_ = default!, v29_ = default!, v30_ = default!, v31_ = default!;
    internal T v32_ = default!, v33_ = default!, v34_ = default!, v35_ = default!, v36_ = default!, v37_ = default!, v38_ = default!, v39_ = default!;
    internal T v40_ = default!, v41_ = default!, v42_ = default!, v43_ = default!, v44_ = default!, v45_ = default!, v46_ = default!, v47_ = default!;
    internal T v48_ = default!, v49_ = default!, v50_ = default!, v51_ = default!, v52_ = default!, v53_ = default!, v54_ = default!, v55_ = default!;
    internal T v56_ = default!, v57_ = default!, v58_ = default!, v59_ = default!, v60_ = default!, v61_ = default!, v62_ = default!, v63_ = default!;
    internal T v64_ = default!, v65_ = default!, v66_ = default!, v67_ = default!, v68_ = default!, v69_ = default!, v70_ = default!, v71_ = default!;
    internal T v72_ = default!, v73_ = default!, v74_ = default!, v75_ = default!, v76_ = default!, v77_ = default!, v78_ = default!, v79_ = default!;
    internal T v80_ = default!, v81_ = default!, v82_ = default!, v83_ = default!, v84_ = default!, v85_ = default!, v86_ = default!, v87_ = default!;
    internal T v88_ = default!, v89_ = default!, v90_ = default!, v91_ = default!, v92_ = default!, v93_ = default!, v94_ = default!, v95_ = default!;
    internal T v96_ = default!, v97_ = default!, v98_ = default!, v99_ = default!, v100_ = default!, v101_ = default!, v102_ = default!, v103_ = default!;
    internal T v104_ = default!, v105_ = default!, v106_ = default!, v107_ = default!, v108_ = default!, v109_ = default!, v110_ = default!, v111_ = default!;
    internal T v112_ = default!, v113_ = default!, v114_ = default!, v115_ = default!, v116_ = default!, v117_ = default!, v118_ = default!, v119_ = default!;
    internal T v120_ = default!, v121_ = default!, v122_ = default!, v123_ = default!, v124_ = default!, v125_ = default!, v126_ = default!, v127_ = default!;
#pragma warning restore CS0649, CA1823
}
