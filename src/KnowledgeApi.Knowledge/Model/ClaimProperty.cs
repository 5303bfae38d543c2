namespace KnowledgeApi.Knowledge.Model;

/// <summary>The properties that claims state of their subjects.</summary>
/// <param name="Name">Its name in SCREAMING_SNAKE_CASE, such as NET_INCOME. Which there are is said by the kinds of claims.</param>
public readonly record struct ClaimProperty(string Name);
