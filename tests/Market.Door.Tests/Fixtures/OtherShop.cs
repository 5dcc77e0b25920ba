namespace Market.Door.Tests.Fixtures;

/// <summary>The sample of another shop, built from the packages alone in a folder of its own, as a module of somebody else is.</summary>
internal static class OtherShop
{
    public const string Name = "OtherShop";

    public static async Task PackAsync(string folder, Packages packages)
    {
        foreach (var file in (string[])[".editorconfig", "Directory.Build.props", "Directory.Packages.props"])
        {
            Directory.CreateDirectory(folder);
            File.Copy(Path.Combine(Repository.Root, file), Path.Combine(folder, file));
        }

        var project = Path.Combine(folder, Name);
        Copy(Path.Combine(Repository.Root, "samples", Name), project);
        await packages.WriteSourcesAsync(folder);
        await DotNet.RunAsync(
            project, "pack", "-o", packages.Folder, "-p:MarketPackages=true", "-p:IsPackable=true", $"-p:Version={packages.Version}", "-p:NuGetAudit=false", "-v:q");
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var inner in Directory.GetDirectories(from).Where(inner => Path.GetFileName(inner) is not ("bin" or "obj")))
        {
            Copy(inner, Path.Combine(to, Path.GetFileName(inner)));
        }
    }
}
