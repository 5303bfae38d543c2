using System.CommandLine;
using KnowledgeApi.GraphQL.Schemas;
using KnowledgeApi.Hosting;

namespace KnowledgeApi.Commands;

/// <summary><c>schema</c>: prints the contract.</summary>
internal static class SchemaCommand
{
    public static Command Create(CommonOptions options)
    {
        var command = new Command("schema", "Print the GraphQL schema in the type system language.");
        command.SetAction(_ =>
        {
            Console.Out.Write(SchemaPrinter.Print(KnowledgeSchema.Create(options.Kinds)));
            return 0;
        });
        return command;
    }
}
