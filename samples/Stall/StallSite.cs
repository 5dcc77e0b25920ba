using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Market.Stall.Books;
using Market.Stall.Clients;
using Market.Stall.Language;
using Market.Stall.Terms;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;
using Microsoft.Net.Http.Headers;

namespace Market.Stall;

/// <summary>The web pages over the books.</summary>
internal static class StallSite
{
    // What the pages are made of is here and nowhere else, and there is no script.
    private const string ContentPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Builds the site.</summary>
    /// <param name="options">What the command line asks for.</param>
    /// <param name="folder">Where the books are.</param>
    /// <param name="terms">The stall's settings.</param>
    /// <param name="names">The clients' names.</param>
    /// <param name="books">The books, open.</param>
    public static WebApplication Build(StallOptions options, BooksFolder folder, StallTerms terms, ClientNames names, StallBooks books)
    {
        // Not the folder that it is started from: settings that lie there are another program's.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Urls);
        builder.Logging.SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        if (options.Urls.Split(';').All(url => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback))
        {
            // A page of elsewhere that has its name point here is not answered.
            builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";
        }

        builder.Services.AddSingleton(TimeProvider.System)
            .AddSingleton(folder)
            .AddSingleton(terms)
            .AddSingleton(names)
            .AddSingleton(books)
            .AddSingleton<ClientAccounts>()
            .AddSingleton<LedgerWords>()
            .AddSingleton<BooksWords>()
            .AddLocalization()
            .Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All))
            .Configure<RequestLocalizationOptions>(languages =>
            {
                languages.SupportedCultures = languages.SupportedUICultures = [.. Languages.All];
                languages.DefaultRequestCulture = new RequestCulture(Languages.All[0]);
            })
            .AddRazorPages();
        builder.Services.AddDataProtection().SetApplicationName("Market stall").PersistKeysToFileSystem(folder.FormKeys);

        var site = builder.Build();
        site.UseExceptionHandler("/sorry/500");
        site.UseStatusCodePagesWithReExecute("/sorry/{0}");
        site.UseRequestLocalization();
        site.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = ContentPolicy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "same-origin";
            return next();
        });
        foreach (var sheet in (string[])["tokens.css", "controls.css", "content.css", "frame.css", "stall.css"])
        {
            Serve(site, sheet, "text/css");
        }

        Serve(site, "art/crate.svg", "image/svg+xml");
        Serve(site, "favicon.svg", "image/svg+xml");
        site.MapRazorPages();
        return site;
    }

    private static void Serve(WebApplication site, string name, string type)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        var bytes = content.ToArray();
        var version = new EntityTagHeaderValue($"\"{Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId:N}\"");
        site.MapGet("/" + name, () => Results.Bytes(bytes, type, entityTag: version));
    }
}
