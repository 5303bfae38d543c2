using System.Text;
using KnowledgeApi.GraphQL.Coercion;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Harness;

/// <summary>Resolves single fields without an executor.</summary>
internal static class Resolving
{
    public static Field Field(this Schema schema, string type, string field)
    {
        schema.TryGetType(type, out var named).ShouldBeTrue();
        schema.TryGetField(named!, field, out var found).ShouldBeTrue($"{type} has no field {field}");
        return found!;
    }

    /// <summary>The value of a field that needs nothing but its parent; arguments as they are written in a document.</summary>
    public static object? Pure(this Field field, object parent, string arguments = "") =>
        field.Resolver.ShouldBeOfType<PureResolver>().Resolve(parent, Arguments(field, arguments));

    /// <summary>The leaf as it is written into the response, or null if it is null.</summary>
    public static string? Write(this Field field, object parent)
    {
        using var json = new JsonBuffer();
        var write = field.Resolver.ShouldBeOfType<PureResolver>().Write.ShouldNotBeNull();
        var isWritten = write(parent, json);
        var text = Encoding.UTF8.GetString(json.Written);
        if (!isWritten)
            text.ShouldBeEmpty();
        return isWritten ? text : null;
    }

    /// <summary>The values of a field for all parents, which is <c>[null]</c> at a root.</summary>
    public static async Task<IReadOnlyList<object?>> Batch(this Field field, IReadOnlyList<object> parents, string arguments = "", params object[] services) =>
        await field.Resolver.ShouldBeAssignableTo<BatchResolver>()!.ResolveAsync(new BatchContext(
            parents,
            Arguments(field, arguments),
            new FieldPlan(field, [new FieldNode { Name = new NameNode { Value = field.Name } }], [], null, Arguments(field, arguments)),
            null,
            new Services(services),
            CancellationToken.None));

    public static async Task<object?> Root(this Field field, string arguments = "", params object[] services) =>
        (await field.Batch([new object()], arguments, services)).ShouldHaveSingleItem();

    public static ArgumentValues Arguments(Field field, string arguments)
    {
        var document = Parser.ParseDocument(arguments.Length == 0 ? "{ f }" : $"{{ f({arguments}) }}");
        var node = (FieldNode)((OperationDefinitionNode)document.Definitions[0]).SelectionSet.Selections[0];
        return ArgumentCoercion.Coerce(field.Arguments, node.Arguments, VariableValues.None);
    }

    private sealed class Services(object[] services) : IServiceProvider
    {
        public object? GetService(Type serviceType) => services.FirstOrDefault(serviceType.IsInstanceOfType);
    }
}
