using System.Runtime.CompilerServices;

namespace KnowledgeApi.Testing;

/// <summary>A test that reads the documents themselves, which are not in the repository.</summary>
internal sealed class DocumentsFactAttribute([CallerMemberName] string test = "")
    : ConditionalFactAttribute(Repository.Documents is null ? "The documents' texts are not here: name their folder in KNOWLEDGE_DOCUMENTS." : null, test);
