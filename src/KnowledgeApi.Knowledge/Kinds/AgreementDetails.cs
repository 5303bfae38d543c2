using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Kinds;

/// <summary>What a group says of its claims besides what it says of claims of any kind.</summary>
internal readonly record struct AgreementDetails(MeasurementMetric? MeasurementMetric = null, EventKind? EventKind = null, FundingStage? Stage = null);
