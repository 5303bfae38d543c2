namespace KnowledgeApi.GraphQL.Annotations;

/// <summary>An argument or input field that may be left out, where leaving it out is not the same as giving null.</summary>
public readonly record struct Optional<T>
{
    /// <summary>A value that was given.</summary>
    public Optional(T value)
    {
        Value = value;
        HasValue = true;
    }

    /// <summary>Whether it was given at all.</summary>
    public bool HasValue { get; }

    /// <summary>What was given, maybe null; the default of <typeparamref name="T"/> if nothing was.</summary>
    public T Value { get; }

    public static implicit operator Optional<T>(T value) => new(value);
}
