using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.GraphQL.Validation;
using Microsoft.Extensions.Logging;

namespace KnowledgeApi.GraphQL.Tests.Data.Museum;

/// <summary>The museum over GraphQL. It writes down which statements it runs and how often it compiles something.</summary>
internal sealed class MuseumServer : IDisposable
{
    private readonly List<string> _statements = [];
    private readonly RequestExecutor _executor;
    private readonly NodeLoader _nodes;
    private int _contexts;

    public MuseumServer(TimeSpan? deadline = null, int poolSize = 4, string key = "museum", TextComparison? comparison = null, int maxGroups = 50_000, int maxPageSize = 100,
        Action<DataOptions>? adjust = null)
    {
        Pool = MuseumStore.CreatePool(poolSize);
        Pool.Executing += text =>
        {
            lock (_statements)
                _statements.Add(text);
        };
        // The store must be there before a context is asked for.
        _ = MuseumStore.Shared;
        var options = new DataOptions
        {
            CreateContext = () =>
            {
                Interlocked.Increment(ref _contexts);
                return MuseumStore.CreateContext();
            },
            Pool = Pool,
            CursorKey = System.Text.Encoding.UTF8.GetBytes(key),
            MaxPageSize = maxPageSize,
            DefaultPageSize = 5,
            MaxGroups = maxGroups,
            TextComparison = comparison ?? new TextComparison(
                typeof(Folded).GetMethod(nameof(Folded.Fold)), typeof(Folded).GetMethod(nameof(Folded.FoldCase)), typeof(Folded).GetMethod(nameof(Folded.SortKey))),
        }
        .Identify<ICatalogued>(thing => thing.Slug)
        .Text<Work>(work => work.Title, work => work.TitleFolded, work => work.TitleSortKey)
        .Text<Work>(work => work.Nickname, work => work.NicknameFolded, work => work.NicknameSortKey)
        .Use(Visit.Scope)
        .Named<Artist, Alias>(artist => artist.Name, artist => artist.Aliases, alias => alias.Text)
        .Interval<Years>(years => years.From, years => years.To)
        .Interval<Estimate>(sum => sum.Low, sum => sum.High, sum => sum.LowIncluded, sum => sum.HighIncluded)
        .Interval<Loan>(loan => loan.From, loan => loan.Until)
        .CertainPart<Loan>(loan => loan.SureFrom, loan => loan.SureUntil)
        .Order<Years>(years => years.From, years => years.To)
        .Order<Mark>(mark => mark.Value)
        .Order<Sheet>(sheet => sheet.Length, sheet => sheet.Width)
        .Unit<Estimate>(estimate => estimate.Currency)
        .LeaveUnsummed<Sculpture>(sculpture => sculpture.Mass)
        .GroupBy<Work>(
            work => work.Title, work => work.Nickname, work => work.Note, work => work.Insured, work => work.Depth, work => work.Weight, work => work.Marks, work => work.Hangings)
        .GroupBy<Hanging>(hanging => hanging.Room)
        .GroupBy<Mark>(mark => mark.Scheme, mark => mark.Value)
        .GroupBy<Painting>(painting => painting.Medium, painting => painting.Layers)
        .GroupBy<Print>(print => print.Layers)
        .GroupBy<Piece>(piece => piece.Name)
        .GroupBy<Artist>(artist => artist.Name, artist => artist.Works, artist => artist.Aliases)
        .GroupBy<Exhibition>(exhibition => exhibition.Works);
        adjust?.Invoke(options);
        Entities = new EntityConvention(options);
        Schema = new SchemaBuilder()
            .AddTypes(typeof(CatalogueNode), typeof(ExhibitionReferences), typeof(ArtistViews), typeof(ExhibitionViews))
            .AddQueryType(typeof(MuseumQueries))
            .AddLocalDateTime()
            .AddConvention(Entities)
            .Build();
        _nodes = new NodeLoader(options);
        var execution = new ExecutionOptions { Deadline = deadline ?? TimeSpan.FromSeconds(60) };
        _executor = new RequestExecutor(Schema, execution, new ParserLimits(), new ValidationLimits(), "1", new Failures(this));
        _contexts = 0;
    }

    public Schema Schema { get; }

    public ReadPool Pool { get; }

    public EntityConvention Entities { get; }

    /// <summary>The last failure that clients are not told about.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>How many contexts were asked for since the schema was built: each is for compiling one statement.</summary>
    public int Compiled => _contexts;

    /// <summary>The statements run so far.</summary>
    public IReadOnlyList<string> Statements
    {
        get
        {
            lock (_statements)
                return [.. _statements];
        }
    }

