using System.Linq.Expressions;
using System.Reflection;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Building;

/// <summary>Makes fields of properties and methods, by the conventions or else by the default.</summary>
internal sealed class FieldFactory(TypeRegistry types, TypeExtensions extensions, IReadOnlyList<IFieldConvention> conventions)
{
    private static readonly ParameterExpression ParentParameter = Expression.Parameter(typeof(object), "parent");
    private static readonly ParameterExpression ArgumentsParameter = Expression.Parameter(typeof(ArgumentValues), "arguments");

    /// <summary>By type, what became of each property: a field, or null if it was left out.</summary>
    private readonly Dictionary<FieldsType, Dictionary<string, Field?>> _properties = [];

    /// <summary>The fields made by members that took the place of a property.</summary>
    private readonly HashSet<Field> _bound = [];

    /// <summary>Makes a root of the public static members of some classes.</summary>
    public ObjectType CreateRoot(string name, string description, IReadOnlyList<Type> classes, OperationType operation)
    {
        var root = new ObjectType
        {
            Name = name,
            Description = classes.Select(c => c.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description).FirstOrDefault(d => d is not null) ?? description,
        };
        types.Register(root, null);
        if (classes.Count == 0)
            types.Fault(null, "there is no query root: add a static class with [QueryType].");
        types.Defer(() =>
        {
            var fields = new OrderedDictionary<string, Field>(StringComparer.Ordinal);
            foreach (var member in classes.SelectMany(MembersOf))
            {
                if (Describe(member, null, operation) is { } field && !fields.TryAdd(field.Name, field))
                    types.Fault(member, $"there is already a field {field.Name} at the root {name}: rename one of them with [GraphQLName].");
            }

            root.Fields = [.. fields.Values];
        });
        return root;
    }

    /// <summary>Sets the fields of a type, those of its interfaces first.</summary>
    public void Fill(FieldsType type, Type clr)
    {
        if (_properties.ContainsKey(type))
            return;
        var properties = _properties[type] = [];
        foreach (var @interface in type.Interfaces)
            Fill(@interface, @interface.ClrType!);

        var fields = new OrderedDictionary<string, Field>(StringComparer.Ordinal);
        var members = extensions.ClassesFor(clr).SelectMany(MembersOf).ToList();
        var bound = new Dictionary<string, MemberInfo>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            if (member.GetCustomAttribute<BindMemberAttribute>() is { } bind && !bound.TryAdd(bind.Property, member))
                types.Fault(member, $"{bind.Property} is bound twice: remove one.");
        }

        CheckNames(clr, bound.Keys);

        foreach (var property in types.PropertiesOf(clr))
        {
            Field? field;
            if (bound.Remove(property.Name, out var instead))
            {
                field = DescribeIn(instead, clr);
                if (field is not null)
                    _bound.Add(field);
            }
            else if (!FindInherited(type, property, out field))
            {
                field = DescribeIn(property, clr);
            }

            properties[property.Name] = field;
            if (field is not null)
                fields[field.Name] = field;
        }

