using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Http;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Validation;
using KnowledgeApi.Ide;
using KnowledgeApi.NotFound;
using KnowledgeApi.Ownership;
using KnowledgeApi.Ownership.Pictures;
using KnowledgeApi.Time;

namespace KnowledgeApi.Hosting;

/// <summary>The composition root: the same for the program and its tests.</summary>
public static class KnowledgeServer
{
    /// <summary>What a new document of the IDE starts with.</summary>
    public const string FirstQuery =
        """
        # Who owned Cloudwatt? Every stake as the documents state it, each with its sources.
        query WhoOwnedCloudwatt {
          company(by: { slug: "cloudwatt" }) {
            name
            shareholders(where: { status: { eq: ACTUAL } }, order: [{ share: DESC }]) {
              nodes {
                owner {
                  name
                }
                share {
                  wording
                  lower
                  upper
                }
                citations {
                  nodes {
                    document {
                      title
                    }
                    paragraph
                    alignment
                    quote
                  }
                }
              }
            }
          }
        }
        """;

    /// <summary>A server. It has no base yet: its <see cref="BaseHost"/> is given one when there is one.</summary>
    /// <param name="urls">Where to listen; null for what the settings say, or else this machine only.</param>
    /// <param name="configure">A last word on the services and settings, for tests.</param>
    public static WebApplication Create(string? urls = null, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(ListenAddresses.Of(urls, builder.Configuration));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // Who starts the server says why it could not start; the host would add a stack.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.AddSingleton(services => LimitSettings.Read<ParserLimits>(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton(services => LimitSettings.Read<ValidationLimits>(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton(services => LimitSettings.Read<ExecutionOptions>(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton(services => LimitSettings.Read<GraphQLHttpOptions>(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton(services => LimitSettings.Read<OwnershipLimits>(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton<Addresses>();
        builder.Services.AddSingleton<BaseHost>();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.Use(app.Services.GetRequiredService<BaseHost>().AnswerAsync);
        app.UseHelpfulErrors(app.Services.GetRequiredService<Addresses>());
        app.UseIde("/graphql", new IdeOptions { ExampleDocument = FirstQuery });
        app.MapGraphQL("/graphql");
        app.MapOwnershipPictures();
        app.MapTimelinePictures();
        app.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], () => Results.Redirect("/graphql"));
        return app;
    }
}
