namespace KnowledgeApi.Hosting;

/// <summary>The settings file beside the program and the environment, as the server reads them too.</summary>
internal static class ProgramSettings
{
    private const string File = "appsettings.json";

    /// <summary>Reads them; the environment wins.</summary>
    /// <param name="overrides">What wins over both, such as the command line.</param>
    /// <exception cref="UnusableSettingException">The file cannot be read.</exception>
    public static IConfiguration Read(IEnumerable<KeyValuePair<string, string?>>? overrides = null)
    {
        try
        {
            return new ConfigurationBuilder()
                .SetBasePath(AppContext.BaseDirectory)
                .AddJsonFile(File, optional: true)
                .AddEnvironmentVariables()
                .AddInMemoryCollection(overrides ?? [])
                .Build();
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            var path = Path.Combine(AppContext.BaseDirectory, File);
            throw new UnusableSettingException($"The settings in {path} cannot be read: {Innermost(fault).Message}", "Mend the file, or delete it to have the defaults.", fault);
        }
    }

    /// <summary>Makes sure that the server can use them.</summary>
    /// <exception cref="UnusableSettingException">One has no such name or no such value.</exception>
    public static void Check(IConfiguration configuration)
    {
        LimitSettings.Check(configuration);
        try
        {
            using var logging = LoggerFactory.Create(builder => builder.AddConfiguration(configuration.GetSection("Logging")));
        }
        catch (InvalidOperationException fault)
        {
            throw new UnusableSettingException($"The settings Logging:LogLevel cannot be read: {fault.Message}", $"A level is one of {string.Join(", ", Enum.GetNames<LogLevel>())}.", fault);
        }
    }

    private static Exception Innermost(Exception fault) => fault.InnerException is { } inner ? Innermost(inner) : fault;
}
