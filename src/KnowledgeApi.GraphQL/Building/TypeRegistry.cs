using System.Reflection;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Building;

/// <summary>Finds or makes the GraphQL type of a C# type while a schema is being built. One registry makes one schema.</summary>
internal sealed class TypeRegistry
{
    private readonly TypeExtensions _extensions;
    private readonly IReadOnlyDictionary<Type, IReadOnlyList<EnumValue>> _enums;
    private readonly Dictionary<Type, ScalarType> _scalars = [];
    private readonly Dictionary<string, NamedType> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, NamedType> _outputs = [];
    private readonly Dictionary<Type, InputObjectType> _inputs = [];
    private readonly List<NamedType> _included;
    private readonly IReadOnlyList<Type> _plainTypes;
    private readonly IReadOnlyList<Assembly> _assemblies;
    private readonly Func<Type, bool> _isService;
    private readonly NullabilityInfoContext _nullability = new();
    private readonly XmlDocumentation _documentation = new();
    private readonly Queue<Action> _deferred = [];
    private readonly List<string> _faults = [];
    private FieldFactory _fields = null!;
    private string? _about;

    internal TypeRegistry(
        TypeExtensions extensions,
        IEnumerable<ScalarType> scalars,
        IReadOnlyList<NamedType> named,
        IReadOnlyDictionary<Type, IReadOnlyList<EnumValue>> enums,
        IReadOnlyList<Type> plainTypes,
        IReadOnlyList<Assembly> assemblies,
        Func<Type, bool> isService)
    {
        _extensions = extensions;
        _enums = enums;
        _plainTypes = plainTypes;
        _assemblies = assemblies;
        _isService = isService;
        _included = [.. named];
        Inputs = new InputBinding(this);
        foreach (var scalar in scalars)
            _scalars[scalar.ClrType] = scalar;
        foreach (var type in _scalars.Values.Concat(named).Append(BuiltIns.Id))
            Register(type, null);
        foreach (var type in named)
        {
            if (type is ObjectType { ClrType: { } clr })
                _outputs.TryAdd(clr, type);
            else if (type is EnumType { ClrType: { } clrEnum })
                _outputs.TryAdd(clrEnum, type);
            else if (type is InputObjectType { ClrType: { } clrInput } input)
                _inputs.TryAdd(clrInput, input);
        }
    }

    internal IReadOnlyList<string> Faults => _faults;

    /// <summary>Every type that was made.</summary>
    internal IReadOnlyCollection<NamedType> Made => _byName.Values;

    /// <summary>The types that belong to the schema even if nothing refers to them.</summary>
    internal IReadOnlyList<NamedType> Included => _included;

    internal InputBinding Inputs { get; }

    /// <summary>
    /// The type of values the server gives, with its wrappers. Without <paramref name="nullability"/> references are taken
    /// to be non-null; code without annotations makes them nullable.
    /// </summary>
    public GraphQLType OutputTypeOf(Type clr, NullabilityInfo? nullability = null) => Wrap(clr, nullability, isInput: false, OutputNamed);

    /// <summary>The type of values a client gives, with its wrappers; see <see cref="OutputTypeOf"/>.</summary>
    public GraphQLType InputTypeOf(Type clr, NullabilityInfo? nullability = null) => Wrap(clr, nullability, isInput: true, InputNamed);

    /// <summary>The scalar for a C# type, or null; <see cref="Nullable{T}"/> is looked through.</summary>
    public ScalarType? ScalarFor(Type clr) => _scalars.GetValueOrDefault(Nullable.GetUnderlyingType(clr) ?? clr);

    /// <summary>True for a C# enum, and for a C# type that was made an enum type; <see cref="Nullable{T}"/> is looked through.</summary>
    public bool IsEnum(Type clr) => (Nullable.GetUnderlyingType(clr) ?? clr) is var plain && (plain.IsEnum || _enums.ContainsKey(plain));

    /// <summary>The enum type of a C# type that is one.</summary>
    public EnumType EnumFor(Type clr)
    {
        if (_outputs.TryGetValue(clr, out var known))
            return (EnumType)known;
        var type = new EnumType
        {
            Name = NameOf(clr),
            Description = DescriptionOf(clr),
            ClrType = clr,
            Values = _enums.TryGetValue(clr, out var given) ? given :
            [
                .. clr.GetFields(BindingFlags.Public | BindingFlags.Static)
                    .Where(f => !f.IsDefined(typeof(GraphQLIgnoreAttribute)))
                    .OrderBy(f => f.MetadataToken)
                    .Select(f => new EnumValue
                    {
                        Name = f.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Naming.ScreamingSnakeCase(f.Name),
                        Description = DescriptionOf(f),
                        DeprecationReason = DeprecationOf(f),
                        Value = f.GetValue(null)!,
                    }),
            ],
        };
        _outputs.Add(clr, type);
        Register(type, clr);
        return type;
    }

