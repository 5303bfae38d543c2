using System.Collections.Concurrent;

namespace KnowledgeApi.Faults;

/// <summary>What is right: the answers of a server of its own, undisturbed, for each state of the seeds.</summary>
internal sealed class Answers
{
    /// <summary>What is asked: lists from either end, relations, citations and search, so that no two tables or indexes can be of two bases unnoticed.</summary>
    public static readonly string[] Queries =
    [
        "{ companies(first: 100) { totalCount nodes { name shareholders(first: 1) { nodes { wording owner { name } citations { nodes { start end document { title } } } } } } } }",
        "{ shareholdings(last: 100) { totalCount nodes { slug wording share { lower upper } company { name } owner { name } } } }",
        "{ search(text: \"company 77\", first: 20) { totalCount nodes { ... on Company { slug name } } } }",
    ];

    private readonly ConcurrentDictionary<int, Lazy<Task<Answer[]>>> _answers = [];

    /// <summary>The answers to the queries in a state.</summary>
    public Task<Answer[]> OfAsync(int state) => _answers.GetOrAdd(state, _ => new(() => AskAsync(state))).Value;

    /// <summary>Makes sure that a server answers as in a state.</summary>
    public async Task ExpectAsync(Server server, int state)
    {
        FaultException.ThrowUnless(await FindAsync(server, [state]) == state, $"The server does not answer as of state {state}; it printed\n{server.Printed}");
    }

    /// <summary>In which of some states a server answers all queries, tags included.</summary>
    public async Task<int> FindAsync(Server server, int[] states)
    {
        var given = new Answer[Queries.Length];
        for (var i = 0; i < given.Length; i++)
        {
            given[i] = await server.GetAsync(Queries[i]);
            var posted = await server.PostAsync(Queries[i]);
            FaultException.ThrowUnless(posted.Body == given[i].Body, $"GET and POST differ: {given[i]} and {posted}");
        }

        foreach (var state in states)
        {
            var right = await OfAsync(state);
            if (given.SequenceEqual(right))
                return state;
        }

        throw new FaultException($"The answers are those of no state: {string.Join('\n', given.Select(answer => $"{answer.Status} {answer.Tag} {answer.Body[..Math.Min(300, answer.Body.Length)]}"))}");
    }

    private static async Task<Answer[]> AskAsync(int state)
    {
        using var place = new Place(state);
        using var server = Server.Start(place);
        await server.ReadyAsync();
        var answers = new Answer[Queries.Length];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = await server.GetAsync(Queries[i]);
            FaultException.ThrowUnless(
                answers[i] is { Status: 200, Tag: not null } && answers[i].Body.Contains($"of state {state}", StringComparison.Ordinal) && !answers[i].Body.Contains("\"errors\"", StringComparison.Ordinal),
                $"There is no right answer to start from: {answers[i]}");
        }

        return answers;
    }
}
