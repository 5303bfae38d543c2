using System.Linq.Expressions;
using System.Reflection;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data.Museum;

/// <summary>Parts of what artists have.</summary>
[ObjectType<Artist>]
public static class ArtistViews
{
    /// <summary>Those of a kind.</summary>
    public static Expression<Func<Artist, IEnumerable<Print>>> Prints => artist => artist.Works.OfType<Print>();

    /// <summary>Those of which something is so.</summary>
    public static Expression<Func<Artist, IEnumerable<Work>>> GiftsOnShow => artist => artist.Gifts.Where(work => work.OnShow && work.Shape != Shape.Poor);
}

/// <summary>Parts of what exhibitions have, through a table that joins.</summary>
[ObjectType<Exhibition>]
public static class ExhibitionViews
{
    /// <summary>Those of a kind.</summary>
    public static Expression<Func<Exhibition, IEnumerable<Painting>>> Paintings => exhibition => exhibition.Works.OfType<Painting>();

    /// <summary>Those whose link says something, of a kind, of which something is so.</summary>
    public static Expression<Func<Exhibition, IEnumerable<Print>>> NorthPrints => exhibition => exhibition.Hangings
        .Where(hanging => hanging.Wall == Wall.North).Select(hanging => hanging.Work).OfType<Print>().Where(print => print.Layers != null);
}

/// <summary>The views of a type, over objects.</summary>
internal static class Views
{
    private static readonly Dictionary<(Type, string), Func<object, IReadOnlyList<object>>> Known = Read<Artist, Print>(typeof(ArtistViews), nameof(ArtistViews.Prints))
        .Concat(Read<Artist, Work>(typeof(ArtistViews), nameof(ArtistViews.GiftsOnShow)))
        .Concat(Read<Exhibition, Painting>(typeof(ExhibitionViews), nameof(ExhibitionViews.Paintings)))
        .Concat(Read<Exhibition, Print>(typeof(ExhibitionViews), nameof(ExhibitionViews.NorthPrints)))
        .ToDictionary();

    /// <summary>What a view shows of an object.</summary>
    public static IReadOnlyList<object> Of(object target, string view) => Known[(target.GetType(), view)](target);

    private static Dictionary<(Type, string), Func<object, IReadOnlyList<object>>> Read<T, TMany>(Type host, string name)
    {
        var view = ((Expression<Func<T, IEnumerable<TMany>>>)host.GetProperty(name, BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!).Compile();
        return new() { [(typeof(T), Naming.FieldName(name, isMethod: false))] = target => [.. view((T)target).Cast<object>()] };
    }
}
