using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Rules;

/// <summary>When a document can have been written.</summary>
public static class Dating
{
    /// <summary>
    /// The last day before which a document, as it stands, was certainly not written: the first day its last printed date can
    /// mean, or the last day it states something as having happened on. The results of a fiscal period are stated
    /// after it. Comments say nothing of the document. Null if nothing says.
    /// </summary>
    public static DateOnly? NotWrittenBefore(Document document)
    {
        var printed = new[] { document.Published, document.Updated }.Where(date => date is { Misprint: false }).Select(date => date!.Earliest);
        var content = document.Citations
            .Where(citation => citation is { Stance: Stance.Supports, Section: not Section.Comment, Claim.Status: ClaimStatus.Actual or ClaimStatus.Reported })
            .Select(citation => ClaimDescriptors.Of(citation.Claim!).EarliestReportOf(citation.Claim!));
        return printed.Concat(content).Max();
    }
}
