using System.Buffers;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage;

namespace KnowledgeApi.GraphQL.Data.Statements;

/// <summary>
/// The inputs of one statement while it is compiled and each time it is run. EF Core turns a field of a constant object into a
/// parameter of the field's name, so the slot of index 7 becomes the parameter <c>@v7</c>, whatever order EF meets them in.
/// </summary>
internal sealed class SlotList
{
    /// <summary>The most inputs of one statement.</summary>
    public const int Capacity = 128;

    private readonly List<Slot> _slots = [];
    private readonly Dictionary<int, Expression> _expressions = [];

    public int Count => _slots.Count;

    public Slot this[int index] => _slots[index];

    /// <summary>Adds an input, never null: a null is another statement (<c>IS NULL</c>), not another input.</summary>
    public int Add(Type type, object value, CoreTypeMapping? mapping = null)
    {
        if (_slots.Count == Capacity)
            throw new SlotLimitException();
        _slots.Add(new Slot(type, value, mapping));
        return _slots.Count - 1;
    }

    /// <summary>An expression for the input, of the slot's type, that EF Core makes a parameter of.</summary>
    public Expression Expression(int index)
    {
        // The same object each time, or EF Core would take it for another input.
        if (_expressions.TryGetValue(index, out var known))
            return known;
        var slot = _slots[index];
        var holderType = typeof(SlotHolder<>).MakeGenericType(slot.Type);
        var field = holderType.GetField($"v{index}", BindingFlags.Instance | BindingFlags.NonPublic)!;
        var holder = Activator.CreateInstance(holderType)!;
        field.SetValue(holder, slot.Value);
        return _expressions[index] = System.Linq.Expressions.Expression.Field(System.Linq.Expressions.Expression.Constant(holder), field);
    }

    /// <summary>The value the database is given for an input.</summary>
    public object ProviderValue(int index) => _slots[index].ProviderValue();
}

/// <summary>One input of a statement.</summary>
/// <param name="Type">The C# type it has in the query; an array for a list.</param>
/// <param name="Value">Its value in this request.</param>
/// <param name="Mapping">How the column it is compared with is stored; null for plain texts and numbers.</param>
internal sealed record Slot(Type Type, object Value, CoreTypeMapping? Mapping)
{
    public object ProviderValue() => Value is Array list ? Json(list) : Mapping?.Converter?.ConvertToProvider(Value) ?? Value;

    /// <summary>The text of one parameter that EF Core's SQL reads a list from, with values as they are stored in columns.</summary>
    private string Json(Array list)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var item in list)
            {
                if (Mapping?.JsonValueReaderWriter is { } writer)
                    writer.ToJson(json, item!);
                else
                    JsonSerializer.Serialize(json, item);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

/// <summary>More inputs than a statement may have.</summary>
internal sealed class SlotLimitException() : Exception($"A filter may hold at most {SlotList.Capacity} values.");

/// <summary>The object EF Core finds inputs in: only the names of its fields matter.</summary>
internal sealed class SlotHolder<T>
{
#pragma warning disable CS0649, CA1823 // Set and read by reflection.
    internal T v0 = default!, v1 = default!, v2 = default!, v3 = default!, v4 = default!, v5 = default!, v6 = default!, v7 = default!;
    internal T v8 = default!, v9 = default!, v10 = default!, v11 = default!, v12 = default!, v13 = default!, v14 = default!, v15 = default!;
    internal T v16 = default!, v17 = default!, v18 = default!, v19 = default!, v20 = default!, v21 = default!, v22 = default!, v23 = default!;
    internal T v24 = default!, v25 = default!, v26 = default!, v27 = default!, v28 = default!, v29 = default!, v30 = default!, v31 = default!;
    internal T v32 = default!, v33 = default!, v34 = default!, v35 = default!, v36 = default!, v37 = default!, v38 = default!, v39 = default!;
    internal T v40 = default!, v41 = default!, v42 = default!, v43 = default!, v44 = default!, v45 = default!, v46 = default!, v47 = default!;
    internal T v48 = default!, v49 = default!, v50 = default!, v51 = default!, v52 = default!, v53 = default!, v54 = default!, v55 = default!;
    internal T v56 = default!, v57 = default!, v58 = default!, v59 = default!, v60 = default!, v61 = default!, v62 = default!, v63 = default!;
    internal T v64 = default!, v65 = default!, v66 = default!, v67 = default!, v68 = default!, v69 = default!, v70 = default!, v71 = default!;
    internal T v72 = default!, v73 = default!, v74 = default!, v75 = default!, v76 = default!, v77 = default!, v78 = default!, v79 = default!;
    internal T v80 = default!, v81 = default!, v82 = default!, v83 = default!, v84 = default!, v85 = default!, v86 = default!, v87 = default!;
    internal T v88 = default!, v89 = default!, v90 = default!, v91 = default!, v92 = default!, v93 = default!, v94 = default!, v95 = default!;
    internal T v96 = default!, v97 = default!, v98 = default!, v99 = default!, v100 = default!, v101 = default!, v102 = default!, v103 = default!;
    internal T v104 = default!, v105 = default!, v106 = default!, v107 = default!, v108 = default!, v109 = default!, v110 = default!, v111 = default!;
    internal T v112 = default!, v113 = default!, v114 = default!, v115 = default!, v116 = default!, v117 = default!, v118 = default!, v119 = default!;
    internal T v120 = default!, v121 = default!, v122 = default!, v123 = default!, v124 = default!, v125 = default!, v126 = default!, v127 = default!;
#pragma warning restore CS0649, CA1823
}
