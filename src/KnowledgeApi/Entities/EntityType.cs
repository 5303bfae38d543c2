using System.Linq.Expressions;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Entities;

/// <inheritdoc cref="Entity"/>
[InterfaceType<Entity>]
public static class EntityType
{
    /// <summary>The events it takes part in, in whatever role: foundations, launches, acquisitions ...</summary>
    public static Expression<Func<Entity, IEnumerable<Event>>> Events => entity => entity.Claims.OfType<Event>();

    /// <summary>The statements about the entity. Those it makes are in `statementsMade`.</summary>
    public static Expression<Func<Entity, IEnumerable<Statement>>> StatementsAbout => entity =>
        entity.Participations.Where(participation => participation.Role == ParticipantRole.About).Select(participation => participation.Claim).OfType<Statement>();
}

/// <inheritdoc cref="Organisation"/>
[InterfaceType<Organisation>]
public static class OrganisationType;
