using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data.Museum;

/// <summary>Has a place in the catalogue.</summary>
public interface ICatalogued
{
    string Slug { get; }
}

/// <summary>How well something is preserved.</summary>
public enum Shape
{
    Poor,
    Fair,
    AsNew,
}

/// <summary>How sure someone is.</summary>
public enum Certainty
{
    Guessed,
    Documented,
}

/// <summary>Where a thing hangs in a room; stored as a number.</summary>
public enum Wall
{
    South,
    North,
}

/// <summary>The kinds of works, as filters name them.</summary>
public enum Kind
{
    Painting,
    Print,
    Sculpture,
    Sketch,
}

/// <summary>A work of art, of whatever kind.</summary>
[InterfaceType]
public abstract class Work : ICatalogued
{
    public int Key { get; set; }

    public required string Slug { get; set; }

    /// <summary>Has a folded text and a sort key beside it.</summary>
    public required string Title { get; set; }

    public string TitleFolded { get; set; } = "";

    public string TitleSortKey { get; set; } = "";

    /// <summary>Has a folded text and a sort key beside it, all of which may be missing.</summary>
    public string? Nickname { get; set; }

    public string? NicknameFolded { get; set; }

    public string? NicknameSortKey { get; set; }

    /// <summary>Has nothing beside it.</summary>
    public string? Note { get; set; }

    public Shape Shape { get; set; }

    public Shape? FormerShape { get; set; }

    public decimal Price { get; set; }

    public decimal? Insured { get; set; }

    public DateOnly Acquired { get; set; }

    public DateOnly? Sold { get; set; }

    public DateTime Seen { get; set; }

    public DateTime? Cleaned { get; set; }

    public bool OnShow { get; set; }

    public bool? Signed { get; set; }

    public int Height { get; set; }

    public int? Depth { get; set; }

    public double? Weight { get; set; }

    public required Years Made { get; set; }

    public Years? Restored { get; set; }

    public Estimate? Estimate { get; set; }

    public Loan? Loan { get; set; }

    public int ArtistKey { get; set; }

    public required Artist Artist { get; set; }

    public int? DonorKey { get; set; }

    public Artist? Donor { get; set; }

    public int? OriginalKey { get; set; }

    public Work? Original { get; set; }

    public List<Work> Copies { get; set; } = [];

    public List<Mark> Marks { get; set; } = [];

    public List<Hanging> Hangings { get; set; } = [];

    public List<Exhibition> Exhibitions { get; set; } = [];
}

/// <summary>Has a member and a value object that prints have too, in columns of their own.</summary>
public sealed class Painting : Work
{
    public string? Medium { get; set; }

    public int? Layers { get; set; }

    public Sheet? Frame { get; set; }
}

/// <summary>Has nothing that others have.</summary>
public sealed class Sculpture : Work
{
    public decimal? Mass { get; set; }

    public List<Piece> Pieces { get; set; } = [];
}

/// <summary>Has a member and a value object that paintings have too.</summary>
public sealed class Print : Work
{
    public int? Layers { get; set; }

    public Sheet? Frame { get; set; }
}

/// <summary>Has nothing but what all works have.</summary>
public sealed class Sketch : Work
{
}

/// <summary>A value object with one inside that may be missing.</summary>
public sealed record Years
{
    public required int From { get; init; }

    public int? To { get; init; }

    public Certainty Certainty { get; init; }

    public Remark? Remark { get; init; }
}

/// <summary>The innermost value object.</summary>
public sealed record Remark
{
    public required string Text { get; init; }

    public string? By { get; init; }
}

/// <summary>A stretch of days whose ends are known more or less precisely.</summary>
public sealed record Loan
{
    public required string Place { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public DateOnly? SureFrom { get; init; }

    public DateOnly? SureUntil { get; init; }
}

/// <summary>A value object that derived types have.</summary>
public sealed record Sheet
{
    public required decimal Width { get; init; }

    public decimal? Length { get; init; }
}

/// <summary>A value object that is an interval of sums of money, with ends that may be open or excluded.</summary>
public sealed record Estimate
{
    public required string Currency { get; init; }

    public decimal? Low { get; init; }

    public bool LowIncluded { get; init; }

    public decimal? High { get; init; }

    public bool HighIncluded { get; init; }
}

/// <summary>A piece of a sculpture: many of a derived type.</summary>
public sealed class Piece : ICatalogued
{
    public int Key { get; set; }

    public required string Slug { get; set; }

    public required string Name { get; set; }

    public int SculptureKey { get; set; }

    public required Sculpture Sculpture { get; set; }
}

/// <summary>Someone who makes or gives works.</summary>
public sealed class Artist : ICatalogued
{
    public int Key { get; set; }

    public required string Slug { get; set; }

    public required string Name { get; set; }

    public DateOnly? Born { get; set; }

    public bool Living { get; set; }

    public int? TeacherKey { get; set; }

    public Artist? Teacher { get; set; }

    public List<Artist> Pupils { get; set; } = [];

    public List<Alias> Aliases { get; set; } = [];

    public List<Work> Works { get; set; } = [];

    public List<Work> Gifts { get; set; } = [];
}

/// <summary>Another name of an artist.</summary>
public sealed class Alias
{
    public int Key { get; set; }

    public required string Text { get; set; }

    public int ArtistKey { get; set; }

    public required Artist Artist { get; set; }
}

/// <summary>What a work is known by elsewhere: unique as a whole.</summary>
public sealed class Mark
{
    public int Key { get; set; }

    public required string Scheme { get; set; }

    public required string Value { get; set; }

    public int WorkKey { get; set; }

    public required Work Work { get; set; }
}

/// <summary>Where works are shown together.</summary>
public sealed class Exhibition : ICatalogued
{
    public int Key { get; set; }

    public required string Slug { get; set; }

    public required string Name { get; set; }

    public DateTime? Opened { get; set; }

    public Catalogue? Catalogue { get; set; }

    public List<Hanging> Hangings { get; set; } = [];

    public List<Work> Works { get; set; } = [];
}

/// <summary>A work in an exhibition: it has a key of two columns and says more than that they belong together.</summary>
public sealed class Hanging : ICatalogued
{
    public required string Slug { get; set; }

    public int WorkKey { get; set; }

    public required Work Work { get; set; }

    public int ExhibitionKey { get; set; }

    public required Exhibition Exhibition { get; set; }

    public int? Room { get; set; }

    public Wall? Wall { get; set; }
}

/// <summary>A row that is never the last.</summary>
public sealed class Eternity : ICatalogued
{
    public int Key { get; set; }

    public string Slug { get; set; } = "";

    public int Remainder { get; set; }
}

/// <summary>A row of which one column cannot be read.</summary>
public sealed class Ruin : ICatalogued
{
    public int Key { get; set; }

    public string Slug { get; set; } = "";

    public string Broken { get; set; } = "";
}
