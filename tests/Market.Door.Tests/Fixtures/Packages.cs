using System.IO.Compression;
using System.Xml.Linq;

namespace Market.Door.Tests.Fixtures;

/// <summary>The packages, made by the command that everybody makes them by, at a version that no machine has seen.</summary>
public sealed class Packages
{
    private Packages(string folder, string version) => (Folder, Version) = (folder, version);

    /// <summary>The version that the sources name.</summary>
    public static string SourceVersion { get; } =
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value;

    public string Folder { get; }

    /// <summary>The version of this run's packages: a cache that knows the sources' version has none of them.</summary>
    public string Version { get; }

    public static async Task<Packages> PackAsync(string folder)
    {
        var version = $"{SourceVersion}-test.{DateTime.UtcNow.Ticks}";
        await DotNet.RunAsync(Repository.Root, "pack", "MarketSite.sln", "-o", folder, "--no-restore", $"-p:PackageVersion={version}", "-warnaserror", "-v:q");
        return new Packages(folder, version);
    }

    /// <summary>The names of the packages, or of their symbols.</summary>
    public IReadOnlyList<string> List(string extension = "nupkg") =>
    [
        .. Directory.GetFiles(Folder, "*." + extension)
            .Select(file => Path.GetFileName(file).Replace($".{Version}.{extension}", "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Opens a package, which is a ZIP.</summary>
    public Task<ZipArchive> OpenAsync(string name) => ZipFile.OpenReadAsync(Path.Combine(Folder, $"{name}.{Version}.nupkg"));
}
