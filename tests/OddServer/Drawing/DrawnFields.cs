using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.OddServer.Cabinet;

namespace KnowledgeApi.OddServer.Drawing;

/// <summary>Gives every field of the cabinet a drawn value: some read off their parent, some in batches, some of these after a while.</summary>
internal sealed class DrawnFields(Func<Schema> schema) : IFieldConvention
{
    bool IFieldConvention.TryDescribe(FieldContext context, out FieldDefinition? definition)
    {
        definition = null;
        if (context.Root == OperationType.Mutation || context.Owner == typeof(Tally))
            return false;
        var type = context.Types.OutputTypeOf(context.ResultType, context.Nullability);
        if (context.GetAttribute<IDAttribute>() is not null)
            type = type is NonNullType ? new NonNullType(BuiltIns.Id) : BuiltIns.Id;
        var field = new Field { Name = context.Name, Type = type, Arguments = context.Arguments };
        definition = new FieldDefinition { Type = type, Arguments = context.Arguments, Resolver = ResolverOf(field, context.Root is not null) };
        return true;
    }

    private FieldResolver ResolverOf(Field field, bool isRoot) => (isRoot ? 1 : Draw.Mix(Draw.Root, field.Name) % 3) switch
    {
        0 => Read(field),
        1 => new Batch(field, schema, waits: false),
        _ => new Batch(field, schema, waits: true),
    };

    private PureResolver Read(Field field) => new()
    {
        Resolve = (parent, arguments) => Told(ValueOf(field, parent, arguments)),
        Write = field.Arguments.Count == 0 && field.Type.Nullable is ScalarType or EnumType ? (parent, json) => Write(field, parent, json) : null,
    };

    private bool Write(Field field, object parent, JsonBuffer json)
    {
        if (Told(ValueOf(field, parent, ArgumentValues.None)) is not { } value)
            return false;
        if (field.Type.Named is EnumType choice)
            choice.WriteObject(json, value);
        else
            ((ScalarType)field.Type.Named).WriteObject(json, value);
        return true;
    }

    private object? ValueOf(Field field, object parent, ArgumentValues arguments) =>
        Draw.Value(schema(), field.Type, Draw.Mix(parent is Odd odd ? odd.Key : Draw.Root, field.Name + Canonical.Arguments(field, arguments)));

    private static object? Told(object? value) => value is FieldError error ? throw new FieldErrorException(error.Message, error.Code) : value;

    private sealed class Batch(Field field, Func<Schema> schema, bool waits) : BatchResolver
    {
        public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context)
        {
            if (waits)
                await Task.Yield();
            if (field.Name == "broken")
                throw new InvalidOperationException("The whole batch failed.");
            var text = field.Name + Canonical.Arguments(field, context.Arguments);
            return [.. context.Parents.Select(parent => Draw.Value(schema(), field.Type, Draw.Mix(parent is Odd odd ? odd.Key : Draw.Root, text)))];
        }
    }
}
