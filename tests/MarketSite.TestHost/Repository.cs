using System.Reflection;

namespace MarketSite.TestHost;

/// <summary>Where the sources and the built site are.</summary>
public static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The configuration that the tests are built in.</summary>
    public static string Configuration { get; } = typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";

    /// <summary>A project's folder, which is the content root of a site.</summary>
    public static string FolderOf(string project) => Path.Combine(Root, project);

    /// <summary>A project's assembly, built in the configuration of the tests.</summary>
    public static string AssemblyOf(string project) =>
        Path.Combine(FolderOf(project), "bin", Configuration, "net10.0", Path.GetFileName(project) + ".dll");

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
