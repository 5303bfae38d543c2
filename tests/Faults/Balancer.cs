namespace KnowledgeApi.Faults;

/// <summary>Sends each request to the next of some servers, as what stands before several of them does: where one is not there or not ready yet, the one after is asked.</summary>
internal sealed class Balancer(params Server[] servers)
{
    private int _turn;

    /// <summary>The server at a place; one may be put in the place of another that has gone.</summary>
    public Server this[int place]
    {
        get => Volatile.Read(ref servers[place]);
        set => Volatile.Write(ref servers[place], value);
    }

    /// <summary>How many there are.</summary>
    public int Count => servers.Length;

    /// <summary>Has one of them answer.</summary>
    public async Task<Answer> AskAsync(Func<Server, Task<Answer>> ask)
    {
        var turn = (uint)Interlocked.Increment(ref _turn);
        for (var tries = 1; ; tries++)
        {
            try
            {
                var answer = await ask(this[(int)((turn + tries) % servers.Length)]);
                if (tries == servers.Length || answer.Status != 503)
                    return answer;
            }
            catch (Exception exception) when (tries < servers.Length && exception is HttpRequestException or IOException or ObjectDisposedException or OperationCanceledException)
            {
                // Killed, before the request or under it.
            }
        }
    }
}
