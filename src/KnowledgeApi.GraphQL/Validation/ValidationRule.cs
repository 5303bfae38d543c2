using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>A rule of the specification. It listens to the kinds of node it implements <see cref="IEnter{T}"/> or <see cref="ILeave{T}"/> for.</summary>
internal abstract class ValidationRule(ValidationContext context)
{
    protected ValidationContext Context { get; } = context;

    protected TypeInfo Types => Context.Types;
}

/// <summary>Called for a node before what is inside it.</summary>
internal interface IEnter<TNode>
    where TNode : SyntaxNode
{
    void Enter(TNode node);
}

/// <summary>Called for a node after what is inside it.</summary>
internal interface ILeave<TNode>
    where TNode : SyntaxNode
{
    void Leave(TNode node);
}
