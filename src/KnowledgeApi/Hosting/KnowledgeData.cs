using System.Text;
using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Time;

namespace KnowledgeApi.Hosting;

/// <summary>How the engine reads the knowledge store.</summary>
internal static class KnowledgeData
{
    /// <summary>What is stated as a fact or as hearsay.</summary>
    /// <summary>The connections to a base, as they are used for queries.</summary>
    public static ReadPool CreatePool(Snapshot snapshot) => new(snapshot.OpenConnection, snapshot.Interrupt, given: snapshot.Given);

    /// <summary>The options of a store's data.</summary>
    /// <param name="pool">The connections to the store.</param>
    /// <param name="createContext">Makes contexts to compile queries with.</param>
    /// <param name="version">What cursors are sealed for: they are good as long as it stays.</param>
    public static DataOptions CreateOptions(ReadPool pool, Func<KnowledgeContext> createContext, string version) =>
        new DataOptions
        {
            CreateContext = createContext,
            Pool = pool,
            CursorKey = Encoding.UTF8.GetBytes(version),
            TextComparison = new TextComparison(
                typeof(Folding).GetMethod(nameof(Folding.Fold)), typeof(Folding).GetMethod(nameof(Folding.FoldCase)), typeof(Folding).GetMethod(nameof(Folding.SortKey))),
        }
        .Identify<IIdentified>(thing => thing.Slug)
        .Text<Entity>(entity => entity.Name, entity => entity.NameFolded, entity => entity.NameSortKey)
        .Text<EntityName>(name => name.Text, name => name.Folded)
        .Text<Document>(document => document.Title, document => document.TitleFolded, document => document.TitleSortKey)
        .Named<Entity, EntityName>(entity => entity.Name, entity => entity.Names, name => name.Text, name => name.MeansKey)
        .Order<Comment>(comment => comment.Position)
        .Order<Participation>(participation => participation.Ordinal)
        .Order<Bounds>(bounds => bounds.Lower, bounds => bounds.Upper)
        .Order<DecimalInterval>(range => range.Lower, range => range.Upper)
        .Order<PartialDate>(date => date.Earliest, date => date.Latest)
        .Order<PrintedDate>(date => date.Earliest, date => date.Latest, date => date.Time)
        .Order<Period>(period => period.Earliest, period => period.Latest)
        .Interval<Bounds>(bounds => bounds.Lower, bounds => bounds.Upper, bounds => bounds.LowerInclusive, bounds => bounds.UpperInclusive)
        .Interval<PartialDate>(date => date.Earliest, date => date.Latest)
        .Interval<PrintedDate>(date => date.Earliest, date => date.Latest)
        .Interval<Period>(period => period.Earliest, period => period.Latest)
        .ShowIntervals<decimal, DecimalInterval>((lower, lowerInclusive, upper, upperInclusive) => new DecimalInterval
        {
            Lower = lower,
            LowerInclusive = lowerInclusive,
            Upper = upper,
            UpperInclusive = upperInclusive,
        })
        .CertainPart<Period>(period => period.CertainFrom, period => period.CertainTo)
        .Unit<Money>(money => money.Currency)
        .Unit<Quantity>(quantity => quantity.Unit)
        .GroupBy<Claim>(claim => claim.IndependentSources, claim => claim.Citations, claim => claim.Participants)
        .GroupBy<Role>(role => role.JobTitle)
        .GroupBy<Document>(document => document.Language, document => document.Authors)
        .GroupBy<Agreement>(agreement => agreement.IndependentSources)
        .CountOnce<Claim>(
            claim => claim.AgreementKey,
            claim => claim.QuotePlace,
            claim => claim.Rank != ClaimRank.Deprecated,
            "Of the claims in the list or group that answer one question the one quoted first counts; there is no sum of several statuses, stages, concepts or metrics: group by them.")
        .Apart<Claim>(claim => claim.Status)
        .Apart<Funding>(funding => funding.Stage)
        .Apart<FinancialFigure>(figure => figure.Concept)
        .Apart<Measurement>(measurement => measurement.Metric)
        .LeaveUnsummed<Citation>(citation => citation.Ordinal, citation => citation.Start, citation => citation.End, citation => citation.Paragraph, citation => citation.Posted, citation => citation.ReportedFrom)
        .LeaveUnsummed<Claim>(claim => claim.ReportedFrom)
        .LeaveUnsummed<Document>(document => document.PublicBy)
        // The validity of a claim spans them.
        .LeaveUnsummed<Event>(happening => happening.Date, happening => happening.KnownDate)
        .LeaveUnsummed<Statement>(statement => statement.Date)
        .LeaveUnsummed<FinancialFigure>(figure => figure.FiscalPeriod)
        // What nobody chooses by, so that the contract has room for what is asked for.
        .LeaveUnfiltered<Entity>(entity => entity.NameOf, entity => entity.Timeline, entity => entity.Agreements)
        .LeaveUnfiltered<Event>(happening => happening.Consequences)
        .LeaveUnfiltered<Document>(document => document.Comments)
        .LeaveUnfiltered<Comment>(comment => comment.Citations, comment => comment.Start, comment => comment.End)
        .LeaveUnfiltered<Publication>(publication => publication.Documents)
        .LeaveUnfiltered<Person>(person => person.Documents)
        .LeaveUnfiltered<TimelineEntry>(entry => entry.Entities)
        .LeaveUnfiltered<Agreement>(agreement => agreement.QuoteReason, agreement => agreement.Intersection, agreement => agreement.Spread)
        .LeaveUnfiltered<Period>(period => period.Ongoing)
        .LeaveUnfiltered<PartialDate>(date => date.Precision)
        .LeaveUnfiltered<Document>(document => document.Dates, document => document.Published, document => document.Updated)
        // Their slugs begin with the rule.
        .LeaveUnordered<Finding>(finding => finding.Rule)
        .LeaveUnordered<Claim>(claim => claim.IsFact, claim => claim.Note, claim => claim.RankReason, claim => claim.QuotedFirstIn)
        .LeaveUngrouped<Event>(happening => happening.KnownDate)
        .LeaveUngrouped<Agreement>(agreement => agreement.DateIntersection, agreement => agreement.DateSpread)
        .LeaveUngrouped<PrintedDate>(date => date.Alignment)
        .Hide<Document>(document => document.Text)
        .Hide<Document>(document => document.Authorships)
        .Hide<EntityName>(name => name.MeansKey)
        .Hide<Comment>(comment => comment.Document)
        .Hide<Claim>(claim => claim.Entities)
        .Hide<Agreement>(agreement => agreement.DifferenceBits)
        .Hide<Citation>(citation => citation.IsPast)
        .Hide<DocumentDate>(date => date.Document)
        .Hide<Claim>(claim => claim.QuotePlace)
        .Hide<Claim>(claim => claim.Times)
        .Hide<Claim>(claim => claim.TimeRows)
        .Use(AsOfScope.Create());
}
