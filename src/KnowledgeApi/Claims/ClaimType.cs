using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Claims;

/// <inheritdoc cref="Claim"/>
[InterfaceType<Claim>]
public static class ClaimType;
