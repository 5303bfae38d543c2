using System.Collections;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Execution;

/// <summary>
/// Writes the response depth first from what the executor found. A null where none may be cuts the buffer back to where the
/// nearest nullable parent began.
/// </summary>
internal sealed class ResultWriter(ExecutionRun run, JsonBuffer json)
{
    /// <summary>About how many bytes an error takes besides its message and path.</summary>
    private const int ErrorOverhead = 100;

    private const int UsualDepth = 16;

    private PathSegment[] _path = [];
    private int _depth;
    private List<GraphQLError>? _errors;
    private long _errorBytes;

    /// <summary>True once a field has failed.</summary>
    public bool HasErrors => _errors is not null;

    /// <summary>Writes the whole response.</summary>
    public void Write(OperationPlan plan, ObjectBatch? root)
    {
        json.WriteRaw("{\"data\":"u8);
        var start = json.Length;
        if (!WriteObject(plan.Root, RootValue.Instance, plan.RootType, root, 0))
        {
            json.CutTo(start);
            json.WriteNull();
        }

        if (_errors is not null)
        {
            json.WriteRaw(",\"errors\":"u8);
            ErrorWriter.Write(json, _errors);
        }

        json.WriteRaw('}');
        CheckSize();
    }

    /// <summary>Writes an object. False: a field of it must not be null but is, so neither may the object be; what was written is void.</summary>
    private bool WriteObject(SelectionPlan plan, object value, ObjectType type, ObjectBatch? batch, int row)
    {
        CheckSize();
        json.WriteRaw('{');
        var fields = plan.FieldsOf(type);
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0)
                json.WriteRaw(',');
            var field = fields[i];
            json.WriteRaw(field.Key);
            var written = field.Leaf is { } leaf && batch is not { HoldsAllFields: true }
                ? WriteLeaf(field, leaf, value, type)
                : WriteField(field, value, type, batch, row);
            if (!written)
                return false;
        }

        json.WriteRaw('}');
        return true;
    }

    private bool WriteLeaf(FieldPlan field, LeafWriter leaf, object parent, ObjectType type)
    {
        var start = json.Length;
        FieldError? error = null;
        try
        {
            if (leaf(parent, json))
                return true;
        }
        catch (Exception e)
        {
            json.CutTo(start);
            error = run.ErrorFor(e, field);
        }

        Enter(new PathSegment(field.ResponseName, 0));
        var written = WriteNull(field.Field.Type, error, field, type);
        _depth--;
        return written;
    }

    private bool WriteField(FieldPlan field, object parent, ObjectType type, ObjectBatch? batch, int row)
    {
        if (ReferenceEquals(field.Field, Introspection.TypeNameField))
        {
            json.WriteString(type.Name);
            return true;
        }

        Enter(new PathSegment(field.ResponseName, 0));
        var found = batch?.Find(field);
        var value = found is null ? ResolvePure(field, parent) : found.Values[row];
        var children = new ChildCursor(found?.Children, found is { Children: not null } ? found.FirstChild[row] : 0);
        var written = Complete(field.Field.Type, value, field, type, ref children);
        _depth--;
        return written;
    }

    private object? ResolvePure(FieldPlan field, object parent)
    {
        var (arguments, error) = run.ArgumentsOf(field);
        if (error is not null)
            return error;
        try
        {
            return ((PureResolver)field.Field.Resolver!).Resolve(parent, arguments);
        }
        catch (Exception e)
        {
            return run.ErrorFor(e, field);
        }
    }

    /// <summary>Writes a value of a type, or null if it may be null. False: it may not.</summary>
    private bool Complete(GraphQLType type, object? value, FieldPlan field, ObjectType parent, ref ChildCursor children)
    {
        if (value is null or FieldError)
            return WriteNull(type, value as FieldError, field, parent);
        var start = json.Length;
        var written = type.Nullable switch
        {
            ListType list => WriteList(list, value, field, parent, ref children),
            NamedType named when field.Selection is { } selection => WriteComposite(named, selection, value, field, ref children),
            var leaf => WriteBoxedLeaf((NamedType)leaf, value, field),
        };
        if (written)
            return true;
        // The error has been reported.
        json.CutTo(start);
        if (type is NonNullType)
            return false;
        json.WriteNull();
        return true;
    }

    private bool WriteNull(GraphQLType type, FieldError? error, FieldPlan field, ObjectType parent)
    {
        if (error is not null)
            Report(error.Message, error.Code, field, error.Location, error.Extensions);
        else if (type is NonNullType)
            Report($"Cannot return null for non-nullable field {parent.Name}.{field.Field.Name}.", ErrorCodes.NonNullViolation, field);
        if (type is NonNullType)
            return false;
        json.WriteNull();
        return true;
    }

    private bool WriteList(ListType type, object value, FieldPlan field, ObjectType parent, ref ChildCursor children)
    {
        if (value is string || value is not IEnumerable items)
        {
            Report($"Expected a list for {parent.Name}.{field.Field.Name}.", ErrorCodes.InternalServerError, field);
            return false;
        }

        var first = children;
        json.WriteRaw('[');
        var written = value is IReadOnlyList<object?> list
            ? WriteItems(type.OfType, list, field, parent, ref children)
            : WriteItems(type.OfType, items, field, parent, ref children);
        if (!written)
            children = first.After(value, type);
        json.WriteRaw(']');
        return written;
    }

    private bool WriteItems(GraphQLType type, IReadOnlyList<object?> items, FieldPlan field, ObjectType parent, ref ChildCursor children)
    {
        for (var i = 0; TryGetItem(items, i, field, out var item, out var isEnd); i++)
        {
            if (isEnd)
                return true;
            if (!WriteItem(type, i, item, field, parent, ref children))
                return false;
        }

        return false;
    }

    /// <summary>Items that are found while they are read, which may fail: then the list fails, not the item.</summary>
    private bool WriteItems(GraphQLType type, IEnumerable items, FieldPlan field, ObjectType parent, ref ChildCursor children)
    {
        IEnumerator? enumerator = null;
        try
        {
            for (var i = 0; TryMoveNext(items, ref enumerator, field, out var item, out var isEnd); i++)
            {
                if (isEnd)
                    return true;
                if (!WriteItem(type, i, item, field, parent, ref children))
                    return false;
            }

            return false;
        }
        finally
        {
            (enumerator as IDisposable)?.Dispose();
        }
    }

    private bool TryGetItem(IReadOnlyList<object?> items, int index, FieldPlan field, out object? item, out bool isEnd)
    {
        try
        {
            isEnd = index >= items.Count;
            item = isEnd ? null : items[index];
            return true;
        }
        catch (Exception e)
        {
            ReportUnreadable(e, field, out item, out isEnd);
            return false;
        }
    }

    private bool TryMoveNext(IEnumerable items, ref IEnumerator? enumerator, FieldPlan field, out object? item, out bool isEnd)
    {
        try
        {
            enumerator ??= items.GetEnumerator();
            isEnd = !enumerator.MoveNext();
            item = isEnd ? null : enumerator.Current;
            return true;
        }
        catch (Exception e)
        {
            ReportUnreadable(e, field, out item, out isEnd);
            return false;
        }
    }

    private void ReportUnreadable(Exception exception, FieldPlan field, out object? item, out bool isEnd)
    {
        var error = run.ErrorFor(exception, field);
        Report(error.Message, error.Code, field, extensions: error.Extensions);
        item = null;
        isEnd = true;
    }

    private bool WriteItem(GraphQLType type, int index, object? item, FieldPlan field, ObjectType parent, ref ChildCursor children)
    {
        CheckSize();
        if (index > 0)
            json.WriteRaw(',');
        Enter(new PathSegment(null, index));
        var written = Complete(type, item, field, parent, ref children);
        _depth--;
        return written;
    }

    private bool WriteComposite(NamedType named, SelectionPlan selection, object value, FieldPlan field, ref ChildCursor children)
    {
        var row = children.Next();
        var type = children.Batch is { } batch ? batch.Types[row] : run.Schema.ResolveType(named, value);
        if (type is null)
        {
            Report($"A value of {named.Name} is of no object type that {named.Name} allows.", ErrorCodes.InternalServerError, field);
            return false;
        }

        return WriteObject(selection, value, type, children.Batch, row);
    }

    private bool WriteBoxedLeaf(NamedType type, object value, FieldPlan field)
    {
        var start = json.Length;
        try
        {
            switch (type)
            {
                case ScalarType scalar:
                    scalar.WriteObject(json, value);
                    break;
                case EnumType choice:
                    choice.WriteObject(json, value);
                    break;
            }

            return true;
        }
        catch (Exception e)
        {
            json.CutTo(start);
            var error = run.ErrorFor(e, field);
            Report(error.Message, error.Code, field, extensions: error.Extensions);
            return false;
        }
    }

    private void Report(
        string message, string code, FieldPlan field, SourceLocation? location = null, IReadOnlyDictionary<string, object?>? extensions = null)
    {
        var path = new object[_depth];
        for (var i = 0; i < path.Length; i++)
            path[i] = _path[i].Name ?? (object)_path[i].Index;
        _errors ??= [];
        _errors.Add(new GraphQLError(message, code, location is { } place ? [place] : field.Locations, path, extensions));
        _errorBytes += ErrorOverhead + message.Length + (path.Length * sizeof(long)) + ErrorExtensions.SizeOf(extensions);
        CheckSize();
    }

    private void Enter(PathSegment segment)
    {
        if (_depth == _path.Length)
            Array.Resize(ref _path, Math.Max(UsualDepth, _depth * 2));
        _path[_depth++] = segment;
    }

    private void CheckSize()
    {
        if (json.Length + _errorBytes > run.Options.MaxResponseBytes)
            throw new ResultLimitException($"The answer is larger than {run.Options.MaxResponseBytes} bytes. Ask for less.");
    }

    private readonly record struct PathSegment(string? Name, int Index);

    /// <summary>Walks the objects of a field in the order the executor gathered them.</summary>
    private struct ChildCursor(ObjectBatch? batch, int next)
    {
        private int _next = next;

        public readonly ObjectBatch? Batch => batch;

        public int Next() => _next++;

        /// <summary>The cursor behind all objects of a list that was given up half-way.</summary>
        public readonly ChildCursor After(object list, ListType type) =>
            batch is null ? this : new(batch, _next + OperationExecutor.ChildCount(list, type));
    }
}
