using KnowledgeApi.Hosting;

namespace KnowledgeApi.Tests.Hosting;

public sealed class DefaultPathsTests : IDisposable
{
    private readonly string _top = Directory.CreateTempSubdirectory("paths-").FullName;

    public void Dispose() => Directory.Delete(_top, recursive: true);

    [Fact]
    public void Seeds_in_the_callers_folder_come_first_and_the_database_beside_them()
    {
        var here = Make("here", "seeds/a.yaml");
        var clone = Make("clone", "KnowledgeApi.sln", "seeds/a.yaml", "src/bin/KnowledgeApi.dll");

        DefaultPaths.Find(here, Path.Combine(clone, "src", "bin")).ShouldBe(new("seeds", "data"));
    }

    [Fact]
    public void From_elsewhere_the_clone_of_the_program_is_meant_never_a_copy()
    {
        var clone = Make("clone", "KnowledgeApi.sln", "seeds/a.yaml", "src/bin/KnowledgeApi.dll", "src/bin/seeds/a.yaml");

        DefaultPaths.Find(Make("elsewhere"), Path.Combine(clone, "src", "bin") + Path.DirectorySeparatorChar)
            .ShouldBe(new(Path.Combine(clone, "seeds"), Path.Combine(clone, "data")));
    }

    [Fact]
    public void A_published_program_has_its_own_seeds_and_writes_where_it_is_called()
    {
        var program = Make("program", "KnowledgeApi.dll", "seeds/a.yaml");

        DefaultPaths.Find(Make("elsewhere"), program).ShouldBe(new(Path.Combine(program, "seeds"), "data"));
    }

    [Fact]
    public void A_folder_of_source_code_that_is_called_so_is_not_meant()
    {
        var program = Make("program", "KnowledgeApi.dll", "seeds/a.yaml");

        DefaultPaths.Find(Make("source", "seeds/SeedReader.cs"), program).Seeds.ShouldBe(Path.Combine(program, "seeds"));
    }

    private string Make(string folder, params string[] files)
    {
        var path = Directory.CreateDirectory(Path.Combine(_top, folder)).FullName;
        foreach (var file in files.Select(name => Path.Combine(path, name)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, "");
        }

        return path;
    }
}
