using KnowledgeApi.GraphQL.Schemas;

namespace KnowledgeApi.GraphQL.Tests.Building.Orchestra;

public sealed class OrchestraTests
{
    /// <summary>The whole schema; the reference implementation finds it valid and prints it the same.</summary>
    public const string Printed =
            """"
            """The root of all queries."""
            type Query {
              """Finds performers."""
              performers(
                """Which ones."""
                where: PerformerQueryInput
              ): [Performer!]!

              """One performer."""
              performer(id: ID!): Performer

              """How many seats there are."""
              seats: Int!
              piece(by: PieceByInput!): Piece
              best(mood: Mood! = CALM, years: [Int!], above: Float! = 0.5, note: String): ResultOfPiece!

              """Says what it heard."""
              echo(text: String, query: PerformerQueryInput): String @deprecated(reason: "Too loud.")
              numbers: [Int!]
            }

            """The root of all mutations."""
            type Mutation {
              """Adds a piece."""
              addPiece(input: NewPieceInput!): Piece!
            }

            """
            Many who sing.

            Rarely in tune.
            """
            type Choir implements Performer {
              """A key for all the world."""
              id: ID!

              """The name on the bill, never `null`."""
              name: String!

              """How the performer feels; see `STAGE_FRIGHT`."""
              mood: Mood
              voices: Int!
              nicknames: [String]

              """How many concerts each has given."""
              concerts(since: Int! = 1900): Int!
            }

            """
            A day of the calendar, such as `"2025-09-01"`: the `full-date` of RFC 3339, without a time or a time zone.
            """
            scalar Date @specifiedBy(url: "https://scalars.graphql.org/chillicream/local-date.html")

            """
            A moment in time with its offset from UTC, such as `"2025-09-01T16:30:00.5+02:00"` or `"2025-09-01T14:30:00Z"`: the `date-time` of RFC 3339, with at most seven digits of a second, an offset of at most 14 hours, and no leap seconds.
            """
            scalar DateTime @specifiedBy(url: "https://scalars.graphql.org/chillicream/date-time.html")

            """What was made on some day."""
            interface Dated {
              """The day it was made."""
              written: Date!

              """The year it was made."""
              year: Int!
            }

            """
            An exact decimal number, such as `"12.50"`: a string, because many clients round JSON numbers, in the form of `decimal` in W3C XML Schema. Input may also be a number, with an exponent if wanted. It has at most 28 digits; more are refused, never rounded.
            """
            scalar Decimal @specifiedBy(url: "https://www.w3.org/TR/xmlschema11-2/#decimal")

            type Flowers {
              count: Int!
            }

            scalar Length @specifiedBy(url: "https://example.com/length")

            """A way to feel."""
            enum Mood {
              """All is well."""
              CALM
              STAGE_FRIGHT
              FURIOUS @deprecated
              in_love
            }

            input NewPieceInput {
              title: String!
              opus: Int @deprecated(reason: "Nobody counts.")
              seats: [[SeatInput!]!]
            }

            """Whoever stands on the stage."""
            interface Performer {
              """A key for all the world."""
              id: ID!

              """The name on the bill, never `null`."""
              name: String!

              """How the performer feels; see `STAGE_FRIGHT`."""
              mood: Mood

              """How many concerts each has given."""
              concerts(since: Int! = 1900): Int!
            }

            """Which performers to find."""
            input PerformerQueryInput {
              """Part of the name."""
              namePart: String

              """Any of these moods."""
              moods: [Mood!]

              """How many at most."""
              atMost: Int! = 10
              instrument: String
              or: PerformerQueryInput
              bornBefore: Date
              living: Boolean! = true
            }

            """Something to play."""
            type Piece implements Dated {
              """What it is called."""
              title: String!

              """Its number."""
              opus: Int
              length: Length!

              """The day it was made."""
              written: Date!
              firstPlayed: DateTime
              difficulty: Float!
              isLost: Boolean!

              """The year it was made."""
              year: Int!
            }

            """How to find one piece."""
            input PieceByInput @oneOf {
              id: ID
              title: String
            }

            """What came of a concert."""
            type ResultOfPiece {
              value: Piece!
              rewards: [Reward!]!
            }

            """What an audience throws."""
            union Reward = Flowers | Vegetables

            input SeatInput {
              row: String!
              number: Int!
            }

            """One who plays alone."""
            type Soloist implements Performer {
              """A key for all the world."""
              id: ID!

              """The name on the bill, never `null`."""
              name: String!

              """Every soloist has one."""
              mood: Mood

              """What is played; `null` for singers."""
              instrument: String
              fee: Decimal!
              born: Date
              feeInCents: Int! @deprecated(reason: "Ask for `fee`.")
              billing: String!
              repertoire: [Piece!]!

              """How many concerts each has given."""
              concerts(since: Int! = 1900): Int!

              """The name, shouted."""
              shout(times: Int! = 1): String!
              isFamous: Boolean!

              """Performers that are alike."""
              peers: [Performer!]!
            }

            """Thrown at the worst."""
            type Vegetables {
              kilograms: Float!
            }
            """";

    [Fact]
    public void Annotated_CSharp_makes_this_schema() => SchemaPrinter.Print(OrchestraSchema.Schema).ShouldBe(Printed);
}
