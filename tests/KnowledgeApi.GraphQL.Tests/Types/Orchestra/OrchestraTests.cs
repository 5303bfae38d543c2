using KnowledgeApi.GraphQL.Schemas;

namespace KnowledgeApi.GraphQL.Tests.Types.Orchestra;

public sealed class OrchestraTests
{
    /// <summary>The whole schema; the reference implementation finds it valid and prints it the same.</summary>
    public const string Printed =
            """"
            """Everything that can be asked."""
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

            """Everything that can be changed."""
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
            A day of the Gregorian calendar, written `YYYY-MM-DD`, without a time or a time zone. It is the `full-date` of RFC 3339.
            """
            scalar Date @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6")

            """
            A moment in time, written as RFC 3339 does: a date, `T`, a time with up to seven digits after the second, and `Z` or an offset from UTC. Leap seconds cannot be given.
            """
            scalar DateTime @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6")

            """What was made on some day."""
            interface Dated {
              """The day it was made."""
              written: Date!

              """The year it was made."""
              year: Int!
            }

            """
            An exact decimal number of up to 28 digits, at most 28 of them behind the point. It is sent as a string, such as `"12.50"`, because many clients round JSON numbers. As input a string or a number will do, with a point for the fraction and an exponent if wanted; a number with more digits is refused, never rounded.
            """
            scalar Decimal

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
