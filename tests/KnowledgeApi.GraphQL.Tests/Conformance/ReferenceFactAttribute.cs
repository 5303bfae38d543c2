using System.Runtime.CompilerServices;

namespace KnowledgeApi.GraphQL.Tests.Conformance;

/// <summary>A test against graphql-js. It is skipped, with the reason, where Node.js or the package cannot be had.</summary>
internal sealed class ReferenceFactAttribute([CallerMemberName] string test = "") : ConditionalFactAttribute(GraphQLJs.Missing, test);
