using System.Reflection;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Schemas;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Building;

/// <summary>
/// Builds a schema from annotated C#. What it is given are static classes that hold root fields or say more about a C#
/// type, scalars, and conventions; the types of the schema are those that can be reached from there.
/// </summary>
public sealed class SchemaBuilder
{
    private readonly List<Type> _queries = [];
    private readonly List<Type> _mutations = [];
    private readonly List<Type> _types = [];
    private readonly List<Assembly> _assemblies = [];
    private readonly List<NamedType> _named = [];
    private readonly Dictionary<Type, IReadOnlyList<EnumValue>> _enums = [];
    private readonly List<Directive> _directives = [];
    private readonly List<IFieldConvention> _conventions = [];
    private readonly List<ScalarType> _scalars = [BuiltIns.Int, BuiltIns.Float, BuiltIns.String, BuiltIns.Boolean, BuiltIns.Date, BuiltIns.DateTime, BuiltIns.Decimal];
    private Func<Type, bool> _isService = _ => false;
    private string? _description;
    private string? _handedDown;

    /// <summary>Adds every annotated public type of an assembly, in the order of their names. Its types can be found as implementers and union members.</summary>
    public SchemaBuilder AddTypes(Assembly assembly)
    {
        _assemblies.Add(assembly);
        return AddTypes([.. assembly.GetExportedTypes().Where(IsAnnotated).OrderBy(t => t.FullName, StringComparer.Ordinal)]);
    }

    /// <summary>Adds annotated static classes, or C# types that become types of the schema even if nothing refers to them.</summary>
    public SchemaBuilder AddTypes(params Type[] types)
    {
        foreach (var type in types)
        {
            if (type.IsDefined(typeof(QueryTypeAttribute), false))
                _queries.Add(type);
            else if (type.IsDefined(typeof(MutationTypeAttribute), false))
                _mutations.Add(type);
            else
                _types.Add(type);
        }

        return this;
    }

    /// <summary>Adds a static class with fields of the query root.</summary>
    public SchemaBuilder AddQueryType(Type type)
    {
        _queries.Add(type);
        return this;
    }

    /// <summary>Adds a static class with fields of the mutation root.</summary>
    public SchemaBuilder AddMutationType(Type type)
    {
        _mutations.Add(type);
        return this;
    }

    /// <summary>
    /// Takes <see cref="DateTime"/> for a date and time without a time zone, the scalar <c>LocalDateTime</c>. Without this it is refused,
    /// because the C# type does not say in which time zone it is.
    /// </summary>
    public SchemaBuilder AddLocalDateTime() => AddScalar(new LocalDateTimeType());

    /// <summary>Makes a C# type, a value object perhaps, a scalar. The last scalar for a C# type is the one that counts.</summary>
    internal SchemaBuilder AddScalar<T>(ScalarType<T> scalar)
        where T : notnull
    {
        _scalars.Add(scalar);
        return this;
    }

    /// <summary>Adds a type that is made by hand.</summary>
    internal SchemaBuilder AddType(NamedType type)
    {
        _named.Add(type);
        return this;
    }

    internal SchemaBuilder AddDirective(Directive directive)
    {
        _directives.Add(directive);
        return this;
    }

    /// <summary>
    /// Makes a C# type an enum type, of values that are known only where the schema is put together. The C# type gives name and description; it must not be
    /// used for anything else. Values that are stored are ordered by what is stored of them.
    /// </summary>
    /// <param name="values">The values in their order: each as C# code sees it, its name in the schema, and its description.</param>
    public SchemaBuilder AddEnum<T>(IEnumerable<(T Value, string Name, string Description)> values)
        where T : notnull
    {
        _enums[typeof(T)] = [.. values.Select(each => new EnumValue { Name = each.Name, Description = each.Description, Value = each.Value })];
        return this;
    }

    /// <summary>Adds a convention. Of several that make a field of a member, the one added first counts.</summary>
    public SchemaBuilder AddConvention(IFieldConvention convention)
    {
        _conventions.Add(convention);
        return this;
    }

    /// <summary>Says which parameters of methods are services and not arguments, besides those marked with <see cref="ServiceAttribute"/>.</summary>
    public SchemaBuilder UseServices(Func<Type, bool> isService)
    {
        _isService = isService;
        return this;
    }

    /// <summary>Hands an argument down: a field that has it, below one that is given it, takes that over unless it is given its own.</summary>
    public SchemaBuilder HandDown(string argument)
    {
        _handedDown = argument;
        return this;
    }

    /// <summary>Gives the schema a description.</summary>
    public SchemaBuilder Describe(string description)
    {
        _description = description;
        return this;
    }

    /// <summary>Builds the schema. Throws <see cref="SchemaException"/> with every fault that was found.</summary>
    public Schema Build()
    {
        var extensions = new TypeExtensions(_types);
        var types = new TypeRegistry(extensions, _scalars, _named, _enums, [.. _types.Where(t => !IsExtension(t))], _assemblies, _isService);
        var fields = new FieldFactory(types, extensions, _conventions);
        types.UseFields(fields);

        var query = fields.CreateRoot("Query", "The root of all queries.", _queries, OperationType.Query);
        var mutation = _mutations.Count == 0 ? null : fields.CreateRoot("Mutation", "The root of all mutations.", _mutations, OperationType.Mutation);
        foreach (var type in extensions.Extended.Concat(_types.Where(t => !IsExtension(t))))
            types.Include(type);
        types.RunDeferred();
        if (types.Faults.Count > 0)
            throw new SchemaException(types.Faults);

        Directive[] directives = [.. _directives, .. BuiltIns.Directives];
        NamedType[] roots = mutation is null ? [query] : [query, mutation];
        var schema = new Schema(query, new TypeCollector(types.Made).Collect(roots, types.Included, directives), directives, mutation, description: _description) { HandedDown = _handedDown };
        var faults = SchemaValidator.Validate(schema);
        return faults.Count == 0 ? schema : throw new SchemaException(faults);
    }

    private static bool IsExtension(Type type) => type.IsDefined(typeof(TypeExtensionAttribute), false);

    private static bool IsAnnotated(Type type) =>
        IsExtension(type)
        || type.IsDefined(typeof(QueryTypeAttribute), false)
        || type.IsDefined(typeof(MutationTypeAttribute), false)
        || type.IsDefined(typeof(NamedTypeAttribute), false);
}
