using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Entities;

/// <inheritdoc cref="Entity"/>
[InterfaceType<Entity>]
public static class EntityType;

/// <inheritdoc cref="Organisation"/>
[InterfaceType<Organisation>]
public static class OrganisationType;
