using System.Data.Common;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Tests.Data.Museum;
using Microsoft.Data.Sqlite;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>Connections are opened when needed, used again, and closed when they are lost or the pool goes.</summary>
public sealed class ReadPoolTests : IDisposable
{
    private readonly List<DbConnection> _opened = [];
    private readonly ReadPool _pool;
    private readonly Statement _keys;

    public ReadPoolTests()
    {
        _ = MuseumStore.Shared;
        _pool = new ReadPool(
            () =>
            {
                var connection = MuseumStore.Open();
                lock (_opened)
                    _opened.Add(connection);
                return connection;
            },
            size: 3);
        _keys = Compile(db => db.Works.Select(work => new object[] { work.Key }));
    }

    [Fact]
    public async Task One_after_another_use_one_connection()
    {
        for (var i = 0; i < 5; i++)
            (await ReadAsync(_keys)).ShouldBe(45);
        _opened.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task No_more_are_open_than_allowed()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 100), new ParallelOptions { MaxDegreeOfParallelism = 10 }, async (_, _) => (await ReadAsync(_keys)).ShouldBe(45));
        _opened.Count.ShouldBeInRange(1, 3);
    }

    [Fact]
    public async Task A_connection_whose_statement_failed_is_used_again()
    {
        var ruin = Compile(db => db.Set<Ruin>().Select(each => new object[] { each.Broken }));
        await Should.ThrowAsync<DbException>(async () => await ReadAsync(ruin));
        (await ReadAsync(_keys)).ShouldBe(45);
        _opened.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_connection_that_was_lost_is_not_used_again()
    {
        await _pool.RunAsync(_keys, new SlotList(), _ => _opened[0].Close(), CancellationToken.None).AsTask().ContinueWith(_ => { }, TaskScheduler.Default);
        (await ReadAsync(_keys)).ShouldBe(45);
        _opened.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_reader_that_throws_does_not_keep_its_place()
    {
        for (var i = 0; i < 5; i++)
            await Should.ThrowAsync<InvalidOperationException>(async () => await _pool.RunAsync(_keys, new SlotList(), _ => throw new InvalidOperationException("No."), CancellationToken.None));
        (await ReadAsync(_keys)).ShouldBe(45);
    }

    [Fact]
    public async Task A_statement_whose_columns_are_not_those_selected_is_refused()
    {
        using var db = MuseumStore.CreateContext();
        var wrong = Statement.Compile(db.Works.Select(work => new object[] { work.Key, work.Key }), 2);
        (await Should.ThrowAsync<InvalidOperationException>(async () => await ReadAsync(wrong))).Message.ShouldStartWith("Expected 2 columns");
    }

    [Fact]
    public void A_value_that_is_no_input_is_refused_when_a_statement_is_compiled()
    {
        var captured = 5;
        Should.Throw<InvalidOperationException>(() => Compile(db => db.Works.Where(work => work.Height > captured).Select(work => new object[] { work.Key })))
            .Message.ShouldContain("comes from no slot");
    }

    [Fact]
    public async Task Many_different_statements_go_through_one_connection()
    {
        for (var i = 0; i < 250; i++)
            (await ReadAsync(Compile(db => db.Works.Select(work => new object[] { work.Key })))).ShouldBe(45);
        _opened.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_pool_that_is_closed_closes_its_connections_and_runs_nothing()
    {
        await ReadAsync(_keys);
        _pool.Dispose();
        _opened.ShouldAllBe(connection => connection.State == System.Data.ConnectionState.Closed);
        await Should.ThrowAsync<ObjectDisposedException>(async () => await ReadAsync(_keys));
    }

    [Fact]
    public async Task A_connection_in_use_while_the_pool_is_closed_is_closed_when_it_is_done()
    {
        var rows = 0;
        await _pool.RunAsync(
            _keys,
            new SlotList(),
            _ =>
            {
                if (rows++ == 0)
                    _pool.Dispose();
            },
            CancellationToken.None);
        rows.ShouldBe(45);
        _opened.ShouldHaveSingleItem().State.ShouldBe(System.Data.ConnectionState.Closed);
    }

    [Fact]
    public async Task A_statement_is_stopped_even_if_the_first_interrupt_comes_too_early()
    {
        var interrupts = 0;
        using var client = new CancellationTokenSource();
        using var pool = new ReadPool(Open, connection =>
        {
            if (Interlocked.Increment(ref interrupts) > 1)
                SQLitePCL.raw.sqlite3_interrupt(((SqliteConnection)connection).Handle);
        });
        const string Endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n WHERE leave()";
        await Should.ThrowAsync<OperationCanceledException>(() => Task.Run(() => pool.RunAsync(Endless, [], _ => { }, client.Token)).WaitAsync(TimeSpan.FromSeconds(30)));
        interrupts.ShouldBeGreaterThan(1);

        // The client leaves while the statement runs.
        DbConnection Open()
        {
            var connection = MuseumStore.Open();
            connection.CreateFunction("leave", () =>
            {
                client.Cancel();
                return 1;
            });
            return connection;
        }
    }

    public void Dispose() => _pool.Dispose();

    private static Statement Compile(Func<MuseumContext, IQueryable> query)
    {
        using var db = MuseumStore.CreateContext();
        return Statement.Compile(query(db), 1);
    }

    private async Task<int> ReadAsync(Statement statement)
    {
        var rows = 0;
        await _pool.RunAsync(
            statement,
            new SlotList(),
            row =>
            {
                _ = row.GetValue(0);
                rows++;
            },
            CancellationToken.None);
        return rows;
    }
}
