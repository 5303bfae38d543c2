#pragma warning disable
using System.Reflection;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Execution;
namespace KnowledgeApi.GraphQL.Types;
public interface IFieldConvention { bool TryDescribe(FieldContext context, out FieldDraft? draft); }
public sealed class FieldContext
{
    public MemberInfo Member; public Type? Owner; public OperationType? Root; public string Name; public string? Description; public string? DeprecationReason;
    public Type ResultType; public NullabilityInfo? Nullability; public TypeRegistry Types; public IReadOnlyList<InputValue> Arguments;
    public T? GetAttribute<T>() where T : Attribute => null;
}
public sealed class FieldDraft { public required GraphQLType Type; public IReadOnlyList<InputValue> Arguments = []; public FieldResolver? Resolver; public string? Name, Description; }
public sealed class TypeRegistry
{
    public GraphQLType OutputTypeOf(Type clr, NullabilityInfo? nullability = null) => null!;
    public ScalarType? ScalarFor(Type clr) => null!;
    public EnumType EnumFor(Type clr) => null!;
    public T GetOrAdd<T>(string name, Func<T> create, Action<T>? complete = null) where T : NamedType => null!;
    public IReadOnlyList<PropertyInfo> PropertiesOf(Type clr) => null!;
    public string NameOf(Type clr) => ""; public string NameOf(MemberInfo member) => "";
    public string? DescriptionOf(MemberInfo member) => "";
    public void Fault(MemberInfo? member, string whatAndMend) { }
}
