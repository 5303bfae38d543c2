using System.ComponentModel;
using System.Linq.Expressions;
using System.Reflection;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Building;

/// <summary>From C# parameters and classes to arguments and input fields, and from coerced input values back to C# values.</summary>
internal sealed class InputBinding(TypeRegistry types)
{
    private static readonly MethodInfo ConvertAbsentOrGiven = typeof(InputBinding).GetMethod(nameof(ReadOptional), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo TryGet = typeof(InputObject).GetMethod(nameof(InputObject.TryGetValue))!;

    private readonly Dictionary<Type, IReadOnlyList<Member>> _members = [];
    private readonly Dictionary<Type, Reader> _readers = [];

    /// <summary>The argument of a parameter.</summary>
    public InputValue Describe(ParameterInfo parameter) => Describe(new Member(parameter.Name!, parameter, null));

    /// <summary>The fields of the input object of a C# class.</summary>
    public IReadOnlyList<InputValue> FieldsOf(Type clr) => [.. MembersOf(clr).Select(member => types.At(member.Source, () => Describe(member)))];

    /// <summary>The value of an argument, of the parameter's type; <paramref name="arguments"/> is an <see cref="ArgumentValues"/>.</summary>
    public Expression Read(Expression arguments, ParameterInfo parameter, InputValue argument)
    {
        var name = Expression.Constant(argument.Name);
        if (OptionalContent(parameter.ParameterType) is { } content)
        {
            return Expression.Call(
                ConvertAbsentOrGiven.MakeGenericMethod(content),
                Expression.Convert(arguments, typeof(object)),
                name,
                Expression.Constant(ConverterTo(content, argument)));
        }

        var value = Expression.Property(arguments, "Item", name);
        return Expression.Convert(Expression.Invoke(Expression.Constant(ConverterTo(parameter.ParameterType, argument)), value), parameter.ParameterType);
    }

    private static Optional<T> ReadOptional<T>(object values, string name, Func<object?, object?> convert)
    {
        object? value = null;
        var isGiven = values switch
        {
            ArgumentValues arguments => arguments.TryGetValue(name, out value),
            InputObject fields => fields.TryGetValue(name, out value),
            _ => false,
        };
        return isGiven ? new Optional<T>((T)convert(value)!) : default;
    }

    /// <summary>Turns coerced values of an input object into objects of a C# class.</summary>
    public Func<object?, object?> ReaderOf(Type clr, InputValue input) => ConverterTo(clr, input);

    private static Type? OptionalContent(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>) ? type.GetGenericArguments()[0] : null;

    private InputValue Describe(Member member)
    {
        var (clr, nullability) = (member.Type, member.NullabilityBy(types));
        var content = OptionalContent(clr);
        if (content is not null)
            (clr, nullability) = (content, nullability.GenericTypeArguments[0]);
        var type = types.TypeOf(member.Attributes, clr, nullability, isInput: true);
        if (content is not null && type is NonNullType required)
        {
            types.Fault(null, $"{member.Name} is Optional<{Naming.CSharpName(clr)}>, but who may leave a value out may also give null: write Optional<{Naming.CSharpName(clr)}?>.");
            type = required.OfType;
        }

        return new InputValue
        {
            Name = member.Attribute<GraphQLNameAttribute>()?.Name ?? Naming.CamelCase(member.Name),
            Description = member.DescriptionBy(types),
            DeprecationReason = TypeRegistry.DeprecationOf(member.Attributes),
            Type = type,
            DefaultValue = DefaultOf(member, type),
        };
    }

    private ValueNode? DefaultOf(Member member, GraphQLType type)
    {
        object? value;
        if (member.Attribute<DefaultValueAttribute>() is { } attribute)
            value = attribute.Value;
        else if (member.Parameter is { HasDefaultValue: true, DefaultValue: { } given } && OptionalContent(member.Type) is null)
            value = given;
        else
            return null;

        var literal = DefaultLiteral.From(value, type);
        if (literal is null)
            types.Fault(null, $"the default {value ?? "null"} of {member.Name} is no {type}.");
        return literal;
    }

    /// <summary>Turns a coerced value into one of the C# type; records a fault if there is no way.</summary>
    private Func<object?, object?> ConverterTo(Type target, InputValue input)
    {
        if (Converter(target, input.Type) is { } converter)
            return converter;

        // Where the C# type has no GraphQL type at all, that has been said already.
        if (types.IsKnownInput(target))
            types.Fault(null, $"{input.Name} is {Naming.CSharpName(target)} in C#, which a {input.Type} cannot be read into.");
        return value => value;
    }

    private Func<object?, object?>? Converter(Type target, GraphQLType type)
    {
        var core = Nullable.GetUnderlyingType(target) ?? target;
        switch (type.Nullable)
        {
            case ListType list when ClrTypes.ElementTypeOf(core) is { } element:
                return Converter(element, list.OfType) is { } item ? ListConverter(core, element, item) : null;
            case ScalarType scalar:
                return core.IsAssignableFrom(scalar.ClrType) ? AsItIs : null;
            case EnumType named:
                return core == named.ClrType || core == typeof(object) ? AsItIs : null;
            case InputObjectType input when core == input.ClrType:
                return ReaderOf(core).Read;
            case InputObjectType:
                return core.IsAssignableFrom(typeof(InputObject)) ? AsItIs : null;
            default:
                return null;
        }
    }

    private static object? AsItIs(object? value) => value;

    private static Func<object?, object?>? ListConverter(Type list, Type element, Func<object?, object?> item)
    {
        var kind = typeof(Lists<>).MakeGenericType(element);
        var method = list.IsAssignableFrom(element.MakeArrayType()) ? "ToArray" : list.IsAssignableFrom(typeof(List<>).MakeGenericType(element)) ? "ToList" : null;
        return method is null
            ? null
            : kind.GetMethod(method)!.CreateDelegate<Func<object?, object?>>(Activator.CreateInstance(kind, item));
    }

    private Reader ReaderOf(Type clr)
    {
        if (_readers.TryGetValue(clr, out var known))
            return known;
        var reader = new Reader();
        _readers.Add(clr, reader);

        // The fields of the type are complete only later, and types may hold each other.
        types.Defer(() => reader.Create = types.At(clr, () => Compile(clr)));
        return reader;
    }

    private Func<InputObject, object> Compile(Type clr)
    {
        var input = Expression.Parameter(typeof(InputObject), "input");
        var raw = Expression.Variable(typeof(object), "raw");
        var result = Expression.Variable(clr, "result");
        var members = MembersOf(clr);
        var fields = FieldsOf(clr);

        // An absent field leaves what the C# class itself puts there.
        Expression Given(Member member, InputValue field, Func<Expression, Expression> use, Expression otherwise) => OptionalContent(member.Type) is { } content
            ? use(Expression.Call(
                ConvertAbsentOrGiven.MakeGenericMethod(content),
                Expression.Convert(input, typeof(object)),
                Expression.Constant(field.Name),
                Expression.Constant(ConverterTo(content, field))))
            : Expression.Condition(
                Expression.Call(input, TryGet, Expression.Constant(field.Name), raw),
                use(Expression.Convert(Expression.Invoke(Expression.Constant(ConverterTo(member.Type, field)), raw), member.Type)),
                otherwise);

        Expression Default(Member member) => member.Parameter is { HasDefaultValue: true, DefaultValue: { } value } && member.Type.IsInstanceOfType(value)
            ? Expression.Constant(value, member.Type)
            : Expression.Default(member.Type);

        var constructor = ConstructorOf(clr);
        if (constructor is null && !clr.IsValueType)
        {
            types.Fault(clr, "it cannot be made from input: give it a public constructor.");
            return given => given;
        }

        var arguments = constructor?.GetParameters().Select(parameter =>
        {
            var index = members.ToList().FindIndex(m => m.Parameter == parameter);
            return index < 0
                ? parameter.HasDefaultValue ? Expression.Constant(parameter.DefaultValue, parameter.ParameterType) : Expression.Default(parameter.ParameterType)
                : Given(members[index], fields[index], value => value, Default(members[index]));
        });
        var steps = new List<Expression> { Expression.Assign(result, constructor is null ? Expression.New(clr) : Expression.New(constructor, arguments)) };
        foreach (var (member, field) in members.Zip(fields).Where(m => m.First.Parameter is null))
        {
            steps.Add(Given(
                member,
                field,
                value => Expression.Block(typeof(void), Expression.Assign(Expression.Property(result, member.Property!), value)),
                Expression.Empty()));
        }

        steps.Add(Expression.Convert(result, typeof(object)));
        return Expression.Lambda<Func<InputObject, object>>(Expression.Block([raw, result], steps), input).Compile();
    }

    private IReadOnlyList<Member> MembersOf(Type clr)
    {
        if (_members.TryGetValue(clr, out var known))
            return known;
        const BindingFlags instance = BindingFlags.Public | BindingFlags.Instance;
        var parameters = ConstructorOf(clr)?.GetParameters() ?? [];
        var properties = clr.GetProperties(instance).Where(p => p.GetIndexParameters().Length == 0).OrderBy(p => p.MetadataToken).ToList();
        PropertyInfo? PropertyOf(ParameterInfo parameter) =>
            properties.Find(p => string.Equals(p.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));
        var taken = parameters.Select(PropertyOf).OfType<PropertyInfo>().ToHashSet();
        Member[] members =
        [
            .. parameters.Select(p => new Member(PropertyOf(p)?.Name ?? p.Name!, p, PropertyOf(p))),
            .. properties.Where(p => !taken.Contains(p) && p.SetMethod is { IsPublic: true }).Select(p => new Member(p.Name, null, p)),
        ];
        return _members[clr] = [.. members.Where(m => m.Attribute<GraphQLIgnoreAttribute>() is null)];
    }

    private static ConstructorInfo? ConstructorOf(Type clr) => clr.GetConstructors().MaxBy(c => c.GetParameters().Length);

    /// <summary>A parameter of a method, or of a constructor and then maybe with its property, or a property that can be set.</summary>
    private sealed record Member(string Name, ParameterInfo? Parameter, PropertyInfo? Property)
    {
        /// <summary>Where a fault is to be mended.</summary>
        public MemberInfo Source => (MemberInfo?)Property ?? Parameter!.Member;

        public Type Type => Parameter?.ParameterType ?? Property!.PropertyType;

        /// <summary>An attribute of a positional record is on the parameter, unless it is written for the property.</summary>
        public Both Attributes => new Both([.. new ICustomAttributeProvider?[] { Parameter, Property }.OfType<ICustomAttributeProvider>()]);

        public T? Attribute<T>()
            where T : Attribute => Attributes.GetCustomAttributes(typeof(T), true) is [T first, ..] ? first : null;

        public NullabilityInfo NullabilityBy(TypeRegistry types) =>
            Parameter is not null ? types.NullabilityOf(Parameter) : types.NullabilityOf(Property!);

        public string? DescriptionBy(TypeRegistry types) =>
            (Property is null ? null : types.DescriptionOf(Property)) ?? (Parameter is null ? null : types.DescriptionOf(Parameter));
    }

    internal sealed class Both(IReadOnlyList<ICustomAttributeProvider> providers) : ICustomAttributeProvider
    {
        public object[] GetCustomAttributes(bool inherit) => [.. providers.SelectMany(p => p.GetCustomAttributes(inherit))];

        public object[] GetCustomAttributes(Type attributeType, bool inherit) => [.. providers.SelectMany(p => p.GetCustomAttributes(attributeType, inherit))];

        public bool IsDefined(Type attributeType, bool inherit) => providers.Any(p => p.IsDefined(attributeType, inherit));
    }

    private sealed class Reader
    {
        public Func<InputObject, object>? Create { get; set; }

        public object? Read(object? value) => value is InputObject input ? Create!(input) : null;
    }

    private sealed class Lists<T>(Func<object?, object?> item)
    {
        public T[]? ToArray(object? value)
        {
            if (value is not IReadOnlyList<object?> list)
                return null;
            var items = new T[list.Count];
            for (var i = 0; i < items.Length; i++)
                items[i] = (T)item(list[i])!;
            return items;
        }

        public List<T>? ToList(object? value) => ToArray(value) is { } items ? [.. items] : null;
    }
}
