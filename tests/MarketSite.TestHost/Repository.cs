using System.Reflection;

namespace MarketSite.TestHost;

/// <summary>Where the sources and the built site are.</summary>
public static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The site's project folder, which is its content root.</summary>
    public static string SiteFolder => Path.Combine(Root, "src", "MarketSite.Web");

    /// <summary>The site, built in the configuration of the tests.</summary>
    public static string SiteAssembly
    {
        get
        {
            var configuration = typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";
            return Path.Combine(SiteFolder, "bin", configuration, "net10.0", "MarketSite.Web.dll");
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MarketSite.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No MarketSite.sln above {AppContext.BaseDirectory}.");
    }
}
