using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Statements;

/// <summary>Expressions that read a column from a data reader as EF Core itself would: its reader method, its conversions.</summary>
internal static class ColumnReader
{
    /// <summary>The value of a column as the property's C# type; null, or the type's default, for a database null.</summary>
    public static Expression Read(Expression reader, int ordinal, IReadOnlyProperty property)
    {
        var mapping = property.GetRelationalTypeMapping();
        var method = mapping.GetDataReaderMethod();
        var index = Expression.Constant(ordinal);
        Expression value = Expression.Call(
            method.DeclaringType!.IsAssignableFrom(reader.Type) ? reader : Expression.Convert(reader, method.DeclaringType),
            method,
            index);
        value = mapping.CustomizeDataReaderExpression(value);
        if (mapping.Converter is { } converter)
        {
            if (value.Type != converter.ProviderClrType)
                value = Expression.Convert(value, converter.ProviderClrType);
            var convert = converter.ConvertFromProviderExpression;
            value = new ParameterReplacer(convert.Parameters[0], value).Visit(convert.Body);
        }

        if (value.Type != property.ClrType)
            value = Expression.Convert(value, property.ClrType);
        return Expression.Condition(IsNull(reader, ordinal), Expression.Default(property.ClrType), value);
    }

    public static Expression IsNull(Expression reader, int ordinal) =>
        Expression.Call(reader, nameof(DbDataReader.IsDBNull), null, Expression.Constant(ordinal));
}

/// <summary>Puts an expression in the place of a lambda's parameter.</summary>
internal sealed class ParameterReplacer(ParameterExpression parameter, Expression replacement) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? replacement : node;

    /// <summary>The body of a lambda of one parameter, with an argument in its place.</summary>
    public static Expression Apply(LambdaExpression lambda, Expression argument) =>
        new ParameterReplacer(lambda.Parameters[0], argument).Visit(lambda.Body);
}
