using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Building;

/// <summary>
/// The summaries in the XML files beside assemblies, as plain text with code in backquotes. A member without one, or
/// with <c>inheritdoc</c>, has that of the member it overrides or implements; a type only with <c>inheritdoc</c>.
/// </summary>
internal sealed partial class XmlDocumentation
{
    private const char LineBreak = '\u2028';
    private const char ParagraphBreak = '\u2029';

    private readonly Dictionary<Assembly, Dictionary<string, XElement>> _files = [];

    public string? SummaryOf(Type type)
    {
        // What is true of a base type need not be true of each type derived from it, so a type inherits only by inheritdoc.
        if (Find(type) is not { } element)
            return null;
        return Inherited(element) is null ? Summary(element) : Bases(type).Select(SummaryOf).FirstOrDefault(text => text is not null);
    }

    public string? SummaryOf(MemberInfo member) => member is Type type
        ? SummaryOf(type)
        : OwnSummary(member) ?? Bases(member).Select(SummaryOf).FirstOrDefault(text => text is not null);

    public string? SummaryOf(ParameterInfo parameter)
    {
        if (parameter.Member is ConstructorInfo constructor)
            return Parameter(Find(constructor), parameter.Name!) ?? Parameter(Find(constructor.DeclaringType!), parameter.Name!);
        return Parameter(Find(parameter.Member), parameter.Name!);
    }

    /// <summary>The text of an element of XML documentation.</summary>
    internal static string Flatten(XElement element)
    {
        var text = new StringBuilder();
        Append(text, element);
        var lines = text.ToString()
            .Replace($"{ParagraphBreak}", $"{LineBreak}{LineBreak}", StringComparison.Ordinal)
            .Split(LineBreak)
            .Select(line => Spaces().Replace(line, " ").Trim());
        return BlankLines().Replace(string.Join('\n', lines), "\n\n").Trim();
    }

    /// <summary>The name of a member in XML documentation, such as <c>M:Space.Type.Method(System.Int32)</c>.</summary>
    internal static string IdOf(MemberInfo member) => member switch
    {
        Type type => $"T:{NameOf(type)}",
        PropertyInfo property => $"P:{NameOf(Definition(property.DeclaringType!))}.{property.Name}",
        FieldInfo field => $"F:{NameOf(Definition(field.DeclaringType!))}.{field.Name}",
        MethodBase method => IdOf(method),
        _ => throw new ArgumentOutOfRangeException(nameof(member)),
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex BlankLines();

    private string? OwnSummary(MemberInfo member)
    {
        if (Find(member) is { } element)
            return Inherited(element) is null ? Summary(element) : null;

        // A property of a positional record is described where the record is.
        return member is PropertyInfo property ? Parameter(Find(property.DeclaringType!), property.Name) : null;
    }

    private static XElement? Inherited(XElement element) => element.Descendants("inheritdoc").FirstOrDefault();

    private static string? Summary(XElement element) =>
        element.Element("summary") is { } summary && Flatten(summary) is { Length: > 0 } text ? text : null;

    private static string? Parameter(XElement? element, string name) =>
        element?.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == name) is { } parameter
        && Flatten(parameter) is { Length: > 0 } text
            ? text
            : null;

    private static Type[] Bases(Type type) =>
        type.BaseType is { } parent && parent != typeof(object) ? [parent, .. type.GetInterfaces()] : type.GetInterfaces();

    private static IEnumerable<MemberInfo> Bases(MemberInfo member)
    {
        var owner = member.DeclaringType!;
        if (owner.IsEnum || member is not (PropertyInfo or MethodInfo { IsStatic: false }))
            return [];
        const BindingFlags declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;
        return member is PropertyInfo
            ? Bases(owner).Select(b => b.GetProperty(member.Name, declared)).OfType<MemberInfo>()
            : Bases(owner).SelectMany(b => b.GetMember(member.Name, MemberTypes.Method, declared));
    }