    /// <summary>
    /// The type of that name, or a new one. <paramref name="complete"/> is called once, later, when it may ask for types
    /// that in turn lead back to this one; there it sets the fields.
    /// </summary>
    public T GetOrAdd<T>(string name, Func<T> create, Action<T>? complete = null)
        where T : NamedType
    {
        if (_byName.TryGetValue(name, out var known))
        {
            if (known is T same)
                return same;
            Fault(null, $"{name} is needed as {typeof(T).Name}, but there is a {known.GetType().Name} of that name: rename one of them.");
            return create();
        }

        var type = create();
        Register(type, null);
        if (complete is not null)
            Defer(() => complete(type));
        return type;
    }

    /// <summary>Calls back when the types asked for so far exist.</summary>
    public void Defer(Action action)
    {
        var about = _about;
        _deferred.Enqueue(() =>
        {
            _about = about;
            action();
        });
    }

    /// <summary>
    /// The properties of a C# type that would become fields: public, readable, not ignored; those of base types first.
    /// Each is reflected from the type that declares it.
    /// </summary>
    public IReadOnlyList<PropertyInfo> PropertiesOf(Type clr)
    {
        const BindingFlags declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var properties = new OrderedDictionary<string, PropertyInfo>(StringComparer.Ordinal);
        foreach (var type in ClrTypes.Hierarchy(clr))
        {
            foreach (var property in type.GetProperties(declared).OrderBy(p => p.GetMethod?.MetadataToken))
            {
                if (property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
                    properties[property.Name] = property;
            }
        }

        return [.. properties.Values.Where(p => !_extensions.IsIgnored(clr, p))];
    }

    /// <summary>The name the output type of a C# type has or would have.</summary>
    public string NameOf(Type clr)
    {
        if (ScalarFor(clr) is { } scalar)
            return scalar.Name;
        return _extensions.Attribute<GraphQLNameAttribute>(clr)?.Name
            ?? clr.GetCustomAttribute<NamedTypeAttribute>(false)?.Name
            ?? Naming.TypeName(clr, NameOf);
    }

    /// <summary>The name of the field that would be made from a property or method.</summary>
    public string NameOf(MemberInfo member) => member is Type type
        ? NameOf(type)
        : member.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Naming.FieldName(member.Name, member is MethodInfo);

    /// <summary>The description of a type, property, method or enum value, from its attribute or its XML documentation.</summary>
    public string? DescriptionOf(MemberInfo member)
    {
        var attribute = member is Type type
            ? _extensions.Attribute<GraphQLDescriptionAttribute>(type)
            : member.GetCustomAttribute<GraphQLDescriptionAttribute>();
        return attribute?.Description ?? _documentation.SummaryOf(member);
    }

    /// <summary>The description of an argument.</summary>
    public string? DescriptionOf(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description ?? _documentation.SummaryOf(parameter);

    /// <summary>Why a member is deprecated; null if it is not.</summary>
    internal static string? DeprecationOf(ICustomAttributeProvider member)
    {
        if (member.GetCustomAttributes(typeof(GraphQLDeprecatedAttribute), false) is [GraphQLDeprecatedAttribute deprecated, ..])
            return deprecated.Reason;
        return member.GetCustomAttributes(typeof(ObsoleteAttribute), false) is [ObsoleteAttribute obsolete, ..]
            ? obsolete.Message ?? BuiltIns.DefaultDeprecationReason
            : null;
    }

    /// <summary>What the annotations say of nulls in a property.</summary>
    public NullabilityInfo NullabilityOf(PropertyInfo property) => _nullability.Create(property);

    /// <summary>What the annotations say of nulls in a parameter or, for the return parameter, in a result.</summary>
    public NullabilityInfo NullabilityOf(ParameterInfo parameter) => _nullability.Create(parameter);

    /// <summary>Records a fault: the schema will not be built. The text says what is wrong and what to do.</summary>
    public void Fault(MemberInfo? member, string fault)
    {
        var about = member is null ? _about : Naming.CSharpName(member);
        var text = about is null ? fault : $"{about}: {fault}";
        if (!_faults.Contains(text))
            _faults.Add(text);
    }

    internal void UseFields(FieldFactory fields) => _fields = fields;

    internal bool IsService(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(ServiceAttribute))
        || (ScalarFor(parameter.ParameterType) is null && ClrTypes.ElementTypeOf(parameter.ParameterType) is null && _isService(parameter.ParameterType));

    /// <summary>True if values of a C# type, or of the items of a list, have a GraphQL type.</summary>
    internal bool IsKnownInput(Type clr)
    {
        var type = Nullable.GetUnderlyingType(clr) ?? clr;
        if (ScalarFor(type) is not null)
            return true;
        return ClrTypes.ElementTypeOf(type) is { } element ? IsKnownInput(element) : ClrTypes.Unfit(type) is null;
    }

    /// <summary>Runs an action; faults it records are said to be about the member.</summary>
    internal T At<T>(MemberInfo member, Func<T> action)
    {
        var before = _about;
        _about = Naming.CSharpName(member);
        try
        {
            return action();
        }
        finally
        {
            _about = before;
        }
    }

    internal void RunDeferred()
    {
        while (_deferred.TryDequeue(out var action))
            action();
    }

    /// <summary>Puts the type of a C# type into the schema whether or not something refers to it.</summary>
    internal void Include(Type clr) => At(clr, () =>
    {
        NamedType type;
        if (clr is { IsAbstract: true, IsSealed: true })
            type = Reject("a static class must say what it is: mark it with [QueryType], [MutationType] or [ObjectType<T>].");
        else if (ClrTypes.IsInputClass(clr))
            type = InputNamed(clr);
        else
            type = OutputNamed(clr);
        _included.Add(type);
        return type;
    });

    internal void Register(NamedType type, Type? clr)
    {
        if (_byName.TryAdd(type.Name, type))
            return;
        var other = _outputs.Concat(_inputs.Select(i => KeyValuePair.Create(i.Key, (NamedType)i.Value))).FirstOrDefault(o => o.Value == _byName[type.Name]).Key;
        var names = string.Join(" and ", new[] { other, clr }.OfType<Type>().Select(Naming.CSharpName));
        Fault(null, $"the name {type.Name} is taken twice{(names.Length == 0 ? "" : $" ({names})")}: give one of them a [GraphQLName].");
    }

    /// <summary>The type of a member or parameter, by its attributes or else by its C# type.</summary>
    internal GraphQLType TypeOf(ICustomAttributeProvider member, Type clr, NullabilityInfo? nullability, bool isInput)
    {
        if (member.GetCustomAttributes(typeof(GraphQLTypeAttribute), false) is [GraphQLTypeAttribute given, ..])
        {
            return given.Text is { } text
                ? Parse(text)
                : Wrap(clr, nullability, isInput, _ => NamedByClass(given.ClrType!, isInput));
        }

        if (member.IsDefined(typeof(IDAttribute), false))
            return Wrap(clr, nullability, isInput, IdFor);
        return isInput ? InputTypeOf(clr, nullability) : OutputTypeOf(clr, nullability);
    }

    private GraphQLType Wrap(Type clr, NullabilityInfo? nullability, bool isInput, Func<Type, NamedType> named)
    {
        var inner = Nullable.GetUnderlyingType(clr);
        var type = inner ?? clr;
        var isNullable = inner is not null
            || (!type.IsValueType && nullability is not null && (isInput ? nullability.WriteState : nullability.ReadState) != NullabilityState.NotNull);
        GraphQLType core = ScalarFor(type) is null && ClrTypes.ElementTypeOf(type) is { } element
            ? new ListType(Wrap(element, ClrTypes.ElementNullabilityOf(nullability), isInput, named))
            : named(type);
        return isNullable ? core : new NonNullType(core);
    }

    private NamedType OutputNamed(Type clr)
    {
        if (Reference.TargetOf(clr) is { } target)
            return OutputNamed(target);
        if (ScalarFor(clr) is { } scalar)
            return scalar;
        if (IsEnum(clr))
            return EnumFor(clr);
        if (_outputs.TryGetValue(clr, out var known))
            return known;
        if (_extensions.IsUnion(clr))
            return CreateUnion(clr);
        if (_extensions.IsInterface(clr))
            return CreateInterface(clr);
        if (ClrTypes.Unfit(clr) is { } reason)
            return Reject(reason);
        if (clr.IsAbstract)
            return Reject($"{Naming.CSharpName(clr)} is abstract: say what it is with [InterfaceType<{clr.Name}>] or [UnionType<{clr.Name}>] on a static class.");
        if (ClrTypes.IsInputClass(clr))
            return Reject($"{Naming.CSharpName(clr)} is an input object and cannot be returned: return another type.");
        return CreateObject(clr);
    }

    private NamedType InputNamed(Type clr)
    {
        if (ScalarFor(clr) is { } scalar)
            return scalar;
        if (IsEnum(clr))
            return EnumFor(clr);
        if (_inputs.TryGetValue(clr, out var known))
            return known;
        if (ClrTypes.Unfit(clr) is { } reason)
            return Reject(reason);
        if (clr.IsAbstract)
            return Reject($"{Naming.CSharpName(clr)} is abstract and cannot be made from input: take a concrete class, or [OneOf] with a field for each case.");

        var type = new InputObjectType
        {
            Name = InputNameOf(clr),
            Description = DescriptionOf(clr),
            ClrType = clr,
            IsOneOf = clr.IsDefined(typeof(OneOfAttribute), false),
        };
        _inputs.Add(clr, type);
        Register(type, clr);
        Defer(() => type.Fields = Inputs.FieldsOf(clr));
        return type;
    }

    private string InputNameOf(Type clr)
    {
        if (clr.GetCustomAttribute<GraphQLNameAttribute>(false)?.Name is { } given)
            return given;
        var name = NameOf(clr);
        return name.EndsWith("Input", StringComparison.Ordinal) ? name : $"{name}Input";
    }

    private ObjectType CreateObject(Type clr)
    {
        var type = new ObjectType { Name = NameOf(clr), Description = DescriptionOf(clr), ClrType = clr };
        _outputs.Add(clr, type);
        Register(type, clr);
        type.Interfaces = InterfacesOf(clr);
        Defer(() => _fields.Fill(type, clr));
        return type;
    }

    private InterfaceType CreateInterface(Type clr)
    {
        var type = new InterfaceType { Name = NameOf(clr), Description = DescriptionOf(clr), ClrType = clr };
        _outputs.Add(clr, type);
        Register(type, clr);
        type.Interfaces = InterfacesOf(clr);
        Defer(() =>
        {
            _fields.Fill(type, clr);
            foreach (var implementer in ConcreteTypes(clr))
                At(implementer, () => OutputNamed(implementer));
        });
        return type;
    }

    private UnionType CreateUnion(Type clr)
    {
        var type = new UnionType { Name = NameOf(clr), Description = DescriptionOf(clr), ClrType = clr };
        _outputs.Add(clr, type);
        Register(type, clr);
        Defer(() => type.Types = [.. ConcreteTypes(clr).Select(member => At(member, () => OutputNamed(member))).OfType<ObjectType>()]);
        return type;
    }

    /// <summary>The GraphQL interfaces of a C# type: its base classes, nearest first, and its C# interfaces by name.</summary>
    private List<InterfaceType> InterfacesOf(Type clr)
    {
        var types = ClrTypes.Hierarchy(clr).Reverse().Where(t => t != clr && !t.IsInterface)
            .Concat(clr.GetInterfaces().OrderBy(t => t.FullName, StringComparer.Ordinal));
        return [.. types.Where(_extensions.IsInterface).Select(OutputNamed).OfType<InterfaceType>()];
    }

    private IEnumerable<Type> ConcreteTypes(Type clr) => _assemblies
        .Append(clr.Assembly)
        .Distinct()
        .SelectMany(a => a.GetExportedTypes())
        .Concat(_plainTypes)
        .Distinct()
        .Where(t => clr.IsAssignableFrom(t) && !t.IsAbstract && !t.IsGenericTypeDefinition && !t.IsDefined(typeof(GraphQLIgnoreAttribute), false))
        .OrderBy(NameOf, StringComparer.Ordinal);

    private StringType Reject(string fault)
    {
        Fault(null, fault);
        return BuiltIns.String;
    }

    private ScalarType IdFor(Type clr) => clr == typeof(string)
        ? (ScalarType)BuiltIns.Id
        : Reject($"[ID] is for strings, not for {Naming.CSharpName(clr)}: make it a string.");

    private NamedType NamedByClass(Type given, bool isInput)
    {
        if (!typeof(ScalarType).IsAssignableFrom(given))
            return isInput ? InputNamed(given) : OutputNamed(given);
        return _byName.Values.FirstOrDefault(t => t.GetType() == given)
            ?? BuiltIns.Scalars.FirstOrDefault(t => t.GetType() == given)
            ?? Reject($"there is no scalar of the class {given.Name}: add it with AddScalar.");
    }

    private GraphQLType Parse(string text)
    {
        try
        {
            return FromSyntax(Parser.ParseType(text));
        }
        catch (SyntaxException failure)
        {
            return Reject($"[GraphQLType(\"{text}\")] is no type: {failure.Message}");
        }
    }

    private GraphQLType FromSyntax(TypeNode node) => node switch
    {
        NonNullTypeNode required => new NonNullType(FromSyntax(required.Type)),
        ListTypeNode list => new ListType(FromSyntax(list.Type)),
        _ => NamedByName(((NamedTypeNode)node).Name.Value),
    };

    private NamedType NamedByName(string name)
    {
        if (_byName.TryGetValue(name, out var known))
            return known;
        var candidates = _extensions.Extended.Concat(_plainTypes);
        if (candidates.FirstOrDefault(t => NameOf(t) == name) is { } output)
            return OutputNamed(output);
        return candidates.FirstOrDefault(t => InputNameOf(t) == name) is { } input
            ? InputNamed(input)
            : Reject($"there is no type {name}: add its C# type with AddTypes or its scalar with AddScalar.");
    }
}
