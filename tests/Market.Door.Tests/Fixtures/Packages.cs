using System.IO.Compression;
using System.Xml.Linq;

namespace Market.Door.Tests.Fixtures;

/// <summary>The packages, made by the command that everybody makes them by, at a version that no machine has seen.</summary>
public sealed class Packages
{
    // The folder that the guide makes them in.
    private const string GuideFolder = "artifacts/packages";

    private readonly string _cache;

    private Packages(string folder, string version, string cache)
    {
        (Folder, Version, _cache) = (folder, version, cache);
        (Names, Symbols) = (List("nupkg"), List("snupkg"));
    }

    /// <summary>The version that the sources name.</summary>
    public static string SourceVersion { get; } =
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value;

    public string Folder { get; }

    /// <summary>The version of this run's packages: no cache has any of them.</summary>
    public string Version { get; }

    public static async Task<Packages> PackAsync(string folder)
    {
        var version = $"{SourceVersion}-test.{DateTime.UtcNow.Ticks}";
        var arguments = Guide.ArgumentsOf("pack").Single().Select(argument => argument == GuideFolder ? folder : argument);
        await DotNet.RunAsync(Repository.Root, [.. arguments, "--no-restore", $"-p:PackageVersion={version}", "-warnaserror", "-v:q"]);
        var cache = (await DotNet.RunAsync(Path.GetTempPath(), "nuget", "locals", "global-packages", "--list")).Split(": ", 2)[1].Trim();
        return new Packages(folder, version, cache);
    }

    /// <summary>What the command made.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What it made symbols of.</summary>
    public IReadOnlyList<string> Symbols { get; }

    /// <summary>Opens a package, which is a ZIP.</summary>
    public Task<ZipArchive> OpenAsync(string name) => ZipFile.OpenReadAsync(Path.Combine(Folder, $"{name}.{Version}.nupkg"));

    /// <summary>
    /// Writes the guide's nuget.config. What the user's cache has is read from there; what it lacks, such as the packages of this run, is
    /// unpacked beside them and goes with them.
    /// </summary>
    public async Task WriteSourcesAsync(string folder)
    {
        var sources = XDocument.Parse(Guide.Sources.Replace(GuideFolder, Folder, StringComparison.Ordinal));
        sources.Root!.Add(
            new XElement("config", Add("globalPackagesFolder", Path.Combine(Folder, "cache"))),
            new XElement("fallbackPackageFolders", Add("user", _cache)));
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), sources.ToString());

        static XElement Add(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));
    }

    private List<string> List(string extension) =>
    [
        .. Directory.GetFiles(Folder, "*." + extension)
            .Select(file => Path.GetFileName(file).Replace($".{Version}.{extension}", "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