    private XElement? Find(MemberInfo member)
    {
        var definition = member switch
        {
            Type type => Definition(type),
            MethodInfo { IsGenericMethod: true } method => method.GetGenericMethodDefinition(),
            _ => member,
        };
        var assembly = member.Module.Assembly;
        if (!_files.TryGetValue(assembly, out var members))
            _files.Add(assembly, members = Read(assembly));
        return members.GetValueOrDefault(IdOf(definition));
    }

    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var members = new Dictionary<string, XElement>(StringComparer.Ordinal);
        var path = assembly.Location.Length == 0 ? "" : Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(path))
            return members;
        try
        {
            foreach (var member in XDocument.Load(path, LoadOptions.PreserveWhitespace).Descendants("member"))
            {
                if (member.Attribute("name")?.Value is { } name)
                    members.TryAdd(name, member);
            }
        }
        catch (XmlException)
        {
            // An .xml file of that name need not be documentation.
            return members;
        }

        return members;
    }

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private static string IdOf(MethodBase method)
    {
        var name = method.IsConstructor ? "#ctor" : method.Name;
        var arity = method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "";
        var parameters = method.GetParameters();
        var list = parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(p => Reference(p.ParameterType)))})";
        return $"M:{NameOf(Definition(method.DeclaringType!))}.{name}{arity}{list}";
    }

    private static string Reference(Type type)
    {
        if (type.IsGenericMethodParameter)
            return $"``{type.GenericParameterPosition}";
        if (type.IsGenericParameter)
            return $"`{type.GenericParameterPosition}";
        if (type.IsByRef)
            return $"{Reference(type.GetElementType()!)}@";
        if (type.IsArray)
            return $"{Reference(type.GetElementType()!)}[{string.Join(',', Enumerable.Repeat(type.GetArrayRank() > 1 ? "0:" : "", type.GetArrayRank()))}]";
        if (!type.IsGenericType)
            return NameOf(type);

        // Arguments of outer generic types stand with the part of the name they belong to.
        var arguments = new Queue<Type>(type.GetGenericArguments());
        var parts = NameOf(type.GetGenericTypeDefinition()).Split('.').Select(part =>
        {
            var tick = part.IndexOf('`', StringComparison.Ordinal);
            if (tick < 0)
                return part;
            var count = int.Parse(part[(tick + 1)..], System.Globalization.CultureInfo.InvariantCulture);
            return $"{part[..tick]}{{{string.Join(',', Enumerable.Range(0, count).Select(_ => Reference(arguments.Dequeue())))}}}";
        });
        return string.Join('.', parts);
    }

    private static void Append(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText plain)
                text.Append(plain.Value);
            else if (node is XElement inner)
                AppendElement(text, inner);
        }
    }

    private static void AppendElement(StringBuilder text, XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "see" or "seealso" when element.Attribute("cref") is { } reference && element.IsEmpty:
                text.Append('`').Append(NameOfReference(reference.Value)).Append('`');
                break;
            case "see" when element.Attribute("langword") is { } word:
                text.Append('`').Append(word.Value).Append('`');
                break;
            case "see" when element.Attribute("href") is { } address && element.IsEmpty:
                text.Append(address.Value);
                break;
            case "c" or "code":
                text.Append('`').Append(element.Value).Append('`');
                break;
            case "paramref" or "typeparamref":
                text.Append('`').Append(element.Attribute("name")?.Value).Append('`');
                break;
            case "para":
                text.Append(ParagraphBreak);
                Append(text, element);
                text.Append(ParagraphBreak);
                break;
            case "item":
                text.Append(LineBreak).Append("- ");
                Append(text, element);
                break;
            case "list":
                Append(text, element);
                text.Append(LineBreak);
                break;
            case "br":
                text.Append(LineBreak);
                break;
            default:
                Append(text, element);
                break;
        }
    }

    /// <summary>What a reader of the schema knows the member as.</summary>
    private static string NameOfReference(string reference)
    {
        var path = reference.Split('(', '{')[0];
        var name = path[(path.LastIndexOf('.') + 1)..].Split('`')[0].Split(':')[^1];
        return reference[0] switch
        {
            'M' => Naming.FieldName(name, isMethod: true),
            'P' => Naming.FieldName(name, isMethod: false),
            'F' => Naming.ScreamingSnakeCase(name),
            _ => name,
        };
    }
}
