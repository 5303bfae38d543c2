using System.Linq.Expressions;
using System.Reflection;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeApi.GraphQL.Building;

/// <summary>How a static method is called to resolve a field: what each parameter is, and what the result is.</summary>
internal sealed class MethodBinding
{
    private readonly TypeRegistry _types;
    private readonly MethodInfo _method;
    private readonly ParameterInfo[] _parameters;
    private readonly Lazy<IReadOnlyList<InputValue>> _arguments;

    private MethodBinding(MethodInfo method, TypeRegistry types)
    {
        _types = types;
        _method = method;
        _parameters = method.GetParameters();
        _arguments = new(() => [.. _parameters.Where(IsArgument).Select(p => types.At(method, () => types.Inputs.Describe(p)))]);
    }

    /// <summary>The parameter for the parent or the parents, if any.</summary>
    public ParameterInfo? Parent { get; private init; }

    /// <summary>True if the method takes all parents at once.</summary>
    public bool IsBatch { get; private init; }

    /// <summary>True if the method returns a task.</summary>
    public bool IsAsync { get; private init; }

    /// <summary>What the method or its task gives: for a batch, the list.</summary>
    public required Type ReturnType { get; init; }

    /// <summary>The value for one parent.</summary>
    public required Type ResultType { get; init; }

    public required NullabilityInfo? Nullability { get; init; }

    public IReadOnlyList<InputValue> Arguments => _arguments.Value;

    /// <summary>The parameters that only a batch may have, for they reach the store.</summary>
    public IEnumerable<ParameterInfo> OnlyForBatches => _parameters.Where(p => p != Parent && !IsArgument(p));

    /// <summary>Finds out; records a fault and returns null for a method that cannot resolve a field.</summary>
    public static MethodBinding? Create(MethodInfo method, Type? owner, TypeRegistry types)
    {
        if (method.IsGenericMethodDefinition)
            return Fail("a generic method cannot be a field: make it private, or mark it with [GraphQLIgnore].");

        var parent = method.GetParameters().FirstOrDefault(p => p.IsDefined(typeof(ParentAttribute)));
        if (parent is not null && owner is null)
            return Fail("there are no parents at a root: remove [Parent].");
        if (parent is { Position: > 0 })
            return Fail("[Parent] must be on the first parameter.");
        var batchOf = parent is not null && !parent.ParameterType.IsAssignableFrom(owner) ? ClrTypes.ElementTypeOf(parent.ParameterType) : null;
        if (parent is not null && !(batchOf ?? parent.ParameterType).IsAssignableFrom(owner))
            return Fail($"[Parent] is {Naming.CSharpName(parent.ParameterType)}, but the field belongs to {Naming.CSharpName(owner!)}: take {owner!.Name} or IReadOnlyList<{owner.Name}>.");
        if (batchOf is not null && parent!.ParameterType != typeof(IReadOnlyList<>).MakeGenericType(batchOf))
            return Fail($"all parents come as IReadOnlyList<{batchOf.Name}>, not as {Naming.CSharpName(parent.ParameterType)}.");

        var (type, nullability) = (method.ReturnType, types.NullabilityOf(method.ReturnParameter));
        var isAsync = type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>));
        if (isAsync)
            (type, nullability) = (type.GetGenericArguments()[0], nullability.GenericTypeArguments[0]);
        if (type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask))
            return Fail("a field needs a result, but this returns nothing.");

        var (result, resultNullability) = (type, (NullabilityInfo?)nullability);
        if (batchOf is not null)
        {
            if (ClrTypes.ElementTypeOf(type) is not { } element || !typeof(IReadOnlyList<>).MakeGenericType(element).IsAssignableFrom(type))
                return Fail($"this takes all parents and so must return one result for each of them: return IReadOnlyList<{Naming.CSharpName(type)}>.");
            (result, resultNullability) = (element, ClrTypes.ElementNullabilityOf(nullability));
        }

        return new MethodBinding(method, types)
        {
            Parent = parent,
            IsBatch = batchOf is not null,
            IsAsync = isAsync,
            ReturnType = type,
            ResultType = result,
            Nullability = resultNullability,
        };

        MethodBinding? Fail(string fault)
        {
            types.Fault(method, fault);
            return null;
        }
    }

    /// <summary>A call for one parent, which is of type object. Only for methods without <see cref="OnlyForBatches"/>.</summary>
    public Expression CallFor(Expression parent, Expression arguments) => Call(parameter =>
        parameter == Parent ? Expression.Convert(parent, parameter.ParameterType) : Argument(arguments, parameter));

    /// <summary>A call with all that a <see cref="BatchContext"/> has; it gives what the method returns.</summary>
    public Func<BatchContext, object?> Compile()
    {
        var context = Expression.Parameter(typeof(BatchContext), "context");
        var arguments = Expression.Property(context, nameof(BatchContext.Arguments));
        var call = Call(parameter => FromContext(context, parameter) ?? Argument(arguments, parameter));
        return Expression.Lambda<Func<BatchContext, object?>>(Expression.Convert(call, typeof(object)), context).Compile();
    }

    private MethodCallExpression Call(Func<ParameterInfo, Expression> value) =>
        Expression.Call(_method, _parameters.Select(p => _types.At(_method, () => value(p))));

    private bool IsArgument(ParameterInfo parameter) =>
        parameter != Parent
        && parameter.ParameterType != typeof(CancellationToken)
        && parameter.ParameterType != typeof(BatchContext)
        && parameter.ParameterType != typeof(IServiceProvider)
        && !_types.IsService(parameter);

    private Expression Argument(Expression arguments, ParameterInfo parameter)
    {
        var index = _parameters.Where(IsArgument).ToList().IndexOf(parameter);
        return _types.Inputs.Read(arguments, parameter, Arguments[index]);
    }

    private Expression? FromContext(Expression context, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var services = Expression.Property(context, nameof(BatchContext.Services));
        if (parameter == Parent)
            return ParentsAs(Expression.Property(context, nameof(BatchContext.Parents)), type);
        if (type == typeof(CancellationToken))
            return Expression.Property(context, nameof(BatchContext.Cancellation));
        if (type == typeof(BatchContext))
            return context;
        if (type == typeof(IServiceProvider))
            return services;
        return _types.IsService(parameter)
            ? Expression.Call(typeof(ServiceProviderServiceExtensions), nameof(ServiceProviderServiceExtensions.GetRequiredService), [type], services)
            : null;
    }

    private Expression ParentsAs(Expression parents, Type type) => IsBatch
        ? Expression.New(typeof(CastList<>).MakeGenericType(type.GetGenericArguments()).GetConstructors()[0], parents)
        : Expression.Convert(Expression.Property(parents, "Item", Expression.Constant(0)), type);
}