        foreach (var field in type.Interfaces.SelectMany(i => i.Fields))
            fields.TryAdd(field.Name, field);
        var added = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in members.Where(m => !m.IsDefined(typeof(BindMemberAttribute)) || bound.ContainsValue(m)))
        {
            if (DescribeIn(member, clr) is not { } field)
                continue;
            if (!added.Add(field.Name))
                types.Fault(member, $"another member of an extension of {clr.Name} is the field {field.Name} already: rename one of them with [GraphQLName].");
            fields[field.Name] = field;
        }

        type.Fields = [.. fields.Values];
    }

    /// <summary>The public static members of a class that may become fields, in the order they are written.</summary>
    private IEnumerable<MemberInfo> MembersOf(Type type)
    {
        if (!(type.IsAbstract && type.IsSealed))
            types.Fault(type, "make it a static class: its public static members become fields.");
        const BindingFlags declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return type.GetMethods(declared).Where(m => !m.IsSpecialName)
            .Concat<MemberInfo>(type.GetProperties(declared).Where(p => p.GetMethod is { IsPublic: true }))
            .Where(m => !m.IsDefined(typeof(GraphQLIgnoreAttribute)))
            .OrderBy(m => m is PropertyInfo property ? property.GetMethod!.MetadataToken : m.MetadataToken);
    }

    private void CheckNames(Type clr, IEnumerable<string> bound)
    {
        var names = bound.Concat(extensions.ClassesFor(clr).SelectMany(c => c.GetCustomAttributes<TypeExtensionAttribute>()).SelectMany(a => a.Ignore));
        foreach (var name in names.Where(n => clr.GetProperty(n) is null && !clr.GetInterfaces().Any(i => i.GetProperty(n) is not null)))
            types.Fault(clr, $"there is no property {name} to bind or ignore: name one with nameof.");
    }

    /// <summary>
    /// What a GraphQL interface made of a property this type has from the interface's C# type: of one that is inherited
    /// and not overridden, or one that a C# interface declares and another member stands for there.
    /// </summary>
    private bool FindInherited(FieldsType type, PropertyInfo property, out Field? field)
    {
        foreach (var @interface in type.Interfaces)
        {
            if (!_properties[@interface].TryGetValue(property.Name, out field))
                continue;
            if (property.DeclaringType!.IsAssignableFrom(@interface.ClrType) || (field is not null && _bound.Contains(field)))
                return true;
        }

        field = null;
        return false;
    }

    private Field? DescribeIn(MemberInfo member, Type owner) => Describe(member, owner, null);

    private Field? Describe(MemberInfo member, Type? owner, OperationType? root) => types.At(member, () =>
    {
        var binding = member is MethodInfo method ? MethodBinding.Create(method, owner, types) : null;
        if (member is MethodInfo && binding is null)
            return null;

        var property = member as PropertyInfo;
        var context = new FieldContext(
            new(() => binding?.Arguments ?? []),
            new(() => binding?.Compile() ?? CompileStatic(property!)))
        {
            Member = member,
            Owner = owner,
            Root = root,
            Name = BoundName(member),
            Description = types.DescriptionOf(member) ?? BoundDescription(member, owner),
            DeprecationReason = TypeRegistry.DeprecationOf(member),
            ResultType = binding?.ResultType ?? property!.PropertyType,
            Nullability = binding is not null ? binding.Nullability : types.NullabilityOf(property!),
            Types = types,
        };

        foreach (var convention in conventions)
        {
            if (convention.TryDescribe(context, out var definition))
                return definition is null ? null : Create(context, definition);
        }

        var made = binding is null ? DefaultFor(context, property!) : DefaultFor(context, binding);
        return Create(context, conventions.Aggregate(made, (definition, convention) => convention.Complete(context, definition)));
    });

    private static Field Create(FieldContext context, FieldDefinition definition) => new()
    {
        Name = definition.Name ?? context.Name,
        Description = definition.Description ?? context.Description,
        DeprecationReason = context.DeprecationReason,
        Type = definition.Type,
        Arguments = definition.Arguments,
        Resolver = definition.Resolver,
    };

    /// <summary>A member that stands for a property has its name, unless it says another.</summary>
    private string BoundName(MemberInfo member) =>
        member.GetCustomAttribute<BindMemberAttribute>() is { } bind && !member.IsDefined(typeof(GraphQLNameAttribute))
            ? Naming.FieldName(bind.Property, isMethod: false)
            : types.NameOf(member);

    private string? BoundDescription(MemberInfo member, Type? owner) =>
        member.GetCustomAttribute<BindMemberAttribute>() is { } bind && owner?.GetProperty(bind.Property) is { } property ? types.DescriptionOf(property) : null;

    private FieldDefinition DefaultFor(FieldContext context, PropertyInfo property)
    {
        var isStatic = property.GetMethod!.IsStatic;
        var type = ResultTypeOf(context);
        var value = Expression.Property(isStatic ? null : Expression.Convert(ParentParameter, property.DeclaringType!), property);
        var requires = property.GetCustomAttribute<RequiresAttribute>() is { } computed
            ? PropertiesNamed(context.Owner!, computed.Properties)
            : isStatic ? [] : [property];
        return new FieldDefinition { Type = type, Resolver = Pure(value, type, [], requires) };
    }

    private FieldDefinition DefaultFor(FieldContext context, MethodBinding binding)
    {
        var method = (MethodInfo)context.Member;
        if (typeof(IQueryable).IsAssignableFrom(context.ResultType))
            types.Fault(null, "no convention took this query: add the one for queries, or return a list.");
        var type = ResultTypeOf(context);
        var requires = binding.Parent is null ? [] : RequiredBy(binding.Parent, context.Owner!);
        FieldResolver? resolver = null;
        if (context.Root is not null || binding.IsBatch)
            resolver = new MethodResolver(method, binding) { Requires = requires };
        else if (binding.IsAsync || binding.OnlyForBatches.Any())
            types.Fault(null, MisusedParent(context.Owner!, binding));
        else
            resolver = Pure(binding.CallFor(ParentParameter, ArgumentsParameter), type, binding.Arguments, requires);
        return new FieldDefinition { Type = type, Arguments = context.Arguments, Resolver = resolver };
    }

    private static string MisusedParent(Type owner, MethodBinding binding)
    {
        var reasons = binding.OnlyForBatches.Select(p => $"takes {Naming.CSharpName(p.ParameterType)} {p.Name}").ToList();
        if (binding.IsAsync)
            reasons.Insert(0, "returns a task");
        return $"this is called for one parent at a time, but {string.Join(" and ", reasons)}. " +
            $"What reaches the store takes all parents: [Parent] IReadOnlyList<{owner.Name}>, returning one result for each.";
    }

    private GraphQLType ResultTypeOf(FieldContext context)
    {
        var type = types.TypeOf(context.Member, context.ResultType, context.Nullability, isInput: false);
        var innermost = context.ResultType;
        while (type.Named is ScalarType { ClrType: var clr } && innermost != clr && ClrTypes.ElementTypeOf(innermost) is { } element)
            innermost = element;
        innermost = Nullable.GetUnderlyingType(innermost) ?? innermost;
        if (type.Named is ScalarType scalar && scalar.ClrType != innermost && innermost != typeof(object) && types.ScalarFor(innermost) is not null)
            types.Fault(null, $"{scalar.Name} holds {Naming.CSharpName(scalar.ClrType)}, but this gives {Naming.CSharpName(innermost)}.");
        return type;
    }

    private static PureResolver Pure(Expression value, GraphQLType type, IReadOnlyList<InputValue> arguments, IReadOnlyList<MemberInfo> requires) => new()
    {
        Requires = requires,
        Resolve = Expression.Lambda<Func<object, ArgumentValues, object?>>(Expression.Convert(value, typeof(object)), ParentParameter, ArgumentsParameter).Compile(),
        Write = arguments.Count == 0 ? LeafWriters.Compile(ParentParameter, value, type) : null,
    };

    private static Func<BatchContext, object?> CompileStatic(PropertyInfo property) => property.GetMethod!.IsStatic
        ? Expression.Lambda<Func<BatchContext, object?>>(
            Expression.Convert(Expression.Property(null, property), typeof(object)),
            Expression.Parameter(typeof(BatchContext))).Compile()
        : throw new InvalidOperationException($"{Naming.CSharpName(property)} is read from each parent and cannot be called.");

    private List<PropertyInfo> RequiredBy(ParameterInfo parent, Type owner)
    {
        var names = parent.GetCustomAttribute<ParentAttribute>()!.Requires;
        return names.Count > 0
            ? PropertiesNamed(owner, names)
            : [.. types.PropertiesOf(owner).Where(p => types.ScalarFor(p.PropertyType) is not null || types.IsEnum(p.PropertyType))];
    }

    private List<PropertyInfo> PropertiesNamed(Type owner, IReadOnlyList<string> names)
    {
        var found = new List<PropertyInfo>();
        foreach (var name in names)
        {
            var property = owner.GetProperty(name) ?? owner.GetInterfaces().Select(i => i.GetProperty(name)).FirstOrDefault(p => p is not null);
            if (property is null)
                types.Fault(null, $"{Naming.CSharpName(owner)} has no property {name}: name one with nameof.");
            else
                found.Add(property.DeclaringType!.GetProperty(name)!);
        }

        return found;
    }
}
