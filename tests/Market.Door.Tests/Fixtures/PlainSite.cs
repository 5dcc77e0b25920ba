namespace Market.Door.Tests.Fixtures;

/// <summary>A site of Orchard Core that knows nothing of this repository but its packages, in a folder of its own.</summary>
public sealed class PlainSite
{
    private const string Program =
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddOrchardCms();

        var app = builder.Build();
        app.UseStaticFiles();
        app.UseOrchardCore();
        app.Run();
        """;

    private PlainSite(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Makes a site, then adds the packages and builds it as the guide says.</summary>
    public static async Task<PlainSite> BuildAsync(string folder, Packages packages)
    {
        await DotNet.RunAsync(Path.GetTempPath(), "new", "web", "--name", Path.GetFileName(folder), "--output", folder, "--no-restore");
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), Program);

        // Whatever stands above the folder is none of the site's business.
        foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), "<Project />");
        }

        await AddAsync(folder, ["add", "package", "OrchardCore.Application.Cms.Targets", "--version", "3.0.1"]);
        await packages.WriteSourcesAsync(folder);
        foreach (var arguments in Guide.ArgumentsOf("add package"))
        {
            await AddAsync(folder, [.. arguments.Select(argument => argument == Packages.SourceVersion ? packages.Version : argument)]);
        }

        await AddAsync(folder, ["add", "package", OtherShop.Name, "--version", packages.Version]);
        await DotNet.RunAsync(folder, [.. Guide.ArgumentsOf("build").Single(), "-c", Repository.Configuration, "-p:NuGetAudit=false", "-v:q"]);
        return new PlainSite(folder);
    }

    // One restore for all of them is enough.
    private static Task<string> AddAsync(string folder, string[] arguments) => DotNet.RunAsync(folder, [.. arguments, "--no-restore"]);
}
