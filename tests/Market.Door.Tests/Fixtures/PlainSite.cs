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

    /// <summary>Makes the site, adds the packages as docs/install.md says, and builds it.</summary>
    public static async Task<PlainSite> BuildAsync(string folder, Packages packages)
    {
        await DotNet.RunAsync(Path.GetTempPath(), "new", "web", "--name", "Shop", "--output", folder, "--no-restore");
        var site = new PlainSite(folder);
        await site.WriteAsync("Program.cs", Program);

        // Whatever stands above the folder is none of the site's business.
        foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            await site.WriteAsync(name, "<Project />");
        }

        await site.WriteAsync("nuget.config", await SourcesAsync(packages));
        var project = Path.Combine(folder, "Shop.csproj");
        var text = await File.ReadAllTextAsync(project);
        await File.WriteAllTextAsync(project, text.Replace("</Project>", References(packages) + "</Project>", StringComparison.Ordinal));
        await DotNet.RunAsync(folder, "build", "-p:NuGetAudit=false", "-v:q");
        return site;
    }

    // The sources that the user has, and the packages; what the user's cache has is read from there, and what it lacks, such as the
    // packages of this run, is unpacked into the site's folder and goes with it.
    private static async Task<string> SourcesAsync(Packages packages)
    {
        var cache = (await DotNet.RunAsync(Path.GetTempPath(), "nuget", "locals", "global-packages", "--list")).Split(": ", 2)[1].Trim();
        return $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <fallbackPackageFolders><add key="user" value="{cache}" /></fallbackPackageFolders>
              <packageSources><add key="market" value="{packages.Folder}" /></packageSources>
            </configuration>
            """;
    }

    private static string References(Packages packages) =>
        $"""
          <ItemGroup>
            <PackageReference Include="OrchardCore.Application.Cms.Targets" Version="3.0.1" />
            <PackageReference Include="Market.Payments" Version="{packages.Version}" />
            <PackageReference Include="Market.Payments.Banking" Version="{packages.Version}" />
            <PackageReference Include="Market.Payments.Reminders" Version="{packages.Version}" />
            <PackageReference Include="Market.Payments.Stripe" Version="{packages.Version}" />
            <PackageReference Include="Market.Orders" Version="{packages.Version}" />
            <PackageReference Include="MarketTheme" Version="{packages.Version}" />
          </ItemGroup>

        """;

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(Folder, name), text);
}
