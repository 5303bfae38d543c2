using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace KnowledgeApi.Knowledge.Store.Sqlite;

/// <summary>Makes the tables of a base first, and their indexes when all rows are there.</summary>
internal sealed class TableSchema(KnowledgeContext context)
{
    private readonly IModel _model = context.GetService<IDesignTimeModel>().Model;

    public void CreateTables() => Run(operation => operation is not CreateIndexOperation);

    public void CreateIndexes() => Run(operation => operation is CreateIndexOperation);

    private void Run(Func<MigrationOperation, bool> isMeant)
    {
        var operations = context.GetService<IMigrationsModelDiffer>().GetDifferences(null, _model.GetRelationalModel()).Where(isMeant).ToList();
        context.GetService<IMigrationCommandExecutor>().ExecuteNonQuery(context.GetService<IMigrationsSqlGenerator>().Generate(operations, _model), context.GetService<IRelationalConnection>());
    }
}