    /// <summary>The data of a request that must succeed.</summary>
    public async Task<JsonNode> QueryAsync(string query, JsonObject? variables = null)
    {
        var response = await SendAsync(query, variables);
        response["errors"].ShouldBeNull($"{query} {variables?.ToJsonString()} {Failure}");
        return response["data"]!;
    }

    /// <summary>The data of a request that must succeed, and the statements it ran.</summary>
    public async Task<(JsonNode Data, IReadOnlyList<string> Statements)> WatchAsync(string query, JsonObject? variables = null)
    {
        var before = Statements.Count;
        var data = await QueryAsync(query, variables);
        return (data, [.. Statements.Skip(before)]);
    }

    /// <summary>The one error of a request.</summary>
    public async Task<(string Code, string Message)> FailAsync(string query, JsonObject? variables = null)
    {
        var response = await SendAsync(query, variables);
        var error = response["errors"].ShouldNotBeNull(response.ToJsonString()).AsArray().ShouldHaveSingleItem()!;
        return ((string)error["extensions"]!["code"]!, (string)error["message"]!);
    }

    public async Task<JsonNode> SendAsync(string query, JsonObject? variables = null, CancellationToken cancellation = default)
    {
        var request = new GraphQLRequest { Query = query, Variables = variables is null ? null : JsonSerializer.SerializeToElement(variables) };
        using var result = await _executor.ExecuteAsync(request, new Services(_nodes), cancellation);
        return JsonNode.Parse(result.Body.Span)!;
    }

    public void Dispose() => Pool.Dispose();

    private sealed class Failures(MuseumServer server) : ILogger<RequestExecutor>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => server.Failure = exception;
    }

    private sealed class Services(NodeLoader nodes) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(NodeLoader) ? nodes : null;
    }
}

/// <summary>What can be asked of the museum.</summary>
public static class MuseumQueries
{
    public static IQueryable<Work> GetWorks(MuseumContext db) => db.Works;

    public static IQueryable<Painting> GetPaintings(MuseumContext db) => db.Set<Painting>();

    public static IQueryable<Print> GetPrints(MuseumContext db) => db.Set<Print>();

    public static IQueryable<Sculpture> GetSculptures(MuseumContext db) => db.Set<Sculpture>();

    public static IQueryable<Sketch> GetSketches(MuseumContext db) => db.Set<Sketch>();

    public static IQueryable<Work> GetWorksOnShow(MuseumContext db) => db.Works.Where(work => work.OnShow);

    public static IQueryable<Artist> GetArtists(MuseumContext db) => db.Artists;

    public static IQueryable<Exhibition> GetExhibitions(MuseumContext db) => db.Exhibitions;

    public static IQueryable<Hanging> GetHangings(MuseumContext db) => db.Set<Hanging>();

    public static IQueryable<Mark> GetMarks(MuseumContext db) => db.Set<Mark>();

    public static IQueryable<Eternity> GetEternities(MuseumContext db) => db.Set<Eternity>();

    public static IQueryable<Ruin> GetRuins(MuseumContext db) => db.Set<Ruin>();

    [UseLookup(nameof(Work.Slug), nameof(Work.Marks), nameof(Work.Note))]
    public static IQueryable<Work> GetWork(MuseumContext db) => db.Works;

    [UseLookup(nameof(Work.Slug), nameof(Work.Marks), nameof(Work.Note))]
    public static IQueryable<Sketch> GetSketch(MuseumContext db) => db.Set<Sketch>();

    [UseLookup(nameof(Artist.Slug), nameof(Artist.Name))]
    public static IQueryable<Artist> GetArtist(MuseumContext db) => db.Artists;

    public static async Task<ICatalogued?> GetNodeAsync([ID] string id, [Service] NodeLoader loader, BatchContext context) =>
        (ICatalogued?)(await loader.LoadAsync([id], context))[0];

    public static async Task<IReadOnlyList<ICatalogued?>> GetNodesAsync([ID] IReadOnlyList<string> ids, [Service] NodeLoader loader, BatchContext context) =>
        [.. (await loader.LoadAsync(ids, context)).Cast<ICatalogued?>()];
}

/// <summary>What has a global id.</summary>
[InterfaceType<ICatalogued>]
[GraphQLName("Node")]
public static class CatalogueNode
{
    [ID]
    public static string GetId([Parent(nameof(ICatalogued.Slug))] ICatalogued thing) => GlobalId.Encode(thing.GetType().Name, thing.Slug);
}
