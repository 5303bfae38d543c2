using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.GraphQL.Validation;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Texts;
using KnowledgeApi.NotFound;
using KnowledgeApi.Ownership;
using KnowledgeApi.Search;
using KnowledgeApi.Time;
using Microsoft.AspNetCore.Http.Features;

namespace KnowledgeApi.Hosting;

/// <summary>
/// One base as it is served: its connections, its schema, its caches and all else that knows it. They are the services of the requests it answers, and no other services know a base,
/// so that a request cannot see two. It closes itself when it is retired and its last request has ended.
/// </summary>
public sealed class ServedBase : IServiceProvidersFeature
{
    private readonly ServiceProvider _services;

    // One for being in service, and one for each request.
    private int _users = 1;

    /// <summary>Makes ready to serve a base, so far that no request has to.</summary>
    /// <param name="snapshot">The base; it is closed with this object.</param>
    /// <param name="program">The services of the program, for settings and logging.</param>
    public ServedBase(Snapshot snapshot, IServiceProvider program)
    {
        (Name, BuiltAt) = (snapshot.Name, snapshot.BuiltAt);
        Version = CodePointText.HashOf($"{Name.Inputs} {ModuleOf<IRequestExecutor>()} {ModuleOf<ServedBase>()}");
        var services = new ServiceCollection();
        // By a factory, so that it is closed with the others; made first, so that it is closed last.
        services.AddSingleton(_ => snapshot);
        services.AddSingleton(program.GetRequiredService<ILoggerFactory>());
        services.AddSingleton(program.GetRequiredService<ExecutionOptions>());
        services.AddSingleton(program.GetRequiredService<OwnershipLimits>());
        services.AddSingleton(provider => KnowledgeData.CreatePool(provider.GetRequiredService<Snapshot>()));
        services.AddSingleton(provider => KnowledgeData.CreateOptions(provider.GetRequiredService<GraphQL.Data.Statements.ReadPool>(), snapshot.CreateCompiler, Version));
        services.AddSingleton<NodeLoader>();
        services.AddSingleton<EntityConvention>();
        services.AddSingleton(provider => KnowledgeSchema.Create(provider.GetRequiredService<EntityConvention>(), snapshot.Kinds));
        services.AddSingleton(snapshot.Search);
        services.AddSingleton<Searcher>();
        services.AddSingleton<OwnershipService>();
        services.AddSingleton<TimelineReader>();
        services.AddSingleton<EntityGuess>();
        services.AddSingleton<IRequestExecutor>(provider => new RequestExecutor(
            provider.GetRequiredService<Schema>(),
            provider.GetRequiredService<ExecutionOptions>(),
            program.GetRequiredService<ParserLimits>(),
            program.GetRequiredService<ValidationLimits>(),
            Version,
            program.GetRequiredService<ILogger<RequestExecutor>>()));
        _services = services.BuildServiceProvider();
        _services.GetRequiredService<Snapshot>();
        try
        {
            // A fault in the schema is found now, not by the first query.
            _services.GetRequiredService<IRequestExecutor>();
        }
        catch
        {
            _services.Dispose();
            throw;
        }
    }

    /// <summary>The name of the base.</summary>
    public SnapshotName Name { get; }

    /// <summary>When it was built.</summary>
    public DateTime BuiltAt { get; }

    /// <summary>What answers are tagged with and cursors are sealed for: the same program answers the same from bases made from the same.</summary>
    public string Version { get; }

    /// <summary>The services of a request that this base answers.</summary>
    public IServiceProvider RequestServices
    {
        get => _services;
        set => throw new NotSupportedException("The services of a request are those of its base.");
    }

    /// <summary>The build of an assembly, which changes whenever it does.</summary>
    private static Guid ModuleOf<T>() => typeof(T).Module.ModuleVersionId;

    /// <summary>Keeps the base open until <see cref="Leave"/>; false if it is closed already.</summary>
    internal bool TryEnter()
    {
        for (var users = Volatile.Read(ref _users); users > 0;)
        {
            var seen = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (seen == users)
                return true;
            users = seen;
        }

        return false;
    }

    /// <summary>Ends what <see cref="TryEnter"/>, or the constructor, began.</summary>
    internal void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0)
            _services.Dispose();
    }
}
